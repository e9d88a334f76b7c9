import { declineCodes, type RiskEvent, riskEvents } from '../../../protocols/lesspay/risk-events.js';
import type { Application } from '../core/application.js';
import type { AdvanceableClock } from '../core/clock.js';
import type { IdSource } from '../core/ids.js';
import type { JsonObject } from '../core/json.js';
import { type DetailMove, IllegalMoveError, readDetailStatus, readOrderStatus } from '../core/moves.js';
import type { Order } from '../core/orders.js';
import type { Platform } from '../core/platform.js';
import type { PlatformRequest, PlatformResponse } from '../core/request.js';
import type { Outbox } from '../webhooks/outbox.js';
import {
  ControlInputError,
  choiceReader,
  integerReader,
  listReader,
  objectReader,
  type Reader,
  readObject,
  readSettings,
  required,
  textReader,
} from './input.js';

/** The path under which the control interface lives. */
export const controlPath = '/__control';

/** What the control interface acts on. */
export interface ControlParts {
  readonly platform: Platform;
  readonly outbox: Outbox;
  readonly clock: AdvanceableClock;
  readonly ids: IdSource;
  /** The version of the package. */
  readonly version: string;
}

interface Outcome {
  readonly status: number;
  readonly body: unknown;
}

type Route = (parts: ControlParts, ids: readonly string[], body: unknown) => Outcome;

/** The longest step of the clock: a year. */
const LONGEST_ADVANCE_MS = 366 * 86_400_000;

const orderStatus: Reader<NonNullable<ReturnType<typeof readOrderStatus>>> = (value, name) => {
  const status = typeof value === 'string' ? readOrderStatus(value) : null;
  if (status !== null) return status;
  throw new ControlInputError(`${name}: received ${JSON.stringify(value)}, expected the name of an order status.`);
};

const detailStatus: Reader<NonNullable<ReturnType<typeof readDetailStatus>>> = (value, name) => {
  const status = readDetailStatus(value);
  if (status !== null) return status;
  throw new ControlInputError(`${name}: received ${JSON.stringify(value)}, expected the name of a detail status.`);
};

const health: Route = ({ clock, version }) => ({
  status: 200,
  body: {
    status: 'ok',
    product: 'lesspay-conformance reference platform',
    protocol: 'lesspay',
    version,
    now: clock.now(),
    capabilities: ['transition', 'clock', 'applications', 'events', 'failures'],
  },
});

const advanceClock: Route = ({ clock }, _ids, body) => {
  const { advance_ms: ms } = readObject<{ advance_ms: number }>(body, 'body', {
    advance_ms: integerReader(0, LONGEST_ADVANCE_MS),
  });
  return { status: 200, body: { now: clock.advance(required(ms, 'body.advance_ms')) } };
};

const transition: Route = ({ platform }, [id], body) => {
  const order = find(platform, id);
  const input = readObject<{ to: NonNullable<ReturnType<typeof readOrderStatus>>; details: readonly DetailMove[] }>(
    body,
    'body',
    { to: orderStatus, details: listReader((value, name) => readMove(value, name)) },
  );
  const to = required(input.to, 'body.to');
  const details = input.details ?? null;
  if (details !== null) {
    if (order.kind === 'payin')
      throw new ControlInputError('body.details: a pay-in has no details. Leave the member out.');
    for (const move of details) {
      if (order.details.some((detail) => detail.mchOrderId === move.mchOrderId)) continue;
      throw new ControlInputError(`body.details: the order has no detail with mch_order_id ${move.mchOrderId}.`);
    }
  }
  return { status: 200, body: orderView(platform.move(order, to, details)) };
};

function readMove(value: unknown, name: string): DetailMove {
  const move = readObject<{ mch_order_id: string; to: DetailMove['to'] }>(value, name, {
    mch_order_id: textReader,
    to: detailStatus,
  });
  return { mchOrderId: required(move.mch_order_id, `${name}.mch_order_id`), to: required(move.to, `${name}.to`) };
}

const defaultEventData: Readonly<Record<RiskEvent, (order: Order) => JsonObject>> = {
  payment_declined: () => ({ response_code: declineCodes[0].code, response_summary: 'Suspected fraud' }),
  dispute_received: (order) => ({
    category: 'fraudulent',
    dispute_id: `dsp_${order.payOrderId}`,
    ...(order.kind === 'payin' ? { amount: order.amount, currency: order.currency } : {}),
  }),
};

const riskEvent: Route = ({ platform }, [id], body) => {
  const order = find(platform, id);
  const input = readObject<{ event: RiskEvent; event_data: JsonObject }>(body, 'body', {
    event: choiceReader(riskEvents.map(({ event }) => event)),
    event_data: objectReader,
  });
  if (order.kind !== 'payin') throw new ControlInputError('Risk events are about pay-ins; this order is a payout.');
  const event = required(input.event, 'body.event');
  platform.reportRisk(order, { event, eventData: input.event_data ?? defaultEventData[event](order) });
  return { status: 200, body: orderView(order) };
};

const createApplication: Route = ({ platform, ids }, _ids, body) => {
  const { appId, appSecret } = platform.addApplication(ids.credentials(), readSettings(body));
  return { status: 201, body: { app_id: appId, app_secret: appSecret } };
};

const changeApplication: Route = ({ platform }, [id], body) => {
  const application = platform.application(id ?? '');
  if (application === undefined) throw new NotFoundError(`No application has the id ${id}.`);
  return { status: 200, body: applicationView(platform.changeApplication(application, readSettings(body))) };
};

const deliveries: Route = ({ platform, outbox }, [id]) => ({
  status: 200,
  body: { deliveries: outbox.deliveries(find(platform, id).payOrderId) },
});

const routes: readonly { readonly method: string; readonly path: RegExp; readonly route: Route }[] = [
  { method: 'GET', path: /^\/health$/, route: health },
  { method: 'POST', path: /^\/clock$/, route: advanceClock },
  { method: 'POST', path: /^\/orders\/([^/]+)\/transition$/, route: transition },
  { method: 'POST', path: /^\/orders\/([^/]+)\/event$/, route: riskEvent },
  { method: 'GET', path: /^\/orders\/([^/]+)\/deliveries$/, route: deliveries },
  { method: 'POST', path: /^\/applications$/, route: createApplication },
  { method: 'PATCH', path: /^\/applications\/([^/]+)$/, route: changeApplication },
];

/** What was named does not exist. */
class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
  readonly code = 'NOT_FOUND';
}

/** Answers a request under `controlPath`. Errors have the form `{ error: { code, message } }` and change nothing. */
export function handleControl(parts: ControlParts, request: PlatformRequest): PlatformResponse {
  try {
    const { status, body } = dispatch(parts, request);
    return json(status, body);
  } catch (error) {
    if (error instanceof ControlInputError) return json(400, problem(error.code, error.message));
    if (error instanceof NotFoundError) return json(404, problem(error.code, error.message));
    if (error instanceof IllegalMoveError) return json(409, problem(error.code, error.message));
    return json(500, problem('INTERNAL', error instanceof Error ? error.message : 'The control request failed.'));
  }
}

function dispatch(parts: ControlParts, request: PlatformRequest): Outcome {
  const path = request.path.slice(controlPath.length);
  const fitting = routes.filter((candidate) => candidate.path.test(path));
  if (fitting.length === 0) throw new NotFoundError(`The control interface has no path ${request.path}.`);
  const chosen = fitting.find((candidate) => candidate.method === request.method);
  if (chosen === undefined) {
    const methods = fitting.map((candidate) => candidate.method).join(', ');
    return { status: 405, body: problem('METHOD_NOT_ALLOWED', `Received ${request.method}, expected ${methods}.`) };
  }
  const ids = (chosen.path.exec(path) ?? []).slice(1);
  return chosen.route(parts, ids, request.method === 'GET' ? undefined : readJson(request));
}

function readJson(request: PlatformRequest): unknown {
  // A web page cannot send this type without asking first, so it cannot move orders behind its reader's back.
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new ControlInputError('Content-Type: expected application/json.');
  }
  if (request.bodyText === null) throw new ControlInputError(`body: ${request.bodyProblem ?? 'cannot be read'}.`);
  try {
    return JSON.parse(request.bodyText);
  } catch {
    throw new ControlInputError('body: expected a JSON object.');
  }
}

function find(platform: Platform, payOrderId: string | undefined): Order {
  const order = platform.order(payOrderId ?? '');
  if (order === undefined) throw new NotFoundError(`No order has the pay_order_id ${payOrderId}.`);
  return order;
}

function orderView(order: Order): unknown {
  const view = { pay_order_id: order.payOrderId, request_id: order.requestId, order_status: order.status };
  if (order.kind === 'payin') return view;
  return { ...view, details: order.details.map(({ mchOrderId, status }) => ({ mch_order_id: mchOrderId, status })) };
}

function applicationView(application: Application): unknown {
  return {
    app_id: application.appId,
    status: application.status,
    products: application.products,
    channels: application.channels,
    way_types: application.wayTypes,
    default_notify_url: application.defaultNotifyUrl,
    limits: application.limits,
    failure: application.failure ?? 'none',
  };
}

function problem(code: string, message: string): unknown {
  return { error: { code, message } };
}

function json(status: number, body: unknown): PlatformResponse {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}
