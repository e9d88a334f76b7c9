import { createHmac } from 'node:crypto';
import type { Application } from '../core/application.js';
import { contentText, type JsonObject } from '../core/json.js';
import type { Order } from '../core/orders.js';
import { type Violation, type ViolationName, violation } from '../core/violation.js';

/** What happens to a create whose `request_id` is in use: refused, or answered with the first order, or accepted. */
export type Repeat =
  | { readonly kind: 'refuse'; readonly violation: Violation }
  | { readonly kind: 'first' }
  | { readonly kind: 'create' };

/** How a new order is entered. */
export interface Entry {
  /** Milliseconds until other creates see the id of the order as taken; null: at once, looking and entering are one step. */
  readonly seenAfterMs: number | null;
  /** True when, of several orders that are being entered under one id, only the last can be found. */
  readonly lastOnly: boolean;
}

/** How a `request_id` keeps orders apart (S002 section 3; S003; S000 30010, 30011; S001 1201). */
export interface RequestIds {
  /** True when a new order of the application and kind may not have the `request_id` of the existing one. */
  isTaken(existing: Order, application: Application, kind: Order['kind']): boolean;
  /** What of a request decides whether a repeat is identical; kept as a keyed digest. */
  content(body: JsonObject): unknown;
  digest(content: unknown, application: Application): string;
  repeatedPayin(sameContent: boolean): Repeat;
  repeatedPayout(sameContent: boolean): Repeat;
  /** True when a create that is refused for this reason uses its `request_id` up, though there is no order. */
  isSpentBy(refusal: ViolationName): boolean;
  readonly entry: Entry;
}

const refuse = (found: Violation): Repeat => ({ kind: 'refuse', violation: found });

/** Ids are unique per application, pay-ins and payouts apart; the parsed content decides between 30011 and 30010. */
export const requestIds: RequestIds = {
  isTaken: (existing, application, kind) => existing.appId === application.appId && existing.kind === kind,
  // Card data must leave no trace, not even in a digest.
  content: ({ channel_extra: _cardData, ...others }) => others,
  digest: (content, application) =>
    createHmac('sha256', application.appSecret).update(contentText(content)).digest('hex'),
  repeatedPayin: () => refuse(violation('duplicateRequestId', 'request_id already exists')),
  repeatedPayout: (sameContent) =>
    refuse(
      sameContent
        ? violation('duplicateRequestId', 'request_id already exists')
        : violation('conflictingRequestId', 'request_id was used with different parameters'),
    ),
  // After a refusal the documents advise a new id, but nothing says that the old one is lost (E-86).
  isSpentBy: () => false,
  entry: { seenAfterMs: null, lastOnly: false },
};
