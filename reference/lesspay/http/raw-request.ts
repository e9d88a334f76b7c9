import type { PlatformRequest } from '../core/request.js';

/** A request as it came over the wire. */
export interface RawRequest {
  readonly method: string;
  /** Path with the query string. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The names as they were sent. */
  readonly headerNames: readonly string[];
  /** At most `LONGEST_BODY_BYTES`. */
  readonly bytes: Uint8Array;
  /** True when there were more bytes than are read. */
  readonly overlong: boolean;
}

/** A longer body is refused. */
export const LONGEST_BODY_BYTES = 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The request as the platform takes it. */
export function readRawRequest({ target, bytes, overlong, ...others }: RawRequest): PlatformRequest {
  const [path = '/'] = target.split('?');
  const base = { method: others.method, path, headers: others.headers, headerNames: others.headerNames };
  if (overlong) {
    return { ...base, bodyText: null, bodyProblem: `the body must have at most ${LONGEST_BODY_BYTES} bytes` };
  }
  try {
    return { ...base, bodyText: utf8.decode(bytes) };
  } catch {
    return { ...base, bodyText: null, bodyProblem: 'the body must be UTF-8 text' };
  }
}
