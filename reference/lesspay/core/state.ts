import { type Amount, readAmount, sumAmounts } from '../../../protocols/amount.js';
import type { DetailStatus } from '../../../protocols/lesspay/statuses.js';
import type { Application, Balance } from './application.js';
import type { Order, PayoutOrder } from './orders.js';

/** What happened. Events carry the whole new state of the order or application that they are about. */
export type DomainEvent =
  | { readonly type: 'applicationSaved'; readonly application: Application }
  | { readonly type: 'fundsSet'; readonly appId: string; readonly balance: Balance }
  | { readonly type: 'orderCreated'; readonly order: Order }
  | { readonly type: 'orderChanged'; readonly order: Order };

/** A detail in one of these states has not taken money, or gave it back. */
const returned: readonly DetailStatus[] = ['FAILED', 'CANCELED', 'CLOSED', 'REFUNDED'];

function taken(order: PayoutOrder): Amount {
  const amounts = order.details.filter((detail) => !returned.includes(detail.status)).map((detail) => detail.amount);
  return sumAmounts(amounts.map((text) => readAmount(text) ?? sumAmounts([])));
}

const nothing = sumAmounts([]);

/** Everything that the platform knows, built from events and changed by events only. */
export class State {
  readonly #applications = new Map<string, Application>();
  readonly #orders = new Map<string, Order>();
  readonly #byRequestId = new Map<string, string[]>();
  readonly #funds = new Map<string, Amount>();
  readonly #paidOut = new Map<string, Amount>();

  apply(event: DomainEvent): void {
    switch (event.type) {
      case 'applicationSaved':
        this.#applications.set(event.application.appId, event.application);
        return;
      case 'fundsSet':
        for (const [currency, text] of Object.entries(event.balance)) {
          this.#funds.set(fundsKey(event.appId, currency), readAmount(text) ?? nothing);
        }
        return;
      case 'orderCreated':
        this.#create(event.order);
        return;
      case 'orderChanged':
        this.#move(event.order);
    }
  }

  application(appId: string): Application | undefined {
    return this.#applications.get(appId);
  }

  applications(): readonly Application[] {
    return [...this.#applications.values()];
  }

  order(payOrderId: string): Order | undefined {
    return this.#orders.get(payOrderId);
  }

  orders(): Iterable<Order> {
    return this.#orders.values();
  }

  /** The orders of every application and kind with this merchant's id, the oldest first. */
  ordersByRequestId(requestId: string): readonly Order[] {
    const ids = this.#byRequestId.get(requestId) ?? [];
    return ids.map((id) => this.#orders.get(id)).filter((order) => order !== undefined);
  }

  /** What is left of the application's funds in the currency. */
  available(appId: string, currency: string): Amount {
    return this.#funds.get(fundsKey(appId, currency)) ?? nothing;
  }

  /** What the application's accepted payouts of that day amount to. */
  paidOut(appId: string, currency: string, day: string): Amount {
    return this.#paidOut.get(JSON.stringify([appId, currency, day])) ?? nothing;
  }

  #create(order: Order): void {
    this.#orders.set(order.payOrderId, order);
    const ids = this.#byRequestId.get(order.requestId);
    if (ids === undefined) this.#byRequestId.set(order.requestId, [order.payOrderId]);
    else ids.push(order.payOrderId);
    if (order.kind !== 'payout') return;
    const total = taken(order);
    this.#spend(order, total);
    const key = JSON.stringify([order.appId, order.currency, order.day]);
    this.#paidOut.set(key, (this.#paidOut.get(key) ?? nothing).plus(total));
  }

  #move(order: Order): void {
    const before = this.#orders.get(order.payOrderId);
    this.#orders.set(order.payOrderId, order);
    if (order.kind === 'payout' && before?.kind === 'payout') this.#spend(order, taken(order).minus(taken(before)));
  }

  #spend(order: PayoutOrder, amount: Amount): void {
    const key = fundsKey(order.appId, order.currency);
    this.#funds.set(key, (this.#funds.get(key) ?? nothing).minus(amount));
  }
}

function fundsKey(appId: string, currency: string): string {
  return JSON.stringify([appId, currency]);
}
