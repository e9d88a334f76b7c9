import { operationNames, operations } from '../../../protocols/lesspay/operations.js';
import { signWithReading } from '../../../protocols/lesspay/signature/readings.js';
import type { LesspayScenario } from '../scenario.js';
import { type Sending, sentDifferently } from '../steps/sent-differently.js';
import { products, refusedCredentials } from './refused-credentials.js';

/** AUTH-002: a request without the header `x-auth-signature` is refused (P-AUTH; S000, S001 HTTP 401). */
export const signatureMissing = refusedCredentials({
  id: 'AUTH-002',
  title: 'A request without its signature is refused.',
  differently: () => ({ options: { signature: null }, element: 'x-auth-signature', mutation: 'header left out' }),
});

/** AUTH-003: a request without the header `x-auth-appid` is refused (P-AUTH). */
export const appIdMissing = refusedCredentials({
  id: 'AUTH-003',
  title: 'A request without its APPID is refused.',
  differently: () => ({ options: { appId: null }, element: 'x-auth-appid', mutation: 'header left out' }),
});

/** AUTH-004: a request without the header `X-Auth-Timestamp` is refused (P-AUTH). */
export const timestampMissing = refusedCredentials({
  id: 'AUTH-004',
  title: 'A request without its timestamp is refused.',
  differently: () => ({ options: { timestamp: null }, element: 'x-auth-timestamp', mutation: 'header left out' }),
});

/** AUTH-005: a digest of the right form that is not that of the body is refused (S000 30050, 30051; S000, S001 HTTP 401). */
export const wrongSignature = refusedCredentials({
  id: 'AUTH-005',
  title: 'A request with a wrong digest of the right form is refused.',
  differently: ({ digest }) => ({
    options: { signature: digest },
    element: 'x-auth-signature',
    mutation: 'another digest',
  }),
});

/** AUTH-006: a digest that was computed with another secret is refused (S000 30050, 30051; S000, S001 HTTP 401). */
export const wrongSecret = refusedCredentials({
  id: 'AUTH-006',
  title: 'A request signed with a secret that is not the application’s is refused.',
  differently: ({ digest }) => ({
    options: { secret: digest.slice(0, 22) },
    element: 'x-auth-signature',
    mutation: 'signed with another secret',
  }),
});

/** AUTH-010: an APPID that the platform never issued is refused (S000, S001 HTTP 401). */
export const unknownAppId = refusedCredentials({
  id: 'AUTH-010',
  title: 'A request under an APPID that was never issued is refused.',
  differently: ({ digest }) => ({
    options: { appId: digest.slice(0, 24).toLowerCase() },
    element: 'x-auth-appid',
    mutation: 'an id that was never issued',
  }),
});

/** AUTH-034: a timestamp that is not a number is refused (P-AUTH). */
export const timestampNotANumber = refusedCredentials({
  id: 'AUTH-034',
  title: 'A request whose timestamp is not a number is refused.',
  differently({ pick }) {
    const texts = ['yesterday', '2026-01-31T12:00:00Z', 'NaN', '0x18f5c1a2b3c'];
    const text = texts[pick % texts.length] ?? 'yesterday';
    return { options: { timestamp: text }, element: 'x-auth-timestamp', mutation: `set to "${text}"` };
  },
});

const ownDigest = ({ actors, body }: Sending): string =>
  signWithReading(JSON.stringify(body), actors.platform.credentials.appSecret, actors.reading);

/** Another hexadecimal digit. */
const otherDigit = (digit: string): string => (digit === '0' ? '1' : '0');

/** AUTH-005: a digest that differs from the right one in a single digit, at either end, is as wrong as any (S000 30050, 30051). */
export const nearlyRightSignature: readonly LesspayScenario[] = [
  ...refusedCredentials({
    id: 'AUTH-005',
    variant: 'first-digit',
    title: 'A request whose digest has a wrong first digit is refused.',
    differently(sending) {
      const digest = ownDigest(sending);
      return {
        options: { signature: otherDigit(digest.slice(0, 1)) + digest.slice(1) },
        element: 'x-auth-signature',
        mutation: 'the right digest with another first digit',
      };
    },
  }),
  ...refusedCredentials({
    id: 'AUTH-005',
    variant: 'last-digit',
    title: 'A request whose digest has a wrong last digit is refused.',
    differently(sending) {
      const digest = ownDigest(sending);
      return {
        options: { signature: digest.slice(0, -1) + otherDigit(digest.slice(-1)) },
        element: 'x-auth-signature',
        mutation: 'the right digest with another last digit',
      };
    },
  }),
];

/** Every endpoint checks what it is sent; the others are judged with the products' creates. */
const furtherOperations = operationNames.filter((name) => name !== 'createPayin' && name !== 'createPayoutBatch');

/** AUTH-005: queries and services want the right digest too (S000 30050, 30051; S000, S001 HTTP 401). */
export const wrongSignatureElsewhere: readonly LesspayScenario[] = furtherOperations.map((operation) => {
  const { path, product, creates } = operations[operation];
  return sentDifferently({
    id: 'AUTH-005',
    suffix: operation,
    title: `A call of ${path} with a wrong digest of the right form is refused.`,
    operations: [operation],
    weight: 0.2,
    cases: products.filter((entry) => entry.product === product).map(({ word }) => word),
    ...(creates ? { leavesNothing: 'AUTH-037' } : {}),
    differently: ({ digest }) => ({
      options: { signature: digest },
      element: 'x-auth-signature',
      mutation: 'another digest',
    }),
  });
});

const malformed = (
  variant: string,
  form: 'wrong length' | 'not hexadecimal',
  write: (digest: string, pick: number) => string,
): LesspayScenario[] =>
  refusedCredentials({
    id: 'AUTH-039',
    variant,
    form,
    title: `A malformed digest is refused like any wrong one (${variant}).`,
    differently: (sending) => ({
      options: { signature: write(ownDigest(sending), sending.pick) },
      element: 'x-auth-signature',
      mutation: `the right digest, ${variant}`,
    }),
  });

/** AUTH-039: a digest of the wrong length, or with other characters, is refused like any wrong one (S000 30050; HTTP 401). */
export const malformedSignature: readonly LesspayScenario[] = [
  ...malformed('too-short', 'wrong length', (digest, pick) => digest.slice(0, pick % 2 === 0 ? 63 : 32)),
  ...malformed('too-long', 'wrong length', (digest, pick) => digest + (pick % 2 === 0 ? '0' : digest)),
  ...malformed('one-other-character', 'not hexadecimal', (digest, pick) => {
    const at = pick % digest.length;
    return `${digest.slice(0, at)}G${digest.slice(at + 1)}`;
  }),
  ...malformed('other-characters', 'not hexadecimal', (digest) => digest.replace(/./g, 'z')),
];

/** AUTH-023: whether the right digest in lower-case letters is accepted is reported (P-AUTH is silent). */
export const lowerCaseSignature = refusedCredentials({
  id: 'AUTH-023',
  title: 'the right digest in lower-case letters',
  reportOnly: true,
  differently: (sending) => ({
    options: { signature: ownDigest(sending).toLowerCase() },
    element: 'x-auth-signature',
    mutation: 'lower-case letters',
  }),
});

/** AUTH-042: which fault is named first, a wrong digest or an invalid member, is reported (P-AUTH is silent). */
export const twoFaults = refusedCredentials({
  id: 'AUTH-042',
  title: 'a wrong digest and an invalid amount in one request',
  reportOnly: true,
  otherBody: true,
  differently: ({ body, digest }) => ({
    options: {
      signature: digest,
      text: JSON.stringify({ ...body, ['target_amount' in body ? 'target_amount' : 'total_amount']: 'abc' }),
    },
    element: 'x-auth-signature',
    mutation: 'another digest, and the amount set to "abc"',
  }),
});

/** Everything about what the three headers must hold, but the age of the timestamp. */
export const headerScenarios: readonly LesspayScenario[] = [
  ...signatureMissing,
  ...appIdMissing,
  ...timestampMissing,
  ...wrongSignature,
  ...nearlyRightSignature,
  ...wrongSignatureElsewhere,
  ...wrongSecret,
  ...unknownAppId,
  ...timestampNotANumber,
  ...malformedSignature,
  ...lowerCaseSignature,
  ...twoFaults,
];
