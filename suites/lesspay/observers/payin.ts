import { type Check, holds } from '../../../harness/check.js';
import { type Exchange, isJsonObject, type Json, jsonOf, member } from '../../../harness/exchange.js';
import { acrossExchanges, type Observer } from '../../../harness/observer.js';
import { orderIdOf, sentBody } from '../reading/orders.js';

/** The ids of the orders that were paid with card data of ours. */
type CardOrders = Set<string>;

const CARD_MEMBERS = new Set(['number', 'cvv']);

/** Names under which a security code could come back. Its value is too short to be searched for. */
const CODE_NAMES = new Set(['cvv', 'cvc', 'cvv2']);

function hasCode(value: Json | undefined): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some(hasCode);
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(
    ([name, inner]) => (CODE_NAMES.has(name.toLowerCase()) && inner !== null && inner !== '') || hasCode(inner),
  );
}

function mentions(value: Json | undefined, ids: CardOrders): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (Array.isArray(value)) return (value as readonly Json[]).some((inner) => mentions(inner, ids));
  return isJsonObject(value) && Object.values(value).some((inner) => mentions(inner, ids));
}

/** Remembers the order of a create with card data. False for everything else. */
function isCardCreate(exchange: Exchange, orders: CardOrders): boolean {
  if (exchange.kind !== 'request' || exchange.operation !== 'createPayin') return false;
  if (jsonOf(exchange.request) === undefined) return false;
  const body = sentBody(exchange);
  if (member(body.channel_extra, 'card_data') === undefined) return false;
  for (const id of [body.request_id, orderIdOf(exchange)]) if (typeof id === 'string' && id !== '') orders.add(id);
  return true;
}

function keepsCardData(exchange: Exchange, orders: CardOrders): Check | null {
  const fromTarget = exchange.kind === 'delivery' ? exchange.request : exchange.response;
  if (fromTarget === null || exchange.kind === 'control') return null;
  const content = jsonOf(fromTarget);
  const ofPayins = exchange.operation === 'fetchPayin' || exchange.operation === 'payinWebhook';
  if (!isCardCreate(exchange, orders) && !(ofPayins && mentions(content, orders))) return null;
  const seen = (exchange.facts.clearMembers ?? []).filter((name) => CARD_MEMBERS.has(name));
  const found = [...seen, ...(hasCode(content) ? ['a security code'] : [])];
  return holds(
    found.length === 0,
    'neither the card number nor the cvv',
    () => `${found.join(' and ')} in the ${exchange.kind === 'delivery' ? 'webhook' : 'answer'}`,
    exchange,
  );
}

/** PAYIN-CARD-015: no answer and no webhook contains the card number or the cvv of a request (inferred, PCI). */
export const cardDataIsKept = acrossExchanges<CardOrders>('PAYIN-CARD-015', () => new Set<string>(), keepsCardData);

/** What is judged on the traffic of pay-ins. */
export const payinObservers: readonly Observer[] = [cardDataIsKept as Observer];
