import { type OperationName, operationNames, operations, type Product } from '../../../protocols/lesspay/operations.js';
import type { Application } from './application.js';
import type { JsonObject } from './json.js';

/** A request as the HTTP face hands it over. */
export interface PlatformRequest {
  readonly method: string;
  /** Without the query string. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The names as they were sent. */
  readonly headerNames: readonly string[];
  /** Null when the bytes are not readable text: too many, or no UTF-8. `bodyProblem` says which. */
  readonly bodyText: string | null;
  readonly bodyProblem?: string;
}

/** The answer to a request. `body` is JSON text. */
export interface PlatformResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How many milliseconds later the answer leaves; absent: at once. What was asked for has happened all the same. */
  readonly afterMs?: number;
}

/** A request with everything that can be read from it before it is judged. */
export interface Attempt {
  readonly request: PlatformRequest;
  readonly operation: OperationName | undefined;
  /** The product whose error table applies; guessed from the path where no endpoint has it. */
  readonly product: Product;
  /** The application that the request names; undefined for an unknown one. */
  readonly application: Application | undefined;
  /** The parsed body; undefined when it is not a JSON object. */
  readonly body: JsonObject | undefined;
}

const operationByPath: ReadonlyMap<string, OperationName> = new Map(
  operationNames.map((name) => [operations[name].path, name]),
);

/** The request as an attempt whose body is not read yet. Judges nothing. */
export function newAttempt(
  request: PlatformRequest,
  callerOf: (operation: OperationName | undefined) => Application | undefined,
): Attempt {
  const operation = operationByPath.get(request.path);
  const guessed = request.path.startsWith('/api/global/payout/') ? 'payout' : 'payin';
  return {
    request,
    operation,
    product: operation === undefined ? guessed : operations[operation].product,
    application: callerOf(operation),
    body: undefined,
  };
}
