import type { Product } from './operations.js';

/** One status of an order, with the two ways in which it is written. */
export interface OrderStatusEntry {
  readonly name: string;
  readonly integer: number;
  readonly meaning: string;
  /** The products whose orders can have it. */
  readonly products: readonly Product[];
  readonly source: string;
}

const both = ['payin', 'payout'] as const;
const source = 'S002 4.1';

/** The statuses of orders. The integers 7 to 10 are unassigned. */
export const orderStatuses = [
  {
    name: 'PENDING_CONFIRM',
    integer: 0,
    meaning: 'created, waits for confirmation (a payout: for review)',
    products: both,
    source,
  },
  {
    name: 'PENDING_PAY',
    integer: 1,
    meaning: 'waits for payment (a payout: approved, in processing)',
    products: both,
    source,
  },
  { name: 'SUCCEED', integer: 2, meaning: 'succeeded', products: both, source },
  { name: 'FAILED', integer: 3, meaning: 'failed', products: both, source },
  { name: 'CANCELED', integer: 4, meaning: 'cancelled', products: both, source },
  { name: 'REFUND', integer: 5, meaning: 'refunded', products: both, source },
  { name: 'CLOSED', integer: 6, meaning: 'closed', products: both, source },
  {
    name: 'PARTIAL_SUCCESS',
    integer: 11,
    meaning: 'some details succeeded',
    products: ['payout'],
    source: 'S002 4.1 "Payout only"',
  },
  {
    name: 'PAID',
    integer: 12,
    meaning: 'paid, but another amount than that of the order',
    products: ['payin'],
    source: 'S002 4.1; the payout list of the demo client omits it',
  },
] as const satisfies readonly OrderStatusEntry[];

/** The status of an order, by name. */
export type OrderStatus = (typeof orderStatuses)[number]['name'];

/** The status of one payout detail (demo client, payout webhook example). */
export const detailStatuses = [
  'CREATED',
  'PROCESSING',
  'SUCCEEDED',
  'FAILED',
  'CANCELED',
  'REFUNDED',
  'CLOSED',
] as const;
export type DetailStatus = (typeof detailStatuses)[number];

/** The state of the review of one payout detail (demo client, payout webhook example). */
export const auditStates = ['PENDING', 'APPROVED', 'REJECTED'] as const;
export type AuditState = (typeof auditStates)[number];

const orderStatusByText: ReadonlyMap<string, OrderStatus> = new Map<string, OrderStatus>([
  ...orderStatuses.map(({ name }): [string, OrderStatus] => [name, name]),
  ...orderStatuses.map(({ name, integer }): [string, OrderStatus] => [String(integer), name]),
  ['SUCCESS', 'SUCCEED'],
  ['SUCCEEDED', 'SUCCEED'],
  ['CANCELLED', 'CANCELED'],
  ['REFUNDED', 'REFUND'],
]);

const detailStatusByText: ReadonlyMap<string, DetailStatus> = new Map<string, DetailStatus>([
  ...detailStatuses.map((name): [string, DetailStatus] => [name, name]),
  ['SUCCEED', 'SUCCEEDED'],
  ['SUCCESS', 'SUCCEEDED'],
  ['CANCELLED', 'CANCELED'],
  ['REFUND', 'REFUNDED'],
]);

/**
 * Reads an order status in any form that the documents show: a name in any case and spelling (`SUCCESS`, `SUCCEED`,
 * `Succeeded`), an integer, or the integer as text. Returns null for anything else.
 */
export function normaliseOrderStatus(value: unknown): OrderStatus | null {
  if (typeof value === 'number') return orderStatuses.find(({ integer }) => integer === value)?.name ?? null;
  return typeof value === 'string' ? (orderStatusByText.get(value.toUpperCase()) ?? null) : null;
}

/** Reads the status of a payout detail in any case and spelling. Returns null for anything else; details have no integers. */
export function normaliseDetailStatus(value: unknown): DetailStatus | null {
  return typeof value === 'string' ? (detailStatusByText.get(value.toUpperCase()) ?? null) : null;
}

const entries: ReadonlyMap<OrderStatus, OrderStatusEntry> = new Map(orderStatuses.map((entry) => [entry.name, entry]));

/** The integer of the status (S002 4.1). */
export function integerOf(status: OrderStatus): number {
  const entry = entries.get(status);
  if (entry === undefined) throw new RangeError(`Unknown order status ${String(status)}: normalise it first.`);
  return entry.integer;
}

/** True when an order of the product can have the status. */
export function canHaveStatus(product: Product, status: OrderStatus): boolean {
  return entries.get(status)?.products.includes(product) ?? false;
}
