import { signWithReading } from '../../../protocols/lesspay/signature/readings.js';
import type { Variant } from '../bite.js';
import { isFinalPayout } from '../decisions/lifecycle.js';
import { amend } from '../decisions.js';
import { rewrittenIn } from '../messages.js';

/** How webhooks are sent. */
export const webhookVariants: readonly Variant[] = [
  {
    id: 'v1-webhooks-without-version',
    behaviour: '`api_version` in the webhooks of V1 orders is blank.',
    source: 'Section 6.2: absent, blank or v1; WEBHOOK-018',
    change: (decisions) =>
      rewrittenIn(decisions, ['payinWebhook', 'riskWebhook'], (body) =>
        body.api_version === 'v1' ? { ...body, api_version: '' } : body,
      ),
  },
  {
    id: 'versions-in-upper-case',
    behaviour: '`api_version` in webhooks is V1 or V2.',
    source: 'E-31: case-insensitive on reading',
    change: (decisions) =>
      rewrittenIn(decisions, ['payinWebhook', 'riskWebhook'], (body) => ({
        ...body,
        api_version: String(body.api_version).toUpperCase(),
      })),
  },
  {
    id: 'unknown-members-in-v2-webhooks',
    behaviour: 'Webhooks of V2 pay-ins have further members.',
    source: 'Section 4.5: additional members are allowed everywhere; section 6.2: not in v1',
    change: (decisions) =>
      rewrittenIn(decisions, ['payinWebhook', 'riskWebhook'], (body) =>
        body.api_version === 'v2' || body.api_version === 'V2'
          ? { ...body, trace_no: 'T20250113', settlement: { day: '2025-01-14' } }
          : body,
      ),
  },
  {
    id: 'complete-time-stays-null',
    behaviour: '`complete_time` of a pay-in webhook is null even after success.',
    source: 'E-72; demo client, sample of a real callback',
    change: (decisions) => rewrittenIn(decisions, ['payinWebhook'], (body) => ({ ...body, complete_time: null })),
  },
  {
    id: 'complete-time-as-text',
    behaviour: '`complete_time` of a pay-in webhook is text.',
    source: 'E-72: null, number, text',
    change: (decisions) =>
      rewrittenIn(decisions, ['payinWebhook'], (body) => ({
        ...body,
        complete_time: body.complete_time === null ? null : String(body.complete_time),
      })),
  },
  {
    id: 'webhook-headers-in-lower-case',
    behaviour: 'The names of webhook headers are in lower case, and the content type has a charset.',
    source: 'E-37: case-insensitive; P-PI-WH',
    change: (decisions) =>
      amend(decisions, 'notifications', {
        headers: (signature, now) => ({
          'content-type': 'application/json; charset=UTF-8',
          'x-auth-signature': signature,
          'x-auth-timestamp': String(now),
        }),
      }),
  },
  {
    id: 'webhook-members-reversed',
    behaviour: 'The members of webhooks stand in the opposite order.',
    source: 'Section 4.5: the order of members is free; the signature sorts',
    change: (decisions) => {
      const { notifications } = decisions;
      return amend(decisions, 'notifications', {
        text: (body) => {
          const parsed: unknown = JSON.parse(notifications.text(body));
          return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
            ? JSON.stringify(Object.fromEntries(Object.entries(parsed).reverse()))
            : notifications.text(body);
        },
      });
    },
  },
  {
    id: 'payout-webhooks-signed-raw',
    behaviour: 'Payout webhooks are signed over the JSON text of their details.',
    source: 'E-43, E-44; WEBHOOK-020, tolerant: another reading of section 3.4',
    change: (decisions) =>
      amend(decisions, 'notifications', {
        payoutSignature: (text, application) => signWithReading(text, application.appSecret, 'RAW'),
      }),
  },
  {
    id: 'any-2xx-acknowledges',
    behaviour: 'Any 2xx answer acknowledges a webhook unless its text is FAIL.',
    source: 'E-41: any agreed 2xx (pay-in demo); the demo client answers FAIL to what it refuses',
    change: (decisions) =>
      amend(decisions, 'notifications', {
        acknowledged: (status, body) => status >= 200 && status <= 299 && body.trim().toUpperCase() !== 'FAIL',
      }),
  },
  {
    id: 'only-success-acknowledges',
    behaviour: 'Only the text SUCCESS acknowledges a webhook.',
    source: 'E-41; P-PI-DG, P-PO-DG',
    change: (decisions) =>
      amend(decisions, 'notifications', {
        acknowledged: (status, body) => status >= 200 && status <= 299 && body.trim() === 'SUCCESS',
      }),
  },
  {
    id: 'payout-webhooks-with-nulls',
    behaviour:
      'Members without a value are null in payout webhooks too, and members stand in the order of the documents.',
    source: 'P-PO-WH section 3; E-44: the order that signs alike is advice, not a rule',
    change: (decisions) => amend(decisions, 'notifications', { payoutBody: (view) => view }),
  },
  {
    id: 'webhooks-come-late',
    behaviour: 'A webhook is sent two seconds after what it reports.',
    source: 'P-PO-DG step 4, P-PI-DG step 3: asynchronous, without a promise of time',
    change: (decisions) => amend(decisions, 'notifications', { firstDelayMs: () => 2_000 }),
  },
  {
    id: 'webhooks-overtake-each-other',
    behaviour: 'The first webhook about an order leaves two seconds late, so that later ones arrive before it.',
    source: 'P-PO-DG step 4, P-PI-DG step 3: asynchronous, without a promise of order; WEBHOOK-046 is the receiver’s',
    change: (decisions) =>
      amend(decisions, 'notifications', { firstDelayMs: (earlier) => (earlier === 0 ? 2_000 : 0) }),
  },
  {
    id: 'trigger-sends-final-results-only',
    behaviour: 'A notification that is asked for before the payout is final is answered and not sent.',
    source: 'PAYOUT-NOTIFY-006; section 5.8: behaviour for an order that is not final is unknown',
    change: (decisions) => {
      const { notifiesTrigger } = decisions.notifications;
      return amend(decisions, 'notifications', {
        notifiesTrigger: (status) => notifiesTrigger(status) && isFinalPayout(status),
      });
    },
  },
];
