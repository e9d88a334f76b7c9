import type { Arbitrary } from 'fast-check';
import { byMinorUnits, missing, oneOf, setTo, type Twin, twin } from '../../../generators/lesspay/twin.js';
import { noVerdictFrom } from '../../../harness/answers.js';
import { type Check, holds, met, remarked, unmet, violated } from '../../../harness/check.js';
import { describeAnswer, type Exchange, envelopeOf } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { findCode } from '../../../protocols/lesspay/codes.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
import { controlAccepted } from '../reading/outcomes.js';
import { succeeded } from '../reading/recorded.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { mutationArrived } from '../steps/refusal.js';

interface Refused extends Record<string, Evidence[string]> {
  readonly control: Exchange;
  readonly altered: Exchange;
  /** The same mistake again, with a new `request_id`. */
  readonly again: Exchange;
}

const PARAMETER_ERROR = 11;

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** The last member's name in the JSON pointer of the broken element. */
const memberName = (element: string): string => element.split('/').findLast((step) => /[a-z]/i.test(step)) ?? element;

/**
 * Code 11 comes with details (S001). The member's name is expected in any spelling, because the documents' own messages spell
 * names in camel case (E-34); a text with other details is reported, and one without any is not enough.
 */
function namesTheMember(altered: Exchange): Check {
  const impossible = noVerdictFrom(altered);
  if (impossible !== null) return impossible;
  const envelope = envelopeOf(altered);
  if (envelope?.code !== PARAMETER_ERROR)
    return unmet('otherCode', `The wrong request was not answered with code 11: ${describeAnswer(altered)}.`);
  const msg = typeof envelope.msg === 'string' ? envelope.msg : '';
  const name = memberName(altered.intent?.element ?? '');
  if (letters(msg).includes(letters(name))) return met;
  const saysNothing = ['', 'success', letters(findCode('payin', PARAMETER_ERROR)?.name ?? '')];
  const withoutDetails = saysNothing.includes(letters(msg));
  return withoutDetails
    ? violated(`\`msg\` with details, such as the name ${name}`, JSON.stringify(msg), altered)
    : remarked(`\`msg\` does not name the member ${name}`, altered);
}

const codeOf = (exchange: Exchange): string => {
  const code = envelopeOf(exchange)?.code;
  return code === undefined ? `HTTP ${exchange.response?.status} without an envelope` : `code ${code}`;
};

function sameCode({ control, altered, again }: Refused): Check[] {
  const impossible = noVerdictFrom(altered) ?? noVerdictFrom(again);
  if (impossible !== null) return [impossible];
  if (succeeded(altered) && succeeded(again)) return [unmet('notRefused', 'The wrong request was not refused at all.')];
  return [
    ...controlAccepted(control),
    mutationArrived(control, altered),
    holds(codeOf(altered) === codeOf(again), `${codeOf(altered)}, as before`, () => codeOf(again), again),
  ];
}

interface SentTwice<M extends object> {
  readonly suffix: string;
  readonly operation: OperationName;
  readonly claimed: (profile: Profile) => boolean;
  readonly given: (profile: Profile) => Arbitrary<Twin<M>>;
  /** True where code 11 is the answer to a wrong member. */
  readonly detailed?: boolean;
}

const sentTwice = <M extends object>(definition: SentTwice<M>): LesspayScenario => {
  const { suffix, operation, claimed, detailed = false } = definition;
  return scenario<Twin<M>, Refused>({
    id: `ERR-014-${suffix}`,
    title: `The same mistake is answered with the same code each time (${operation})`,
    claimed,
    weight: 0.6,
    given: definition.given,
    async drive(actors, { control, altered, element, mutation }) {
      const wrong = intent('altered', { requirement: 'ERR-014', element, mutation });
      return {
        control: await actors.platform.call(operation, actors.fresh(control), intent('control')),
        altered: await actors.platform.call(operation, actors.fresh(altered), wrong),
        again: await actors.platform.call(operation, actors.fresh(altered), wrong),
      };
    },
    judge: {
      'ERR-014': sameCode,
      ...(detailed ? { 'ERR-003': ({ altered }: Refused) => namesTheMember(altered) } : {}),
    },
  });
};

/** ERR-014: one mistake has one code (inferred); ERR-003: code 11 comes with the member's name (S001). */
export const stableAnswers: readonly LesspayScenario[] = [
  sentTwice({
    suffix: 'payin',
    operation: 'createPayin',
    claimed: claimsPayin,
    detailed: true,
    given: (profile) =>
      twin(
        claimedPayin(profile),
        oneOf(
          missing('product_name'),
          missing('target_amount'),
          missing('target_currency'),
          setTo('success_url', 'not a url'),
          setTo('pay_access_type', 7),
        ),
      ),
  }),
  sentTwice({
    suffix: 'payout',
    operation: 'createPayout',
    claimed: claimsBankPayout,
    given: (profile) =>
      twin(
        claimedBankPayout(profile),
        oneOf(setTo('amount', 'abc'), setTo('beneficiary.beneficiary_type', 'company'), missing('currency')),
      ),
  }),
  sentTwice({
    suffix: 'batch',
    operation: 'createPayoutBatch',
    claimed: (profile) => claimsBatch(profile),
    given: (profile) => twin(claimedBatch(profile), oneOf(byMinorUnits('total_amount'), missing('currency'))),
  }),
];
