import { type Exchange, envelopeOf, isJsonObject, type Json } from '../../../harness/exchange.js';
import { deliveredBody } from './deliveries.js';
import { endpointAnswer } from './endpoint-answer.js';
import { payinRecordsOf, payoutOf } from './orders.js';

type JsonObject = { readonly [name: string]: Json };

/** An order as the platform shows it. */
export interface ToldOrder {
  readonly product: 'payin' | 'payout';
  /** Where it is shown: in the answer to its create, to a query or a notification trigger, or in a webhook. */
  readonly place: 'created' | 'query' | 'webhook';
  readonly order: JsonObject;
}

/** The orders in a successful answer or in a webhook; empty for every other exchange. */
export function toldOrders(exchange: Exchange): readonly ToldOrder[] {
  if (exchange.kind === 'delivery') return delivered(exchange);
  const answer = endpointAnswer(exchange);
  if (answer?.envelope?.code !== 0) return [];
  switch (answer.operation) {
    case 'fetchPayin':
      return payinRecordsOf(exchange).map((order) => ({ product: 'payin', place: 'query', order }));
    case 'fetchPayout':
    case 'triggerNotify':
      return one('payout', 'query', payoutOf(exchange));
    case 'createPayin':
    case 'createPayout':
    case 'createPayoutBatch': {
      const data = envelopeOf(exchange)?.data;
      return one(answer.product, 'created', isJsonObject(data) ? data : null);
    }
    default:
      return [];
  }
}

function delivered(exchange: Exchange): readonly ToldOrder[] {
  if (exchange.operation === 'payinWebhook') return one('payin', 'webhook', deliveredBody(exchange));
  if (exchange.operation === 'payoutWebhook') return one('payout', 'webhook', deliveredBody(exchange));
  return [];
}

const one = (product: ToldOrder['product'], place: ToldOrder['place'], order: JsonObject | null): ToldOrder[] =>
  order === null ? [] : [{ product, place, order }];
