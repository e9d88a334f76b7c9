import { type Exchange, envelopeOf, type Json } from '../../../harness/exchange.js';
import { orderIdOf, sentBody } from './orders.js';

/** What was asked for when a payout was created. */
export interface KnownPayout {
  readonly kind: 'batch' | 'single';
  readonly currency: Json | undefined;
  /** The amount as it was sent; null when creates with different amounts were accepted under the id. */
  readonly total: Json | undefined | null;
}

/** The payouts that were created during a run, for observers of later answers. */
export interface KnownPayouts {
  /** Notes a create that was accepted; anything else is ignored. */
  note(exchange: Exchange): void;
  /** The payout with this `request_id` of an application; undefined when it was not created in this run. */
  find(application: string | null, requestId: Json | undefined): KnownPayout | undefined;
  /** The payout that a query asked for, by either identifier; the answer need not repeat them. */
  askedFor(query: Exchange): KnownPayout | undefined;
}

/** An empty memory. */
export function knownPayouts(): KnownPayouts {
  const payouts = new Map<string, KnownPayout>();
  const requestIds = new Map<string, Json | undefined>();
  const key = (application: string | null, requestId: Json | undefined): string =>
    `${application ?? ''}/${String(requestId)}`;
  return {
    note(exchange) {
      const { operation, application } = exchange;
      if (operation !== 'createPayoutBatch' && operation !== 'createPayout') return;
      if (envelopeOf(exchange)?.code !== 0) return;
      const sent = sentBody(exchange);
      const total = operation === 'createPayoutBatch' ? sent.total_amount : sent.amount;
      const known = payouts.get(key(application, sent.request_id));
      const orderId = orderIdOf(exchange);
      if (orderId !== null) requestIds.set(orderId, sent.request_id);
      payouts.set(key(application, sent.request_id), {
        kind: operation === 'createPayoutBatch' ? 'batch' : 'single',
        currency: sent.currency,
        total: known === undefined || known.total === total ? total : null,
      });
    },
    find: (application, requestId) => payouts.get(key(application, requestId)),
    askedFor(query) {
      const { request_id: requestId, pay_order_id: orderId } = sentBody(query);
      return (
        payouts.get(key(query.application, requestId)) ??
        payouts.get(key(query.application, typeof orderId === 'string' ? requestIds.get(orderId) : undefined))
      );
    },
  };
}
