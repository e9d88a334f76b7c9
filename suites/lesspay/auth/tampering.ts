import type { Arbitrary } from 'fast-check';
import type { Product } from '../../../protocols/lesspay/operations.js';
import type { LesspayScenario, Profile } from '../scenario.js';
import type { Sending } from '../steps/sent-differently.js';
import { sentDifferently } from '../steps/sent-differently.js';
import type { ValidCall } from '../steps/valid-call.js';
import { creates, products, refusedCredentials } from './refused-credentials.js';

/** The same value in a way that is written differently in the string to sign; in lists and objects, of one value inside. */
function otherValue(value: unknown, pick: number): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) {
    const at = pick % value.length;
    return value.map((element: unknown, index) => (index === at ? otherValue(element, pick) : element));
  }
  if (typeof value !== 'object' || value === null) return 'x';
  const names = Object.keys(value);
  const name = names[pick % names.length] ?? 'x';
  return { ...value, [name]: otherValue(Reflect.get(value, name), pick) };
}

/** AUTH-007: a request in which any signed member was changed after signing is refused (P-AUTH overview). */
export const memberChanged = refusedCredentials({
  id: 'AUTH-007',
  title: 'A request in which a member was changed after signing is refused.',
  weight: 1,
  differently({ body, pick }) {
    const names = Object.keys(body);
    const name = names[pick % names.length] ?? 'request_id';
    const signed = { ...body, [name]: otherValue(Reflect.get(body, name), pick) };
    return { options: { signedText: JSON.stringify(signed) }, element: `/${name}`, mutation: 'changed after signing' };
  },
});

/** Valid creates that all have the optional member `expired_time`. */
const withExpiry = (product: Product) => {
  const { operations, calls } = creates(product);
  return {
    operations,
    calls: (profile: Profile): Arbitrary<ValidCall> =>
      calls(profile).map((call) => ({ ...call, message: { ...call.message, expired_time: 1800 } })),
  };
};

const withoutExpiry = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'expired_time'));

const signedAs =
  (signed: (sending: Sending) => object, text: (sending: Sending) => object, element: string, mutation: string) =>
  (sending: Sending) => ({
    options: { signedText: JSON.stringify(signed(sending)), text: JSON.stringify(text(sending)) },
    element,
    mutation,
  });

/** AUTH-008: a request to which a documented optional member was added after signing is refused (P-AUTH step 1). */
export const memberAdded: readonly LesspayScenario[] = products.map(({ product, word }) =>
  sentDifferently({
    id: 'AUTH-008',
    suffix: product,
    title: 'A request to which an optional member was added after signing is refused.',
    cases: [word],
    ...withExpiry(product),
    weight: 0.4,
    leavesNothing: 'AUTH-037',
    differently: signedAs(
      ({ body }) => withoutExpiry(body),
      ({ body }) => body,
      '/expired_time',
      'added after signing',
    ),
  }),
);

/** AUTH-009: a request from which an optional member was taken away after signing is refused (P-AUTH). */
export const memberRemoved: readonly LesspayScenario[] = products.map(({ product, word }) =>
  sentDifferently({
    id: 'AUTH-009',
    suffix: product,
    title: 'A request from which an optional member was removed after signing is refused.',
    cases: [word],
    ...withExpiry(product),
    weight: 0.4,
    leavesNothing: 'AUTH-037',
    differently: signedAs(
      ({ body }) => body,
      ({ body }) => withoutExpiry(body),
      '/expired_time',
      'removed after signing',
    ),
  }),
);

/** AUTH-044: whether an unknown member that was added after signing is refused is reported (P-AUTH step 1). */
export const unknownMemberAdded = refusedCredentials({
  id: 'AUTH-044',
  title: 'a member that the API does not know, added after signing',
  reportOnly: true,
  differently: signedAs(
    ({ body }) => body,
    ({ body }) => ({ ...body, conformance_probe: 'added' }),
    '/conformance_probe',
    'added after signing',
  ),
});

/** AUTH-041: how a body member `sign_type`, which only an error text mentions, is taken is reported (S000 30053). */
export const signType: readonly LesspayScenario[] = products.map(({ product }) =>
  sentDifferently({
    id: 'AUTH-041',
    suffix: product,
    title: 'a body member `sign_type`',
    ...creates(product),
    weight: 0.2,
    reportOnly: true,
    differently: ({ body }) => ({
      options: { text: JSON.stringify({ ...body, sign_type: 'SHA256' }) },
      element: '/sign_type',
      mutation: 'added and signed',
    }),
  }),
);

/** Everything about bodies that are not those that were signed, and about members that are no part of the API. */
export const tamperingScenarios: readonly LesspayScenario[] = [
  ...memberChanged,
  ...memberAdded,
  ...memberRemoved,
  ...unknownMemberAdded,
  ...signType,
];
