import { timingSafeEqual } from 'node:crypto';
import type { OperationName, Product } from '../../../protocols/lesspay/operations.js';
import { isSignatureText, sign } from '../../../protocols/lesspay/signature/sign.js';
import type { Application } from '../core/application.js';
import { type Violation, violation } from '../core/violation.js';

/** The times that a request is judged by. They differ only after the clock was moved by the control interface. */
export interface Times {
  /** The time of the platform, milliseconds since the epoch. */
  readonly now: number;
  /** The time of the machine. Callers do not know that the platform's clock was moved. */
  readonly wallNow: number;
}

/** How a caller proves who it is (P-AUTH). */
export interface Credentials {
  /** True for an operation that wants credentials: all of them (P-AUTH). */
  appliesTo(operation: OperationName): boolean;
  /** The application that a request with this `x-auth-appid` is from. `find` and `all` look among those of the platform. */
  callerOf(
    appId: string | undefined,
    find: (appId: string) => Application | undefined,
    all: () => readonly Application[],
  ): Application | undefined;
  /** What keeps the application from calling at all (S000 30040, 30041); null for nothing. */
  objectionTo(application: Application): Violation | null;
  /** The headers that must be there and not empty, in lower case. */
  readonly requiredHeaders: readonly string[];
  /** Milliseconds with 13 digits. */
  isTimestamp(text: string): boolean;
  /** Close enough to the current time. */
  isFresh(timestamp: number, times: Times): boolean;
  /** 64 upper-case hexadecimal digits. */
  hasSignatureForm(text: string): boolean;
  /**
   * True when the signature is that of the body's text under the application's secret.
   * @throws UnsignableBodyError for a body that has no dependable signature
   */
  verifySignature(bodyText: string, signature: string, application: Application): boolean;
  /** The applications whose secrets the caller may sign with; `all` gives those of the platform. */
  signers(caller: Application, all: () => readonly Application[]): readonly Application[];
  /** What a caller with a wrong signature is told. */
  wrongSignatureMsg(application: Application | undefined): string;
  /** True when an application without the product may still call the operation. */
  isOpenWithoutProduct(operation: OperationName): boolean;
  hasProduct(application: Application, product: Product): boolean;
}

const TOLERANCE_MS = 5 * 60_000;

/** Exact comparison, with five minutes of tolerance either way for the timestamp, which is not signed. */
export const credentials: Credentials = {
  appliesTo: () => true,
  callerOf: (appId, find) => (appId === undefined ? undefined : find(appId)),
  objectionTo: ({ status }) => {
    if (status === 'merchant_disabled') return violation('merchantAbnormal', 'merchant status abnormal');
    return status === 'disabled' ? violation('applicationDisabled', 'app status abnormal') : null;
  },
  requiredHeaders: ['x-auth-appid', 'x-auth-timestamp', 'x-auth-signature'],
  isTimestamp: (text) => /^[1-9][0-9]{12}$/.test(text),
  isFresh: (timestamp, { now, wallNow }) =>
    Math.min(Math.abs(timestamp - now), Math.abs(timestamp - wallNow)) <= TOLERANCE_MS,
  hasSignatureForm: isSignatureText,
  verifySignature: (bodyText, signature, application) => {
    // No bytes at all are signed like the empty object.
    const expected = Buffer.from(sign(bodyText.trim() === '' ? '{}' : bodyText, application.appSecret));
    const received = Buffer.from(signature);
    return expected.length === received.length && timingSafeEqual(expected, received);
  },
  signers: (caller) => [caller],
  wrongSignatureMsg: () => 'signature verification failed',
  isOpenWithoutProduct: (operation) => operation === 'fetchPayin' || operation === 'fetchPayout',
  hasProduct: (application, product) => application.products.includes(product),
};
