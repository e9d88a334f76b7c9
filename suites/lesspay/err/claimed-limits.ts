import type { Arbitrary } from 'fast-check';
import { minorDigits } from '../../../generators/lesspay/amounts.js';
import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { fromMinorUnits } from '../../../protocols/amount.js';
import { controlAccepted, meets } from '../reading/outcomes.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { claimedBounds } from '../steps/claimed-amounts.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { lookUp } from '../steps/look-up.js';
import { batchOfOne, firstDetails, type Judged, singlePayout } from './judged-payouts.js';

type Creator = 'createPayout' | 'createPayoutBatch';
type Bound = 'min' | 'max';

/** What is accepted beside what is judged by a claimed limit. */
interface Beside {
  readonly control: { readonly request_id: string };
  readonly altered: { readonly request_id: string };
  /** The altered element, as a JSON pointer, and how it was altered. */
  readonly element: string;
  readonly mutation: string;
}

interface BesideEvidence extends Record<string, Evidence[string]> {
  readonly control: Exchange;
  readonly altered: Exchange;
  readonly after: Exchange;
}

/** A statement that claims more is not tried out: the request would be too large for other reasons. */
const MOST_DETAILS = 1000;

/** The smallest step of an amount that is written like this one, in minor units. */
function stepOf({ amount, currency }: Judged<{ readonly request_id: string }>): bigint {
  const decimals = amount.split('.')[1]?.length ?? 0;
  return 10n ** BigInt(Math.max(0, minorDigits(currency) - decimals));
}

/** The profile with those currencies only whose claim has the bound, and room beyond it. */
function bounded(profile: Profile, bound: Bound): Profile {
  const { limits, currencies } = profile.payout;
  const hasRoom = (currency: string): boolean => {
    const at = claimedBounds(limits, currency)[bound];
    return at !== null && (bound === 'max' || at > 10n ** BigInt(minorDigits(currency)));
  };
  return { ...profile, payout: { ...profile.payout, currencies: currencies.filter(hasRoom) } };
}

function besideLimit<M extends { readonly request_id: string }>(
  judged: Judged<M>,
  profile: Profile,
  bound: Bound,
  isBeyond: boolean,
): Beside {
  const digits = minorDigits(judged.currency);
  const at = claimedBounds(profile.payout.limits, judged.currency)[bound] ?? 0n;
  const step = stepOf(judged);
  // A bound that cannot be written like this amount: the nearest that can, on the accepted side.
  const written = bound === 'max' ? at - (at % step) : at + ((step - (at % step)) % step);
  const beyond = bound === 'max' ? written + step : written - step;
  const decimals = judged.amount.split('.')[1]?.length ?? 0;
  const text = fromMinorUnits((isBeyond ? beyond : written) / step, decimals);
  return {
    control: judged.withAmount(judged.amount),
    altered: judged.withAmount(text),
    element: '/amount',
    mutation: `set to ${text}; claimed ${bound === 'max' ? 'maximum' : 'minimum'}: ${fromMinorUnits(at, digits)}`,
  };
}

interface ClaimedLimit {
  readonly id: string;
  readonly suffix: string;
  readonly title: string;
  readonly operation: Creator;
  readonly cases: readonly string[];
  readonly claimed: (profile: Profile) => boolean;
  readonly given: (profile: Profile, situation: string) => Arbitrary<Beside>;
}

function claimedLimit({ id, suffix, title, operation, cases, claimed, given }: ClaimedLimit): LesspayScenario {
  return scenario<Beside, BesideEvidence>({
    id: `${id}-${suffix}`,
    title,
    cases,
    claimed,
    given,
    weight: 0.4,
    async drive(actors, { control, altered, element, mutation }, situation) {
      const message = actors.fresh(altered);
      return {
        control: await actors.platform.call(operation, actors.fresh(control), intent('control')),
        altered: await actors.platform.call(
          operation,
          message,
          intent('altered', { requirement: id, case: situation, element, mutation }),
        ),
        after: await lookUp(actors, 'payout', { request_id: message.request_id }),
      };
    },
    judge: {
      [id]: ({ control, altered, after }, situation) => [
        ...controlAccepted(control),
        ...meets(id, altered, situation, { after }),
      ],
    },
  });
}

const BOUNDS: Readonly<Record<Bound, { readonly name: string; readonly beyond: string; readonly exactly: string }>> = {
  max: { name: 'maximum', beyond: 'over the single maximum', exactly: 'single maximum exactly' },
  min: { name: 'minimum', beyond: 'under the minimum', exactly: 'minimum exactly' },
};

function amountsBeside(bound: Bound): readonly LesspayScenario[] {
  const { name, beyond, exactly } = BOUNDS[bound];
  const common = { id: 'ERR-016', cases: [beyond, exactly] } as const;
  return [
    claimedLimit({
      ...common,
      suffix: `claimed-${name}`,
      title: `A payout beyond the claimed ${name} is refused`,
      operation: 'createPayout',
      claimed: (profile) => claimsBankPayout(bounded(profile, bound)),
      given: (profile, situation) =>
        claimedBankPayout(bounded(profile, bound)).map((message) =>
          besideLimit(singlePayout(message), profile, bound, situation === beyond),
        ),
    }),
    claimedLimit({
      ...common,
      suffix: `batch-claimed-${name}`,
      title: `A batch whose only detail is beyond the claimed ${name} is refused`,
      operation: 'createPayoutBatch',
      claimed: (profile) => claimsBatch(bounded(profile, bound)),
      given: (profile, situation) =>
        claimedBatch(bounded(profile, bound), { details: { min: 1, max: 1 } }).map((message) =>
          besideLimit(batchOfOne(message), profile, bound, situation === beyond),
        ),
    }),
  ];
}

const oneMoreDetail = (profile: Profile): Profile => ({
  ...profile,
  payout: { ...profile.payout, maxDetails: (profile.payout.maxDetails ?? 0) + 1 },
});

/** ERR-017: the maximum of details that the statement claims is kept (S000 30072). */
const claimedMaximumOfDetails = claimedLimit({
  id: 'ERR-017',
  suffix: 'claimed',
  title: 'A batch with one detail more than the claimed maximum is refused, and one with as many is accepted',
  operation: 'createPayoutBatch',
  cases: ['one more', 'maximum exactly'],
  claimed: (profile) =>
    profile.payout.maxDetails !== null && profile.payout.maxDetails <= MOST_DETAILS && claimsBatch(profile),
  given(profile, situation) {
    const maximum = profile.payout.maxDetails ?? 0;
    const count = situation === 'one more' ? maximum + 1 : maximum;
    return claimedBatch(oneMoreDetail(profile), { details: { min: count, max: count } }).map((batch) => ({
      control: firstDetails(batch, 1),
      altered: batch,
      element: '/payout_order_details',
      mutation: `${count} details; claimed maximum: ${maximum}`,
    }));
  },
});

/** ERR-016, ERR-017: the limits that the statement claims are kept (S000 30070, 30072, 30073). */
export const claimedLimits: readonly LesspayScenario[] = [
  ...amountsBeside('max'),
  ...amountsBeside('min'),
  claimedMaximumOfDetails,
];
