import { type Check, holds, met, remarked, violated } from '../../../harness/check.js';
import type { Exchange, Json } from '../../../harness/exchange.js';
import { eachExchange, type Observer } from '../../../harness/observer.js';
import { detailsOf } from '../reading/orders.js';
import { type ToldOrder, toldOrders } from '../reading/told-orders.js';

const shown = (value: Json): string => JSON.stringify(value);

const isSet = (value: Json | undefined): value is Json => value !== undefined && value !== null;

/** The members that are points in time: those of the documents, and what such members are usually called. Durations are others. */
const POINTS_IN_TIME = [
  ...['created_at', 'updated_at', 'paid_at', 'completed_at', 'finished_at', 'expired_at', 'closed_at', 'refunded_at'],
  ...[
    'create_time',
    'update_time',
    'pay_time',
    'success_time',
    'complete_time',
    'finish_time',
    'start_time',
    'end_time',
  ],
  ...['createdAt', 'updatedAt', 'createTime', 'updateTime', 'payTime', 'successTime', 'completeTime', 'finishTime'],
];

const MILLISECONDS = /^[1-9][0-9]{12}$/;

/** The integers that are points in time, at the root of an order and in its details. */
function integerTimes({ order }: ToldOrder): { name: string; value: number }[] {
  return [order, ...detailsOf(order)].flatMap((place) =>
    POINTS_IN_TIME.flatMap((name) => {
      const value = place[name];
      return typeof value === 'number' && Number.isInteger(value) ? [{ name, value }] : [];
    }),
  );
}

const orNull = (checks: readonly Check[]): readonly Check[] | null => (checks.length === 0 ? null : checks);

/** FMT-005: integers that are points in time are in milliseconds (S002 2; E-36, E-72). */
const milliseconds = eachExchange('FMT-005', (exchange) =>
  orNull(
    toldOrders(exchange)
      .flatMap(integerTimes)
      .map(({ name, value }) =>
        holds(MILLISECONDS.test(String(value)), `\`${name}\` with 13 digits`, () => String(value), exchange),
      ),
  ),
) as Observer;

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/i;
const WITH_OFFSET = /(Z|[+-]\d{2}:\d{2})$/i;

/** RFC 3339 is documented; ISO 8601 with a shorter offset or none, and milliseconds, are accepted with a remark (E-36). */
function isoTime(name: string, value: Json, exchange: Exchange): Check {
  if (typeof value === 'string' && DATE_TIME.test(value)) {
    const withColon = value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
    if (!Number.isNaN(Date.parse(withColon))) {
      return WITH_OFFSET.test(value) ? met : remarked(`\`${name}\` has no offset, or one without a colon`, exchange);
    }
  }
  const isNumeric = typeof value === 'number' || typeof value === 'string';
  return isNumeric && MILLISECONDS.test(String(value))
    ? remarked(`\`${name}\` is in milliseconds`, exchange)
    : violated(`\`${name}\`, an ISO 8601 date and time as text`, shown(value), exchange);
}

/** The payouts that answers to queries and triggers, and webhooks show. */
const shownPayouts = (exchange: Exchange): readonly ToldOrder[] =>
  toldOrders(exchange).filter(({ product, place }) => product === 'payout' && place !== 'created');

/** FMT-006: when a payout was created (S003 1.6 by analogy; demo client). */
const createdAt = eachExchange('FMT-006', (exchange) =>
  orNull(
    shownPayouts(exchange)
      .map(({ order }) => order.created_at)
      .filter(isSet)
      .map((value) => isoTime('created_at', value, exchange)),
  ),
) as Observer;

/** FMT-007: when a detail of a payout succeeded, or null (demo client). */
const successTime = eachExchange('FMT-007', (exchange) =>
  orNull(
    shownPayouts(exchange)
      .flatMap(({ order }) => detailsOf(order))
      .map((detail) => detail.success_time)
      .filter((value) => value !== undefined)
      .map((value) => (value === null ? met : isoTime('success_time', value, exchange))),
  ),
) as Observer;

/** What holds of the times that are told. */
export const timeObservers: readonly Observer[] = [milliseconds, createdAt, successTime];
