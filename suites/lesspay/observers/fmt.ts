import { type Check, holds, met, violated } from '../../../harness/check.js';
import { type Exchange, isJsonObject, type Json, jsonOf } from '../../../harness/exchange.js';
import { acrossExchanges, eachExchange, type Observer } from '../../../harness/observer.js';
import { normaliseOrderStatus } from '../../../protocols/lesspay/statuses.js';
import { endpointAnswer } from '../reading/endpoint-answer.js';
import { detailsOf, orderIdOf } from '../reading/orders.js';
import { requestIdSent } from '../reading/request-id-sent.js';
import { toldOrders } from '../reading/told-orders.js';
import { maskObservers } from './fmt-masks.js';
import { timeObservers } from './fmt-times.js';

type JsonObject = { readonly [name: string]: Json };

const shown = (value: Json): string => JSON.stringify(value);

const isSet = (value: Json | undefined): value is Json => value !== undefined && value !== null;

/** Judges each order in an answer or a webhook; orders of which `judge` says nothing are left out. */
const eachOrder = (id: string, judge: (order: JsonObject, exchange: Exchange) => readonly Check[]): Observer =>
  eachExchange(id, (exchange) => {
    const checks = toldOrders(exchange).flatMap(({ order }) => judge(order, exchange));
    return checks.length === 0 ? null : checks;
  }) as Observer;

const AMOUNTS = ['target_amount', 'total_amount', 'amount', 'actual_amount'];

/** FMT-002: amounts in query answers and webhooks are text (S002 1; P-PI-WH; P-PO-WH). */
const amountsAreText = eachExchange('FMT-002', (exchange) => {
  const orders = toldOrders(exchange).filter(({ place }) => place !== 'created');
  const checks = orders
    .flatMap(({ order }) => [order, ...detailsOf(order)])
    .flatMap((place) =>
      AMOUNTS.flatMap((name) => {
        const value = place[name];
        return isSet(value)
          ? [holds(typeof value === 'string', `\`${name}\` as text`, () => shown(value), exchange)]
          : [];
      }),
    );
  return checks.length === 0 ? null : checks;
}) as Observer;

/** FMT-010: statuses are those of the table, in any form that the documents show (S002 4.1; E-18, E-20, E-21, E-82). */
const knownStatuses = eachOrder('FMT-010', ({ order_status: status }, exchange) =>
  isSet(status)
    ? [
        holds(
          normaliseOrderStatus(status) !== null,
          'an `order_status` of the table of order statuses',
          () => shown(status),
          exchange,
        ),
      ]
    : [],
);

/** FMT-011: integer and name denote the same status (S002 4.1; P-PI-WH). A name that is unknown is judged by FMT-010. */
const statusFormsAgree = eachOrder('FMT-011', ({ order_status: name, order_status_int: integer }, exchange) => {
  const status = normaliseOrderStatus(name);
  if (status === null || !isSet(integer)) return [];
  return [
    holds(
      normaliseOrderStatus(integer) === status,
      `an \`order_status_int\` that denotes ${status}`,
      () => shown(integer),
      exchange,
    ),
  ];
});

/** Texts under the names of countries, at any depth. */
function countriesIn(value: Json | undefined): string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(countriesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' && /country/i.test(name) ? [inner] : countriesIn(inner),
  );
}

const ALPHA_2 = /^[A-Z]{2}$/;

/**
 * FMT-012: countries are two upper-case letters (S003 1.3; demo client; E-58). A wrong text that was sent, accepted and comes
 * back as it was is left to the rule that should have refused it.
 */
const countryCodes = acrossExchanges<Set<string>>(
  'FMT-012',
  () => new Set(),
  (exchange, sentWrongly) => {
    if (exchange.kind === 'request') {
      for (const country of countriesIn(jsonOf(exchange.request))) if (!ALPHA_2.test(country)) sentWrongly.add(country);
    }
    const checks = toldOrders(exchange)
      .filter(({ product }) => product === 'payout')
      .flatMap(({ order }) => [order, ...detailsOf(order)])
      .map(({ bank_country_code: country }) => country)
      .filter(isSet)
      .filter((country) => country !== '' && !(typeof country === 'string' && sentWrongly.has(country)))
      .map((country) =>
        holds(
          typeof country === 'string' && ALPHA_2.test(country),
          '`bank_country_code` of two upper-case letters',
          () => shown(country),
          exchange,
        ),
      );
    return checks.length === 0 ? null : checks;
  },
) as Observer;

/** Whose order each `pay_order_id` is. */
type Owners = Map<string, string>;

/** FMT-014: an order id belongs to one order (S002 3). */
const uniqueOrderIds = acrossExchanges<Owners>(
  'FMT-014',
  () => new Map(),
  (exchange, owners) => {
    const answer = endpointAnswer(exchange);
    if (answer === null || !answer.creates || answer.envelope?.code !== 0) return null;
    const id = orderIdOf(exchange);
    if (id === null) return null;
    const owner = requestIdSent(exchange) ?? exchange.id;
    const first = owners.get(id);
    owners.set(id, first ?? owner);
    return first === undefined || first === owner
      ? met
      : violated('an order id that no other order has', `${id}, which another create returned before`, exchange);
  },
) as Observer;

/** What holds of the formats in everything that the platform tells. */
export const fmtObservers: readonly Observer[] = [
  amountsAreText,
  ...timeObservers,
  knownStatuses,
  statusFormsAgree,
  countryCodes,
  uniqueOrderIds,
  ...maskObservers,
];
