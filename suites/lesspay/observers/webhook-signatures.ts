import { type Check, holds, met, remarked, violated } from '../../../harness/check.js';
import { type Exchange, isJsonObject, jsonOf, member } from '../../../harness/exchange.js';
import { acrossExchanges, eachExchange, type Observer } from '../../../harness/observer.js';
import { deliveredBody } from '../reading/deliveries.js';

/** A webhook at one of our addresses. What comes to an address that we never gave out may be anybody's. */
export function isWebhook(exchange: Exchange): boolean {
  return exchange.kind === 'delivery' && exchange.response?.status !== 404;
}

/** Judges every webhook by itself. */
const eachWebhook = (requirement: string, judge: (delivery: Exchange) => Check | null): Observer =>
  eachExchange(requirement, (exchange) => (isWebhook(exchange) ? judge(exchange) : null)) as Observer;

/** WEBHOOK-001: a webhook is a POST whose body is a JSON object (docs pages P-PI-WH, P-PO-WH; demo client). */
const postedObject = eachWebhook('WEBHOOK-001', (delivery) =>
  holds(
    delivery.method === 'POST' && isJsonObject(jsonOf(delivery.request)),
    'a POST with a JSON object',
    () => `${delivery.method} with ${JSON.stringify(delivery.request.body.slice(0, 60))}`,
    delivery,
  ),
);

/** WEBHOOK-002: a webhook has the header `x-auth-signature` with a digest in upper-case hexadecimal digits (P-PI-WH 2; P-PO-WH 2). */
const signatureHeader = eachWebhook('WEBHOOK-002', (delivery) => {
  const { signature } = delivery.facts;
  return holds(
    signature?.present === true && signature.wellFormed,
    'x-auth-signature with 64 upper-case hexadecimal digits',
    () => (signature?.present === true ? 'another text' : 'no such header'),
    delivery,
  );
});

/** How far the header may be from the clocks; as long as requests of the merchant may be late in the reference's reading, and as much again for repeats. */
const NEAR_MS = 600_000;

/** How far the target's clock was advanced by its control interface. */
interface MovedClock {
  byMs: number;
}

function noteAdvance(exchange: Exchange, clock: MovedClock): void {
  if (exchange.kind !== 'control' || !exchange.url.endsWith('/clock') || exchange.response?.status !== 200) return;
  const ms = member(jsonOf(exchange.request), 'advance_ms');
  if (typeof ms === 'number') clock.byMs += ms;
}

/** WEBHOOK-003: a webhook has the header `X-Auth-Timestamp` with the time in milliseconds (demo client). */
const timestampHeader = acrossExchanges<MovedClock>(
  'WEBHOOK-003',
  () => ({ byMs: 0 }),
  (exchange, clock) => {
    noteAdvance(exchange, clock);
    if (!isWebhook(exchange)) return null;
    const text = exchange.request.headers['x-auth-timestamp'];
    const arrival = Date.parse(exchange.startedAt);
    // The header may follow the clock of the orders or that of the machine.
    const near = [arrival, arrival + clock.byMs].some((time) => Math.abs(Number(text) - time) <= NEAR_MS);
    return holds(
      text !== undefined && /^\d{13}$/.test(text) && near,
      `X-Auth-Timestamp near ${arrival}`,
      () => text ?? 'no such header',
      exchange,
    );
  },
) as Observer;

/** WEBHOOK-004: a webhook is labelled `Content-Type: application/json` (demo client). */
const jsonLabel = eachWebhook('WEBHOOK-004', (delivery) => {
  const type = delivery.request.headers['content-type'];
  return holds(
    type?.trim().toLowerCase().startsWith('application/json') === true,
    'Content-Type: application/json',
    () => type ?? 'no such header',
    delivery,
  );
});

/** The digest covers the whole body: with the demo client's reading, or with another reading of nested members and a remark. */
function coversTheWhole(delivery: Exchange): Check {
  const matches = delivery.facts.signature?.matches ?? [];
  const readings = matches.filter(({ operation }) => operation === 'sign').map(({ reading }) => reading);
  if (readings.includes('DEMO')) return met;
  if (readings.length > 0)
    return remarked(`verifies only with nested members read as ${readings.join(', ')}`, delivery);
  return violated(
    'a signature over the whole body',
    matches.length > 0 ? 'one over the v1 members only' : 'one that verifies in no known way',
    delivery,
  );
}

/** True for a version other than v1; a missing or blank one means v1 (demo client). */
function isLaterVersion(delivery: Exchange): boolean {
  const version = deliveredBody(delivery)?.api_version;
  return typeof version === 'string' && !['', 'v1'].includes(version.trim().toLowerCase());
}

/** WEBHOOK-016: the signature of a v2 pay-in webhook covers the whole body (demo client). */
const wholePayin = eachWebhook('WEBHOOK-016', (delivery) =>
  delivery.operation === 'payinWebhook' && isLaterVersion(delivery) ? coversTheWhole(delivery) : null,
);

/** WEBHOOK-020: the signature of a payout webhook covers the whole body (docs page P-PO-WH 2 "all parameters"). */
const wholePayout = eachWebhook('WEBHOOK-020', (delivery) =>
  delivery.operation === 'payoutWebhook' ? coversTheWhole(delivery) : null,
);

/** WEBHOOK-049: the signature of a pay-in webhook can be verified by one of the ways that the documents allow (docs page P-PI-WH 2). */
const verifiable = eachWebhook('WEBHOOK-049', (delivery) =>
  delivery.operation === 'payinWebhook'
    ? holds(
        (delivery.facts.signature?.matches ?? []).length > 0,
        'a signature that verifies over the whole body or over the v1 members',
        () => 'one that verifies in no known way',
        delivery,
      )
    : null,
);

/** What holds of method, headers and signature of every webhook. */
export const webhookSignatureObservers: readonly Observer[] = [
  postedObject,
  signatureHeader,
  timestampHeader,
  jsonLabel,
  wholePayin,
  wholePayout,
  verifiable,
];
