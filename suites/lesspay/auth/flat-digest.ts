import * as fc from 'fast-check';
import { text } from '../../../generators/lesspay/text.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
import type { LesspayScenario, Profile } from '../scenario.js';
import { acceptance } from '../steps/acceptance.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { type Difference, type Sending, sentDifferently } from '../steps/sent-differently.js';
import type { ValidCall } from '../steps/valid-call.js';
import { creates, products } from './refused-credentials.js';

/** The endpoints whose requests have neither nested objects nor arrays: every reading of the signature signs them alike. */
const flatRequests: readonly OperationName[] = ['createPayin', 'fetchPayin', 'listBanks', 'fetchBalance'];

const absent = (body: object, names: readonly string[], pick: number): string => {
  const missing = names.filter((name) => !(name in body));
  return missing[pick % missing.length] ?? 'description';
};

const adding = ({ body, pick }: Sending, names: readonly string[], value: null | ''): Difference => {
  const name = absent(body, names, pick);
  return {
    options: { text: JSON.stringify({ ...body, [name]: value }) },
    element: `/${name}`,
    mutation: `added as ${JSON.stringify(value)}`,
  };
};

/** Creates that name no way, so that members which say how to pay can be added as blank ones. */
const withRoom = (product: 'payin' | 'payout') => ({
  ...creates(product),
  ...(product === 'payin'
    ? {
        calls: (profile: Profile): fc.Arbitrary<ValidCall> =>
          claimedPayin(profile, { way: 'none' }).map((message) => ({
            operation: 'createPayin',
            message,
            creator: null,
          })),
      }
    : {}),
});

const blankText = ['way_code', 'way_type', 'transaction_network', 'product_name', 'description', 'purpose'];

/** AUTH-012: a member that is sent as null is left out of the string to sign (P-AUTH step 1). */
export const nullLeftOut: readonly LesspayScenario[] = products.map(({ product }) =>
  sentDifferently({
    id: 'AUTH-012',
    suffix: product,
    title: 'The digest of a body is the same with an optional member as null.',
    ...withRoom(product),
    tellApart: true,
    differently: (sending) => adding(sending, [...blankText, 'expired_time'], null),
  }),
);

/** AUTH-013: a member that is sent as empty text is left out of the string to sign (P-AUTH step 1). */
export const emptyTextLeftOut: readonly LesspayScenario[] = products.map(({ product }) =>
  sentDifferently({
    id: 'AUTH-013',
    suffix: product,
    title: 'The digest of a body is the same with an optional member as empty text.',
    ...withRoom(product),
    tellApart: true,
    differently: (sending) => adding(sending, blankText, ''),
  }),
);

/** AUTH-014: the digest of a flat body does not depend on the order of its members (P-AUTH step 2). */
export const orderIsFree = sentDifferently({
  id: 'AUTH-014',
  title: 'A flat body may have its members in any order.',
  operations: flatRequests,
  differently({ body, pick }) {
    const members = Object.entries(body);
    const turn = 1 + (pick % Math.max(1, members.length - 1));
    const turned = [...members.slice(turn), ...members.slice(0, turn)];
    // Two members have one other order only.
    const reordered = Object.fromEntries(pick % 2 === 0 || members.length < 3 ? turned : turned.reverse());
    return { options: { text: JSON.stringify(reordered) }, element: '', mutation: 'members in another order' };
  },
});

const layouts: readonly ((body: object) => string)[] = [
  (body) => JSON.stringify(body, null, 2),
  (body) => JSON.stringify(body, null, '\t'),
  (body) => `\r\n ${JSON.stringify(body, null, 1).replaceAll('\n', '\r\n')} \r\n`,
];

/** AUTH-015: the digest of a flat body does not depend on the white space between its tokens (P-AUTH). */
export const whiteSpaceIsFree = sentDifferently({
  id: 'AUTH-015',
  title: 'A flat body may have spaces and line breaks between its tokens.',
  operations: flatRequests,
  differently({ body, pick }) {
    const layout = layouts[pick % layouts.length] ?? JSON.stringify;
    return { options: { text: layout(body) }, element: '', mutation: 'white space between the tokens' };
  },
});

/** AUTH-016: a JSON integer enters the string to sign as its plain decimal digits (P-AUTH example). */
export const integersArePlain = acceptance({
  id: 'AUTH-016',
  title: 'A JSON integer is signed as its decimal digits.',
  operation: 'createPayin',
  claimed: claimsPayin,
  given: (profile, situation) =>
    fc
      .tuple(claimedPayin(profile), fc.constantFrom(1800, 86_400, 1_209_570))
      .map(([message, expiry]) =>
        situation === 'expired_time' ? { ...message, expired_time: expiry } : { ...message, pay_access_type: 1 },
      ),
});

/** AUTH-017: a JSON boolean enters the string to sign as the word `true` or `false` (demo client, SignUtil). */
export const booleansAreWords = acceptance({
  id: 'AUTH-017',
  title: 'A JSON boolean is signed as its word.',
  operation: 'createPayin',
  claimed: claimsPayin,
  given: (profile) =>
    fc
      .tuple(claimedPayin(profile), fc.boolean())
      .map(([message, choice]) => ({ ...message, use_channel_request_id: choice })),
});

const escapes = (situation: string): { from: string; to: string } => {
  if (situation === 'letter as \\u00e9') return { from: 'é', to: '\\u00e9' };
  if (situation === 'slash as \\/') return { from: '/', to: '\\/' };
  throw new Error(`AUTH-046 has no escape for the situation "${situation}".`);
};

/** AUTH-046: the digest of a flat body is that of the decoded text, however the JSON escapes it (P-AUTH; inferred). */
export const escapesAreFree = sentDifferently({
  id: 'AUTH-046',
  title: 'A flat body is signed as decoded text.',
  operations: ['createPayin'],
  calls: (profile) =>
    fc.tuple(claimedPayin(profile), text({ max: 30, classes: ['latin', 'cjk'] })).map(([message, word]) => ({
      operation: 'createPayin',
      message: { ...message, description: `é/${word}` },
      creator: null,
    })),
  differently({ body, situation }) {
    const { from, to } = escapes(situation);
    return {
      options: { text: JSON.stringify(body).replaceAll(from, to) },
      element: '',
      mutation: `${from} written as ${to}`,
    };
  },
});

/** Everything about the digest of a body of text, integers and booleans. */
export const flatDigestScenarios: readonly LesspayScenario[] = [
  ...nullLeftOut,
  ...emptyTextLeftOut,
  orderIsFree,
  whiteSpaceIsFree,
  integersArePlain,
  booleansAreWords,
  escapesAreFree,
];
