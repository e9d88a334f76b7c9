import { type OperationName, operationNames, operations, type Product } from '../../../protocols/lesspay/operations.js';
import type { Application } from './application.js';
import { isJsonObject, type JsonObject } from './json.js';

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

/** Reads the request, which names the application `appId`. Judges nothing. */
export function readAttempt(
  request: PlatformRequest,
  appId: string | undefined,
  find: (appId: string) => Application | undefined,
): Attempt {
  const operation = operationByPath.get(request.path);
  const guessed = request.path.startsWith('/api/global/payout/') ? 'payout' : 'payin';
  return {
    request,
    operation,
    product: operation === undefined ? guessed : operations[operation].product,
    application: appId === undefined ? undefined : find(appId),
    body: readBody(request.bodyText),
  };
}

/** No bytes at all count as the empty object: both are signed alike. */
function readBody(text: string | null): JsonObject | undefined {
  if (text === null) return undefined;
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
