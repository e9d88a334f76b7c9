import * as fc from 'fast-check';
import { badPayinWindow, type WindowPlan } from '../../../generators/lesspay/queries.js';
import { holds } from '../../../harness/check.js';
import { describeAnswer, envelopeOf } from '../../../harness/exchange.js';
import { payinQuery as limits } from '../../../protocols/lesspay/limits.js';
import { fetchPayinMessages } from '../../../protocols/lesspay/payin-codes.js';
import { meets, situationsOf } from '../reading/outcomes.js';
import { recorded } from '../reading/recorded.js';
import type { Actors, LesspayScenario } from '../scenario.js';
import { aroundNow } from '../steps/look-up.js';
import { aboutAnOrder, type Moment, orderKnown } from './about-an-order.js';

const windowed = ({ requestId, nowMs }: Moment, { offsetMs, spanMs }: WindowPlan): object => ({
  request_id: requestId,
  start_time: nowMs + offsetMs,
  end_time: nowMs + offsetMs + spanMs,
});

const timeError = (id: string, title: string, drawn: fc.Arbitrary<WindowPlan>, suffix?: string): LesspayScenario =>
  aboutAnOrder<WindowPlan>({
    id,
    ...(suffix === undefined ? {} : { suffix }),
    title,
    drawn,
    query: windowed,
    judge: { [id]: (evidence) => [...orderKnown(evidence), ...meets(id, evidence.asked)] },
  });

/** QUERY-008: a window that starts after its end is refused as a time error (S001 message 3). */
export const startAfterEnd = timeError(
  'QUERY-008',
  'A query whose window starts after its end is refused.',
  badPayinWindow('startAfterEnd'),
);

/** QUERY-009: a window that starts at its end is refused as a time error (S001 message 3). */
export const startEqualsEnd = timeError(
  'QUERY-009',
  'A query whose window starts at its end is refused.',
  badPayinWindow('startEqualsEnd'),
);

const TOO_LONG_MS = limits.maxWindowMs.max + 1;

/** QUERY-010: a window one millisecond longer than seven days, 604,800,001, is refused as a time error (S001 message 3). */
export const oneMillisecondTooLong = timeError(
  'QUERY-010',
  'A query whose window is a millisecond longer than seven days is refused.',
  // The order is in the window, so that only the length of the window can be wrong.
  fc.constantFrom(60_000, 1_000).map((aheadMs) => ({ offsetMs: aheadMs - TOO_LONG_MS, spanMs: TOO_LONG_MS })),
);

/** QUERY-010: a window longer than seven days is refused as a time error (S001 message 3). */
export const tooLong = timeError(
  'QUERY-010',
  'A query whose window is longer than seven days is refused.',
  badPayinWindow('tooLong'),
  'longer',
);

const timeErrorText = fetchPayinMessages.find(({ key }) => key === 'time')?.msg ?? '';

/** QUERY-012: a window of a single millisecond is allowed, whether or not the order is found in it (S001). */
export const oneMillisecond = aboutAnOrder<WindowPlan>({
  id: 'QUERY-012',
  title: 'A query whose window is one millisecond long is no time error.',
  drawn: fc.integer({ min: 0, max: 60_000 }).map((backMs) => ({ offsetMs: -backMs, spanMs: 1 })),
  query: windowed,
  judge: {
    'QUERY-012': (evidence) => {
      const msg = envelopeOf(evidence.asked)?.msg;
      return [
        ...orderKnown(evidence),
        ...meets('QUERY-012', evidence.asked),
        holds(
          String(msg ?? '')
            .trim()
            .toLowerCase() !== timeErrorText.toLowerCase(),
          `another message than "${timeErrorText}"`,
          () => describeAnswer(evidence.asked),
          evidence.asked,
        ),
      ];
    },
  },
});

/** A window around now in seconds, as a client that forgot the milliseconds would send it: numbers, but of January 1970. */
function inSeconds(actors: Actors): { start_time: number; end_time: number } {
  const { start_time, end_time } = aroundNow(actors);
  return { start_time: Math.floor(start_time / 1000), end_time: Math.floor(end_time / 1000) };
}

/** QUERY-017: times that are not numbers are refused as a parameter error (S001 11); what comes of seconds is reported. */
export const timesAreNoNumbers = aboutAnOrder<object>({
  id: 'QUERY-017',
  title: 'A query whose times are not numbers is refused; one in seconds is answered or refused.',
  cases: situationsOf('QUERY-017'),
  drawn: fc.constantFrom(
    { start_time: 'abc' },
    { end_time: 'abc' },
    { start_time: 'abc', end_time: 'def' },
    { start_time: '2026-01-31 00:00:00', end_time: '2026-02-01 00:00:00' },
  ),
  query: ({ actors, requestId }, times, situation) => ({
    request_id: requestId,
    ...(situation === 'seconds' ? inSeconds(actors) : { ...aroundNow(actors), ...times }),
  }),
  judge: {
    'QUERY-017': (evidence, situation) => [
      ...orderKnown(evidence),
      ...(situation === 'seconds'
        ? [recorded('times in seconds', evidence.asked)]
        : meets('QUERY-017', evidence.asked, situation)),
    ],
  },
});

/** QUERY-018: whether a query by identifier may do without a window is reported (demo client). */
export const withoutWindow = aboutAnOrder({
  id: 'QUERY-018',
  title: 'A query by identifier without a window is answered or refused.',
  query: ({ requestId }) => ({ request_id: requestId }),
  judge: { 'QUERY-018': (evidence) => [...orderKnown(evidence), recorded('no window', evidence.asked)] },
});

/** QUERY-019: whether a query may give only one of the two times is reported (S001 is silent). */
export const halfAWindow = aboutAnOrder({
  id: 'QUERY-019',
  title: 'A query by identifier with only one of the two times is answered or refused.',
  cases: situationsOf('QUERY-019'),
  query({ actors, requestId }, _drawn, situation) {
    const { start_time, end_time } = aroundNow(actors);
    return { request_id: requestId, ...(situation === 'start_time only' ? { start_time } : { end_time }) };
  },
  judge: { 'QUERY-019': (evidence, situation) => [...orderKnown(evidence), recorded(situation, evidence.asked)] },
});

/** Everything about the window of a query. */
export const windowScenarios: readonly LesspayScenario[] = [
  startAfterEnd,
  startEqualsEnd,
  oneMillisecondTooLong,
  tooLong,
  oneMillisecond,
  timesAreNoNumbers,
  withoutWindow,
  halfAWindow,
];
