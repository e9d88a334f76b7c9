import type { Arbitrary } from 'fast-check';
import type { PayinMode } from '../../../generators/lesspay/payin.js';
import { type Check, remarked } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
import { controlAccepted, meets } from '../reading/outcomes.js';
import { succeeded } from '../reading/recorded.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { acceptance } from '../steps/acceptance.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { sentDifferently } from '../steps/sent-differently.js';

interface NestedEvidence extends Record<string, Evidence[string]> {
  readonly demo: Exchange;
  /** The same content signed RAW, sent only when the first was refused. */
  readonly raw: Exchange | null;
}

const RAW_SITUATION = 'signed RAW, after DEMO was refused';

function nestedObject(
  operation: OperationName,
  situation: string,
  definition: {
    readonly suffix: string;
    readonly claimed: (profile: Profile) => boolean;
    readonly given: (profile: Profile) => Arbitrary<object>;
  },
): LesspayScenario {
  return scenario<object, NestedEvidence>({
    id: `AUTH-018-${definition.suffix}`,
    title: 'A request with nested objects is signed in the way of the demo client.',
    cases: [situation],
    claimed: definition.claimed,
    given: definition.given,
    async drive(actors, message) {
      const demo = await actors.platform.call(operation, actors.fresh(message), {
        reading: 'DEMO',
        ...intent('control'),
      });
      const raw = succeeded(demo)
        ? null
        : await actors.platform.call(operation, actors.fresh(message), {
            reading: 'RAW',
            ...intent('altered', {
              requirement: 'AUTH-018',
              case: RAW_SITUATION,
              element: 'x-auth-signature',
              mutation: 'signed RAW',
            }),
          });
      return { demo, raw };
    },
    judge: {
      'AUTH-018': ({ demo, raw }): Check[] =>
        raw === null
          ? meets('AUTH-018', demo, situation)
          : [
              ...meets('AUTH-018', demo, situation),
              ...meets('AUTH-018', raw, RAW_SITUATION),
              remarked('recorded: nested objects are signed as their JSON text (RAW)', raw),
            ],
    },
  });
}

/** On the checkout page no channel declines a made-up card, so that a refusal can only be about the request. */
const nestedModes: readonly PayinMode[] = ['cardCashier', 'paymentSession'];
const nestedMode = (profile: Profile): PayinMode | undefined =>
  nestedModes.find((mode) => claimsPayin(profile, { mode }));

/** AUTH-018: a nested object enters the string to sign as `{k=v&...}`, sorted at every depth (demo client, SignUtil; P-AUTH note). */
export const nestedObjects: readonly LesspayScenario[] = [
  nestedObject('createPayin', 'pay-in, signed DEMO', {
    suffix: 'payin',
    claimed: (profile) => nestedMode(profile) !== undefined,
    given: (profile) =>
      claimedPayin(profile, { mode: nestedMode(profile) ?? 'cashier' }).map((message) => ({
        ...message,
        channel_extra: { three_ds: { enabled: true } },
      })),
  }),
  nestedObject('createPayout', 'payout, signed DEMO', {
    suffix: 'payout',
    claimed: claimsBankPayout,
    given: claimedBankPayout,
  }),
];

/** AUTH-019: an array enters the string to sign as compact JSON text, which an order-neutral batch shows (demo client, SignUtil). */
export const arraysAreJson = acceptance({
  id: 'AUTH-019',
  title: 'A batch whose details are written in signing order is accepted.',
  operation: 'createPayoutBatch',
  claimed: claimsBatch,
  given: (profile) => claimedBatch(profile),
});

function alphabetical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(alphabetical);
  if (typeof value !== 'object' || value === null) return value;
  const members: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, alphabetical(inner)]),
  );
}

/** AUTH-020: members of objects in arrays are signed in the hash order of the demo, whatever their order on the wire (SignUtil). */
export const arraysInHashOrder = sentDifferently({
  id: 'AUTH-020',
  title: 'A batch whose details are written alphabetically has the digest of the demo client.',
  operations: ['createPayoutBatch'],
  differently: ({ body }) => ({
    options: { text: JSON.stringify(alphabetical(body)) },
    element: '',
    mutation: 'members in alphabetical order',
  }),
});

interface BlankEvidence extends Record<string, Evidence[string]> {
  readonly control: Exchange;
  readonly wrongSignature: Exchange;
  readonly blank: Exchange;
}

const optionalOfBeneficiary = ['email', 'tax_id', 'national_id', 'date_of_birth'];

/** AUTH-021: members of a nested object that are null or empty text are left out of the string to sign (demo client, SignUtil). */
export const nestedBlanksLeftOut = scenario<object, BlankEvidence>({
  id: 'AUTH-021',
  title: 'The digest of a payout is the same with a blank member in its beneficiary.',
  cases: ['null', 'empty text'],
  claimed: claimsBankPayout,
  given: claimedBankPayout,
  async drive(actors, message, situation) {
    const value = situation === 'null' ? null : '';
    const body = actors.fresh(message) as { beneficiary: { beneficiary_info: Readonly<Record<string, unknown>> } };
    const info = body.beneficiary.beneficiary_info;
    const name = optionalOfBeneficiary.find((optional) => !(optional in info)) ?? 'email';
    const blanked = {
      ...body,
      beneficiary: { ...body.beneficiary, beneficiary_info: { ...info, [name]: value } },
    };
    const element = `/beneficiary/beneficiary_info/${name}`;
    const control = await actors.platform.createPayout(actors.fresh(message), intent('control'));
    const wrongSignature = await actors.platform.createPayout(actors.fresh(message), {
      signature: '0'.repeat(64),
      ...intent('probe'),
    });
    const blank = await actors.platform.createPayout(
      blanked,
      intent('altered', {
        requirement: 'AUTH-021',
        case: situation,
        element,
        mutation: `added as ${JSON.stringify(value)}`,
      }),
    );
    return { control, wrongSignature, blank };
  },
  judge: {
    'AUTH-021': ({ control, wrongSignature, blank }, situation) => [
      ...controlAccepted(control),
      ...meets('AUTH-021', blank, situation, { wrongSignature }),
    ],
  },
});

/** Everything about the digest of nested objects and arrays. */
export const nestedDigestScenarios: readonly LesspayScenario[] = [
  ...nestedObjects,
  arraysAreJson,
  arraysInHashOrder,
  nestedBlanksLeftOut,
];
