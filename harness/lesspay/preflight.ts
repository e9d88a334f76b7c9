import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { type OperationName, operations } from '../../protocols/lesspay/operations.js';
import type { PreflightResult } from '../../schemas/report/results.generated.js';
import { describeAnswer, type Exchange, envelopeOf } from '../exchange.js';
import { Masker } from '../masking.js';
import { Recorder } from '../recorder.js';
import type { Transport } from '../transport.js';
import { CannotTestError } from '../usage-error.js';
import { isCredentialRefusal } from './credential-refusal.js';
import { orderGuard } from './order-guard.js';
import { type Credentials, type PlatformClient, platformClient } from './platform-client.js';
import { lesspaySensitiveMembers } from './sensitive.js';

/** What the preflight asks for. */
export interface PreflightOptions {
  readonly url: string;
  readonly credentials: Credentials;
  readonly transport: Transport;
  /** Our clock, milliseconds since the epoch. */
  readonly now: () => number;
  /** What a control interface says of the target's clock, milliseconds since the epoch. */
  readonly controlNow: number | null;
  /** Resolves after so many milliseconds, or when the run is ended. Default: the real time. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** Harmless questions: an order that cannot exist. Nothing is created. */
const NO_SUCH_ORDER = 'PREFLIGHT00000000000';

/** Enough for a distribution, few enough for a target that answers slowly. */
const SAMPLES = 20;

/** A target that takes this long in all is asked no more. */
const LONGEST_SAMPLING_MS = 3_000;

/** How finely our own lag is watched. */
const LAG_RESOLUTION_MS = 10;

/** The `Date` header counts whole seconds (RFC 9110 section 5.6.7); together with the way there and back this is what it leaves open. */
const DATE_RESOLUTION_MS = 1000;

/** Offsets below this are within what the `Date` header can tell. */
const NEGLIGIBLE_OFFSET_MS = 2000;

function explain(exchange: Exchange): string {
  return `POST ${operations[exchange.operation as OperationName].path}: ${describeAnswer(exchange)}`;
}

/** Says why the target cannot be tested; null when it can. Both products are asked: a target may offer one of them only. */
function obstacle(url: string, answers: readonly Exchange[]): CannotTestError | null {
  const usable = answers.filter((exchange) => envelopeOf(exchange) !== null && !isCredentialRefusal(exchange));
  if (usable.length > 0) return null;
  const seen = answers.map(explain).join('; ');
  const failed = answers.find(({ failure }) => failure !== null);
  if (failed !== undefined) {
    return new CannotTestError(
      'UNREACHABLE',
      `Cannot reach ${url}. ${seen}. Check the URL, that the target is running, and that this machine may connect to it.`,
    );
  }
  if (answers.some(isCredentialRefusal)) {
    return new CannotTestError(
      'CREDENTIALS_REFUSED',
      `${url} refuses the credentials. ${seen}. Check the application id, the secret, and this machine's clock.`,
    );
  }
  if (answers.every(({ response }) => response?.status === 404)) {
    return new CannotTestError(
      'NOT_FOUND',
      `${url} answers 404 on every Lesspay endpoint. ${seen}. Give the base URL, without a path such as /api.`,
    );
  }
  return new CannotTestError(
    'NOT_LESSPAY',
    `${url} does not answer as a Lesspay platform does. ${seen}. Expected JSON with an integer \`code\`.`,
  );
}

/** The value that a share of all values stays below: 0.5 for the median. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const tenths = (ms: number): number => Math.round(ms * 10) / 10;

/** The target's clock minus ours, from the `Date` header: between two bounds, as the header counts whole seconds. */
function offsetOf(exchange: Exchange): number | null {
  const date = Date.parse(exchange.response?.headers.date ?? '');
  if (Number.isNaN(date)) return null;
  return date + DATE_RESOLUTION_MS / 2 - (Date.parse(exchange.startedAt) + exchange.durationMs / 2);
}

/**
 * Looks before it leaps: is the target there, does it take the credentials, how fast is it, what does its clock say. Sends a
 * few signed queries for an order that does not exist.
 *
 * @throws CannotTestError with what was seen
 */
export async function preflight(options: PreflightOptions): Promise<PreflightResult> {
  const masker = new Masker(lesspaySensitiveMembers);
  masker.addSecret(options.credentials.appSecret);
  const recorder = new Recorder(masker);
  const pause = options.wait ?? ((ms: number): Promise<void> => setTimeout(ms));
  let offset = options.controlNow === null ? 0 : options.controlNow - options.now();
  const client: PlatformClient = platformClient({
    ...options,
    recorder,
    scope: recorder.openScope(),
    guard: orderGuard({ maxOrders: 0, maxAmount: null, payouts: false }),
    wait: pause,
    platformNow: () => options.now() + offset,
  });
  const askBoth = async (): Promise<Exchange[]> => {
    const end = Math.round(options.now() + offset);
    return [
      await client.fetchPayout({ request_id: NO_SUCH_ORDER }),
      await client.fetchPayin({ request_id: NO_SUCH_ORDER, start_time: end - 60_000, end_time: end }),
    ];
  };

  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
  lag.enable();
  let first = await askBoth();
  const measured = first.map(offsetOf).find((value) => value !== null) ?? null;
  if (options.controlNow === null && measured !== null && Math.abs(measured) > NEGLIGIBLE_OFFSET_MS) {
    // The first try was signed with our own time; a target whose clock differs would have refused it for that alone.
    offset = measured;
    first = await askBoth();
  }
  if (first.some(({ response }) => response?.status === 503)) {
    await pause(500);
    first = await askBoth();
  }
  const problem = obstacle(options.url, first);
  if (problem !== null) throw problem;

  const samples = first.map(({ durationMs }) => durationMs);
  const samplingEnds = options.now() + LONGEST_SAMPLING_MS;
  while (samples.length < SAMPLES && options.now() < samplingEnds) {
    samples.push((await client.fetchPayout({ request_id: NO_SUCH_ORDER })).durationMs);
  }
  lag.disable();
  const max = Math.max(...samples);
  return {
    clockOffsetMs: options.controlNow === null && measured === null ? null : Math.round(offset),
    clockErrorMs:
      options.controlNow === null
        ? measured === null
          ? null
          : Math.round(DATE_RESOLUTION_MS / 2 + max / 2)
        : Math.round(max),
    latencyMs: {
      samples: samples.length,
      median: tenths(quantile(samples, 0.5)),
      p95: tenths(quantile(samples, 0.95)),
      max: tenths(max),
    },
    // The histogram counts whole intervals in nanoseconds: what is longer than one is our own delay.
    eventLoopLagMs: tenths(Math.max(0, lag.max / 1e6 - LAG_RESOLUTION_MS)),
  };
}
