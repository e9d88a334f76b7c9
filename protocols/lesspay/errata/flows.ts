import type { Erratum } from '../../requirement.js';

/** Errors and flows. */
export const flowErrata: readonly Erratum[] = [
  {
    id: 'E-49',
    issue: '30021 advises to check `mch_order_id`, which no request but the create of a batch has.',
    reading: 'No request leads to it.',
  },
  {
    id: 'E-50',
    issue: 'HTTP 405 and 503 are in the table of pay-ins only.',
    reading: 'They hold for both products.',
    tolerance: 'A wrong method on a payout may be answered with 400 or 404.',
  },
  {
    id: 'E-51',
    issue:
      'Which HTTP status goes with a non-zero code is not said: 2xx is called success, while the envelope and the demo client know failures on 200.',
    reading: 'Business faults on 200, malformed requests on 400, wrong credentials on 401.',
    tolerance: '200 and the matching 4xx are both accepted.',
  },
  {
    id: 'E-53',
    issue: '1202 and 5003 both mean "not found"; for the three messages of Fetch Payin no code is given.',
    reading: 'Not found is 1202, the other two messages come with 11.',
    tolerance: 'With the documented message any non-zero code.',
  },
  {
    id: 'E-54',
    issue: 'Whether an identical repeat of a payout is 30010 or 30011 is not said.',
    reading: 'Equal content is 30011, other content 30010.',
    tolerance: 'The codes swapped and, for an identical repeat, the order that exists.',
  },
  {
    id: 'E-56',
    issue:
      'The API list has the single payout only and the overview speaks of batches only, while guide, webhook page and S003 describe the batch endpoint.',
    reading: 'Both endpoints exist.',
    tolerance: 'For a platform without one of them its requirements do not apply.',
  },
  {
    id: 'E-61',
    issue: 'A comment has another sandbox host than the pages, and one file ends the base URL with a slash.',
    reading: 'The host of the pages, without the slash.',
    tolerance: 'The base URL is a setting.',
  },
  {
    id: 'E-65',
    issue: 'Comments on card members depend on a member `pay_type` that does not exist.',
    reading: 'It means `extra_type` with the value card.',
  },
  {
    id: 'E-66',
    issue: 'A comment names "payment session" as a third `extra_type`, which nobody sends.',
    reading: 'The session mode has no `channel_extra`.',
    tolerance: 'Either outcome.',
  },
  {
    id: 'E-67',
    issue: 'P-CARD requires `way_type` for cards; the session example has the `way_code` only.',
    reading: 'Either of them says that it is a card.',
  },
  {
    id: 'E-69',
    issue:
      'The event of a decline leaves the order as it is, yet a decline may also end the order as `FAILED` by an ordinary webhook.',
    reading: 'The message about the event changes nothing itself.',
    tolerance: 'Any status in the body of the event.',
  },
  {
    id: 'E-70',
    issue: 'The card response code 30034 looks like a payout code.',
    reading: 'They have nothing to do with each other.',
  },
  {
    id: 'E-73',
    issue: 'The review is described for batches only.',
    reading: 'Single payouts are reviewed too.',
    tolerance: 'A new one is `PENDING_CONFIRM` or `PENDING_PAY`.',
  },
  {
    id: 'E-74',
    issue: '30003 stands in the table of request errors but tells the result of a review.',
    reading: 'It shows in `fail_reason`.',
  },
  {
    id: 'E-76',
    issue: 'The bank data of the demo client has oddities, such as one bank with two codes.',
    reading: 'No rule rests on them.',
  },
  {
    id: 'E-82',
    issue: 'The overview calls the results of webhooks success, partial and fail, the guide success or failure.',
    reading: 'The enumerations decide.',
  },
  {
    id: 'E-86',
    issue:
      'S003 1.7 advises to submit again after a non-zero code, S001 forbids the same id after 1201; whether a refused create uses up its id is not said.',
    reading: 'After a refusal submit with a new `request_id`, after a timeout query first.',
    tolerance: 'Whether the id of a refused create is free is reported.',
  },
  {
    id: 'E-88',
    issue:
      'What becomes of the details of a batch that the review rejects is not said; only the batch is called `FAILED`.',
    reading: 'The details are `FAILED`, with the audit state `REJECTED`.',
    tolerance: 'Any status of the details, `CREATED` included.',
  },
];
