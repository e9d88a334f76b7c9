import type { OperationName } from '../../protocols/lesspay/operations.js';
import type { SignatureReading } from '../../protocols/lesspay/signature/readings.js';
import type { Exchange, ExchangeIntent, Json } from '../exchange.js';
import type { Mailbox } from '../mailboxes.js';
import type { PlatformClient } from './platform-client.js';

/** The control interface, within one exercise. */
export interface Operator {
  /** Moves an order, and with `details` single details of a payout. */
  transition(
    payOrderId: string,
    to: string,
    details?: readonly { readonly mch_order_id: string; readonly to: string }[],
  ): Promise<Exchange>;
  /** Advances the target's clock by milliseconds. Only in exclusive scenarios. */
  advance(ms: number): Promise<Exchange>;
  /** Makes the platform send a risk event about a pay-in. */
  event(payOrderId: string, event: string, data?: Json): Promise<Exchange>;
  /** Changes an application's status, products, limits or balance. Only for applications made by this exercise. */
  configure(appId: string, settings: Json): Promise<Exchange>;
  /** Makes an application. @throws PreconditionFailed when the target would not */
  createApplication(settings?: Json): Promise<PlatformClient>;
}

/** Who acts in one exercise of a Lesspay scenario. */
export interface Actors {
  /** The application under test. */
  readonly platform: PlatformClient;
  /** Another application of the same platform; only where the scenario needs `secondApplication`. */
  readonly second: PlatformClient;
  /** Only where the scenario needs `control`. */
  readonly operator: Operator;
  /** Where the webhooks of this exercise arrive; only where the scenario needs `inbox`. */
  readonly mailbox: Mailbox;
  /** A further mailbox, to register as an application's default; only where the scenario needs `inbox`. */
  openDefaultMailbox(): Mailbox;
  /** False when webhooks cannot reach us. */
  readonly hasInbox: boolean;
  /** Whether the target claims the endpoint. */
  offers(operation: OperationName): boolean;
  /** Whether the control interface moves the target's clock; else time only passes. */
  readonly canAdvance: boolean;
  /** How far `now` may be off, milliseconds; null: not known. */
  readonly clockErrorMs: number | null;
  /** How the requests of this run are signed. */
  readonly reading: SignatureReading;
  /** The target's clock, milliseconds since the epoch. */
  now(): number;
  /** A new id of `length` characters that no request has used. */
  freshId(length?: number): string;
  /**
   * The message with a fresh `request_id` of the same length, and with this exercise's mailbox as `notify_url` where it has
   * one. An element that a mutation removed or spoiled stays as it is.
   */
  fresh<M extends object>(message: M): M;
  /** How long to wait for a webhook that should come, in milliseconds. */
  readonly patienceMs: number;
  /** How long to watch for a webhook that should not come, in milliseconds. */
  readonly quietMs: number;
}

/** Marks a request as the control twin, the altered twin, or a probe. */
export function intent(
  role: ExchangeIntent['role'],
  details: Omit<ExchangeIntent, 'role'> = {},
): { intent: ExchangeIntent } {
  return { intent: { role, ...details } };
}
