import { findCurrency } from '../../../protocols/lesspay/currencies.js';
import type { OrderStatus } from '../../../protocols/lesspay/statuses.js';
import { isServedByIds } from '../decisions/lookup.js';
import type { RiskNotice } from '../decisions/notifications.js';
import type { Decisions } from '../decisions.js';
import {
  type Application,
  type ApplicationSettings,
  configured,
  defaultBalance,
  newApplication,
} from './application.js';
import type { Clock } from './clock.js';
import type { IdSource } from './ids.js';
import { type JsonObject, textAt } from './json.js';
import { createdKind, idKey, judge, takenBy } from './judge.js';
import { type DetailMove, movePayin, movePayout } from './moves.js';
import { type Making, newBatch, newPayin, newSinglePayout } from './new-orders.js';
import { type Notice, payinNotice, payoutNotice } from './notices.js';
import type { Order, PayinOrder, PayoutOrder } from './orders.js';
import { type Attempt, newAttempt, type PlatformRequest, type PlatformResponse } from './request.js';
import { type DomainEvent, State } from './state.js';
import { payoutView } from './views.js';
import { type Violation, violation } from './violation.js';

/** What the platform works with. */
export interface PlatformParts {
  readonly decisions: Decisions;
  /** The platform's time: orders, expiry, retries. */
  readonly clock: Clock;
  /** The machine's time, milliseconds since the epoch. It differs from the clock's once that was moved. */
  readonly wallNow: () => number;
  readonly ids: IdSource;
  /** Called with each event before it takes effect; the event does not take effect when this throws. */
  readonly record: (event: DomainEvent) => void;
  readonly notify: (notice: Notice) => void;
}

/** The payment platform itself: no sockets, no files, no time of its own. One call is one atomic step. */
export class Platform {
  readonly #parts: PlatformParts;
  readonly #state = new State();
  readonly #entering = new Set<string>();
  readonly #spent = new Set<string>();
  readonly #replaced = new Set<string>();
  #answered = 0;

  /** @param past what happened before, in order; it is applied without being recorded again */
  constructor(parts: PlatformParts, past: Iterable<DomainEvent> = []) {
    this.#parts = parts;
    for (const event of past) this.#state.apply(event);
    for (const order of this.#state.orders()) this.#scheduleExpiry(order);
  }

  /** Answers one request of a merchant. */
  handle(request: PlatformRequest): PlatformResponse {
    const { decisions, clock, wallNow } = this.#parts;
    const unread = newAttempt(request, (operation) => this.#callerOf(request, operation));
    try {
      const body = request.bodyText === null ? undefined : decisions.transport.readBody(request.bodyText);
      const attempt = { ...unread, body };
      const times = { now: clock.now(), wallNow: wallNow() };
      const court = { decisions, state: this.#state, entering: this.#entering, spent: this.#spent, times };
      const found = judge(attempt, court);
      if (found === null) return this.#serve(attempt);
      this.#keepRest(attempt, found);
      this.#spend(attempt, found);
      if (decisions.lifecycle.survivesRefusal(found.name)) this.#serve(attempt);
      return this.#refuse(attempt, found);
    } catch (error) {
      // The caller learns nothing about the inside; the order was not recorded, so nothing happened.
      return this.#refuse(
        unread,
        violation('internal', `internal error: ${error instanceof Error ? error.name : '?'}`),
      );
    }
  }

  applications(): readonly Application[] {
    return this.#state.applications();
  }

  application(appId: string): Application | undefined {
    return this.#state.application(appId);
  }

  order(payOrderId: string): Order | undefined {
    return this.#state.order(payOrderId);
  }

  /** What is left of the application's funds in the currency, as decimal text. */
  available(appId: string, currency: string): string {
    const funds = this.#state.available(appId, currency);
    const digits = Math.max(findCurrency(currency)?.digits ?? 0, funds.decimalPlaces() ?? 0);
    return funds.toFixed(digits);
  }

  /** Adds an application, or replaces the one with these credentials' id. */
  addApplication(
    credentials: { readonly appId: string; readonly appSecret: string },
    settings: ApplicationSettings = {},
  ): Application {
    const application = newApplication(credentials, settings);
    this.#record({ type: 'applicationSaved', application });
    this.#record({ type: 'fundsSet', appId: application.appId, balance: { ...defaultBalance, ...settings.balance } });
    return application;
  }

  changeApplication(application: Application, settings: ApplicationSettings): Application {
    const changed = configured(application, settings);
    if (JSON.stringify(changed) !== JSON.stringify(application)) {
      this.#record({ type: 'applicationSaved', application: changed });
    }
    if (settings.balance !== undefined) {
      this.#record({ type: 'fundsSet', appId: application.appId, balance: settings.balance });
    }
    return changed;
  }

  /** Moves an order and notifies its merchant as decided. @throws IllegalMoveError when the life cycle has no such step */
  move(order: Order, to: OrderStatus, details: readonly DetailMove[] | null = null): Order {
    const { decisions, clock } = this.#parts;
    if (order.kind === 'payin') {
      const moved = movePayin(order, to, clock.now(), decisions.lifecycle);
      this.#record({ type: 'orderChanged', order: moved });
      if (decisions.notifications.notifiesPayin(order.status, moved.status)) this.#notify(moved);
      return moved;
    }
    const moved = movePayout(order, to, details, clock.now(), decisions.lifecycle);
    this.#record({ type: 'orderChanged', order: moved });
    if (decisions.notifications.notifiesPayout(order.status, moved.status)) this.#notify(moved);
    return moved;
  }

  /** Sends a risk event about a pay-in. */
  reportRisk(order: PayinOrder, notice: RiskNotice): void {
    const after = this.#parts.decisions.lifecycle.afterRiskEvent(order);
    if (after !== order) this.#record({ type: 'orderChanged', order: after });
    this.#notify(after, notice);
  }

  /** Whom the request is from; an operation that wants no credentials is served for anybody. */
  #callerOf(request: PlatformRequest, operation: Attempt['operation']): Application | undefined {
    const { credentials, transport } = this.#parts.decisions;
    const named = transport.header(request, 'x-auth-appid');
    const all = () => this.#state.applications();
    const caller = credentials.callerOf(named, (appId) => this.#state.application(appId), all);
    const isOpen = operation !== undefined && !credentials.appliesTo(operation);
    return caller ?? (isOpen ? all()[0] : undefined);
  }

  #serve(attempt: Attempt): PlatformResponse {
    const { operation, application, body } = attempt;
    if (operation === undefined || application === undefined || body === undefined) {
      return this.#refuse(attempt, violation('internal', 'internal error: the request was not judged completely'));
    }
    switch (operation) {
      case 'createPayin':
      case 'createPayout':
      case 'createPayoutBatch':
        return this.#succeed(this.#create(operation, body, application));
      case 'fetchPayin':
        return this.#fetchPayin(attempt, body, application);
      case 'fetchPayout': {
        const order = this.#findPayout(body, application);
        return order === undefined
          ? this.#refuse(attempt, violation('orderNotFound', 'order not found'))
          : this.#succeed(payoutView(order, 'query', this.#parts.decisions));
      }
      case 'triggerNotify':
        return this.#trigger(attempt, body, application);
      case 'listBanks': {
        const [country, currency, wayCode] = ['bank_country_code', 'currency', 'way_code'].map(
          (name) => textAt(body, name) ?? '',
        );
        return this.#succeed(
          this.#parts.decisions.services.banks({
            country: country ?? '',
            currency: currency ?? '',
            wayCode: wayCode ?? '',
          }),
        );
      }
      case 'fetchBalance': {
        const currency = textAt(body, 'currency') ?? '';
        const balance = this.available(application.appId, currency);
        const wayCode = textAt(body, 'way_code') ?? '';
        return this.#succeed(this.#parts.decisions.services.balance({ wayCode, currency, balance }));
      }
    }
  }

  #create(
    operation: 'createPayin' | 'createPayout' | 'createPayoutBatch',
    body: JsonObject,
    application: Application,
  ): unknown {
    const { decisions, ids, clock } = this.#parts;
    const kind = createdKind(operation) ?? 'payin';
    const existing = takenBy(body, application, kind, { decisions, state: this.#state, entering: this.#entering });
    if (existing !== undefined && this.#repeat(existing, body, application) === 'first') return this.#created(existing);
    const making: Making = {
      decisions,
      ids,
      now: clock.now(),
      isUsed: (id) => this.#state.order(id) !== undefined,
    };
    const make = { createPayin: newPayin, createPayout: newSinglePayout, createPayoutBatch: newBatch }[operation];
    const order = make(body, application, making);
    this.#record({ type: 'orderCreated', order });
    this.#enter(order);
    this.#scheduleExpiry(order);
    return this.#created(order);
  }

  #enter({ payOrderId, requestId, kind }: Order): void {
    const { decisions, clock } = this.#parts;
    const { seenAfterMs, lastOnly } = decisions.requestIds.entry;
    if (seenAfterMs === null) return;
    for (const other of this.#state.ordersByRequestId(requestId)) {
      if (lastOnly && other.kind === kind && this.#entering.has(other.payOrderId)) this.#replaced.add(other.payOrderId);
    }
    this.#entering.add(payOrderId);
    clock.schedule(clock.now() + seenAfterMs, () => this.#entering.delete(payOrderId));
  }

  /** What a refused batch leaves behind: nothing, unless it is decided otherwise. */
  #keepRest({ operation, application, body }: Attempt, found: Violation): void {
    if (operation !== 'createPayoutBatch' || application === undefined || body === undefined) return;
    const rest = this.#parts.decisions.payoutOrders.leftOfRefusedBatch(body, found.name);
    if (rest !== null) this.#create(operation, rest, application);
  }

  #spend({ operation, application, body }: Attempt, found: Violation): void {
    const kind = createdKind(operation);
    if (kind === null || application === undefined || body === undefined) return;
    if (this.#parts.decisions.requestIds.isSpentBy(found.name)) this.#spent.add(idKey(body, application, kind));
  }

  #repeat(existing: Order, body: JsonObject, application: Application): string {
    const { requestIds } = this.#parts.decisions;
    const same = existing.contentDigest === requestIds.digest(requestIds.content(body), application);
    return (existing.kind === 'payin' ? requestIds.repeatedPayin(same) : requestIds.repeatedPayout(same)).kind;
  }

  #created(order: Order): unknown {
    const { payinOrders, payoutOrders } = this.#parts.decisions;
    return order.kind === 'payin'
      ? payinOrders.created(order, payinOrders.checkoutUrl(order))
      : payoutOrders.created(order);
  }

  #fetchPayin(attempt: Attempt, body: JsonObject, application: Application): PlatformResponse {
    const { lookup, syntax, payinOrders } = this.#parts.decisions;
    const found = this.#candidates(body)
      .filter((order) => order.kind === 'payin')
      .filter((order) => lookup.maySee(order, application) && lookup.isAskedFor(order, body, syntax))
      .filter((order) => lookup.isInWindow(order, body, syntax))
      .sort(lookup.compare);
    if (found.length === 0) return this.#refuse(attempt, violation('orderNotFound', 'Order does not exist'));
    const { page, pageSize } = lookup.page(body, syntax);
    const records = lookup.slice(found, page, pageSize).map(payinOrders.record);
    return this.#succeed(payinOrders.list({ total: found.length, page, pageSize, records }));
  }

  #findPayout(body: JsonObject, application: Application): PayoutOrder | undefined {
    const { lookup, syntax } = this.#parts.decisions;
    return this.#candidates(body)
      .filter((order) => order.kind === 'payout')
      .find((order) => lookup.maySee(order, application) && lookup.isAskedFor(order, body, syntax));
  }

  #candidates(body: JsonObject): readonly Order[] {
    return this.#ordersLike(body).filter((order) => !this.#replaced.has(order.payOrderId));
  }

  /** Orders that may fit the identifiers; all orders where none was sent. */
  #ordersLike(body: JsonObject): readonly Order[] {
    if (!isServedByIds(this.#parts.decisions.lookup)) return [...this.#state.orders()];
    const payOrderId = textAt(body, 'pay_order_id') || null;
    const requestId = textAt(body, 'request_id') || null;
    if (payOrderId !== null) return [this.#state.order(payOrderId)].filter((order) => order !== undefined);
    return requestId === null ? [...this.#state.orders()] : this.#state.ordersByRequestId(requestId);
  }

  #trigger(attempt: Attempt, body: JsonObject, application: Application): PlatformResponse {
    const order = this.#findPayout(body, application);
    if (order === undefined) return this.#refuse(attempt, violation('orderNotFound', 'order not found'));
    const after = this.#parts.decisions.lifecycle.afterTrigger(order);
    if (after !== order) this.#record({ type: 'orderChanged', order: after });
    if (this.#parts.decisions.notifications.notifiesTrigger(after.status)) this.#notify(after);
    return this.#succeed(payoutView(after, 'triggerAnswer', this.#parts.decisions));
  }

  #notify(order: Order, risk: RiskNotice | null = null): void {
    const { decisions, notify } = this.#parts;
    const owner = this.#state.application(order.appId);
    if (owner === undefined) return;
    const parties = { owner, signer: decisions.notifications.signer(owner, this.#state.applications()) };
    const notice =
      order.kind === 'payin' ? payinNotice(order, risk, parties, decisions) : payoutNotice(order, parties, decisions);
    if (notice !== null) notify(notice);
  }

  #scheduleExpiry(order: Order): void {
    if (order.expiresAt === null) return;
    this.#parts.clock.schedule(order.expiresAt, () => {
      const current = this.#state.order(order.payOrderId);
      const to = current === undefined ? null : this.#parts.decisions.lifecycle.expired(current);
      if (current !== undefined && to !== null) this.move(current, to);
    });
  }

  #record(event: DomainEvent): void {
    this.#parts.record(event);
    this.#state.apply(event);
  }

  #succeed(data: unknown): PlatformResponse {
    const { envelope } = this.#parts.decisions;
    return this.#answer(envelope.successStatus, envelope.success(data));
  }

  #refuse({ product }: Attempt, found: Violation): PlatformResponse {
    const { decisions } = this.#parts;
    const answer = (product === 'payin' ? decisions.payinAnswers : decisions.payoutAnswers)[found.name];
    return this.#answer(answer.status, decisions.envelope.failure(answer, found.msg));
  }

  #answer(status: number, body: unknown): PlatformResponse {
    const headers = {
      'content-type': this.#parts.decisions.envelope.contentType,
      ...(status === 405 ? { allow: 'POST' } : {}),
    };
    const afterMs = this.#parts.decisions.transport.answerAfterMs(this.#answered);
    this.#answered += 1;
    return { status, headers, body: JSON.stringify(body), ...(afterMs > 0 ? { afterMs } : {}) };
  }
}
