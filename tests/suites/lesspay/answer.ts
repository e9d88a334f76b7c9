import type { Exchange } from '../../../harness/exchange.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';

const message = (body: unknown) => {
  const text = JSON.stringify(body);
  return { headers: { 'content-type': 'application/json' }, body: text, bytes: text.length, truncated: false };
};

/** A recorded request of ours with the target's answer, as a judge sees it. */
export function answer(operation: OperationName, sent: object, envelope: unknown, status = 200): Exchange {
  return {
    id: 'x1',
    kind: 'request',
    operation,
    application: 'first',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
    method: 'POST',
    url: 'http://127.0.0.1/',
    request: message(sent),
    response: { status, ...message(envelope) },
    failure: null,
    facts: {},
    intent: null,
  };
}
