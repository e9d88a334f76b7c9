import { isJsonObject, type JsonObject } from '../core/json.js';
import type { PlatformRequest } from '../core/request.js';

/** How requests arrive (S001, HTTP table; S003 1.3; docs pages for the spelling of header names). */
export interface Transport {
  isAllowedMethod(method: string): boolean;
  /** `application/json`, with or without parameters. */
  isJson(contentType: string | undefined): boolean;
  /** The value of a header; `name` is in lower case, the request may write it in any case. */
  header(request: PlatformRequest, name: string): string | undefined;
  /** The request that the text of a body stands for; undefined when it is not a JSON object. */
  readBody(text: string): JsonObject | undefined;
  /** How many milliseconds an answer takes after so many others. No source promises a time. */
  answerAfterMs(answered: number): number;
}

/** The documents' reading; a content type other than JSON is refused as a malformed request. */
export const transport: Transport = {
  isAllowedMethod: (method) => method === 'POST',
  isJson: (contentType) => /^application\/json\s*(;|$)/i.test((contentType ?? '').trim()),
  header: ({ headers }, name) => headers[name],
  readBody: (text) => {
    // No bytes at all count as the empty object: both are signed alike.
    if (text.trim() === '') return {};
    try {
      const value: unknown = JSON.parse(text);
      return isJsonObject(value) ? value : undefined;
    } catch {
      return undefined;
    }
  },
  answerAfterMs: () => 0,
};
