import { noVerdictFrom } from '../../../harness/answers.js';
import { type Envelope, type Exchange, envelopeOf } from '../../../harness/exchange.js';
import { type OperationName, operationNames, operations, type Product } from '../../../protocols/lesspay/operations.js';

/** The answer of one of the eight endpoints to a `POST` at its path, complete as it was on the wire. */
export interface EndpointAnswer {
  readonly exchange: Exchange;
  readonly operation: OperationName;
  readonly product: Product;
  /** True when a success creates an order. */
  readonly creates: boolean;
  readonly status: number;
  /** Null when the body is no JSON object with an integer `code`. */
  readonly envelope: Envelope | null;
}

const isOperation = (name: string | null): name is OperationName => operationNames.some((known) => known === name);

/**
 * The answer of an endpoint; null for everything else: other methods and paths, control traffic, webhooks, requests without an
 * answer, HTTP 429 and 503 (the target says that it cannot tell now), and answers that were cut when they were recorded.
 */
export function endpointAnswer(exchange: Exchange): EndpointAnswer | null {
  const { kind, operation, method, response } = exchange;
  if (kind !== 'request' || !isOperation(operation) || method !== 'POST' || response === null) return null;
  const { path, product, creates } = operations[operation];
  const sentTo = exchange.url.split(/[?#]/, 1)[0] ?? '';
  if (!sentTo.endsWith(path) || response.truncated || noVerdictFrom(exchange) !== null) return null;
  return { exchange, operation, product, creates, status: response.status, envelope: envelopeOf(exchange) };
}
