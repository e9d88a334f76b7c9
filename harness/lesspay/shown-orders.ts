import { normaliseOrderStatus } from '../../protocols/lesspay/statuses.js';
import { type Exchange, envelopeOf, isJsonObject, type Json, jsonOf, member } from '../exchange.js';

/** An order as an answer or a webhook shows it. */
export interface ShownOrder {
  readonly payOrderId: string;
  readonly requestId: string | null;
  /** A status by its documented name; one that is not documented as it stands there; null when there is none. */
  readonly state: string | null;
}

const ID_NAMES = ['pay_order_id', 'payOrderId'];
const REQUEST_ID_NAMES = ['request_id', 'mchOrderNo'];
const STATE_NAMES = ['order_status', 'order_status_int', 'orderStatus'];

/** Where the answer to a pay-in query keeps its records (protocol reference, section 5.2). */
const LISTS = ['records', 'list', 'items', 'data', 'orders'];

/** An undocumented status is kept up to here. */
const MAX_STATE_CHARACTERS = 40;

function textIn(places: readonly (Json | undefined)[], names: readonly string[]): string | null {
  for (const place of places) {
    for (const name of names) {
      const value = member(place, name);
      if (typeof value === 'string' && value !== '') return value;
      if (typeof value === 'number') return String(value);
    }
  }
  return null;
}

function orderIn(value: Json | undefined): ShownOrder[] {
  // A create may answer with the order inside of `order_data` (section 5.1).
  const places = [value, member(value, 'order_data')];
  const payOrderId = textIn(places, ID_NAMES);
  if (payOrderId === null) return [];
  const state = textIn(places, STATE_NAMES);
  return [
    {
      payOrderId,
      requestId: textIn(places, REQUEST_ID_NAMES),
      state: state === null ? null : (normaliseOrderStatus(state) ?? state.slice(0, MAX_STATE_CHARACTERS)),
    },
  ];
}

/** The orders in the `data` of an answer with code 0, wherever they stand. */
export function ordersInData(data: Json | undefined): ShownOrder[] {
  if (Array.isArray(data)) return (data as readonly Json[]).flatMap(orderIn);
  if (!isJsonObject(data)) return [];
  const lists = LISTS.map((name) => member(data, name)).filter((list) => Array.isArray(list));
  return [...orderIn(data), ...(lists as readonly (readonly Json[])[]).flat().flatMap(orderIn)];
}

/** The orders in a successful answer or in a webhook; empty for everything else. */
export function shownOrders(exchange: Exchange): ShownOrder[] {
  switch (exchange.kind) {
    case 'delivery':
      return orderIn(jsonOf(exchange.request));
    case 'request': {
      const envelope = envelopeOf(exchange);
      return envelope?.code === 0 ? ordersInData(envelope.data) : [];
    }
    case 'control':
      return [];
  }
}
