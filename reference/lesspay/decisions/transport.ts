import type { PlatformRequest } from '../core/request.js';

/** How requests arrive (S001, HTTP table; S003 1.3; docs pages for the spelling of header names). */
export interface Transport {
  isAllowedMethod(method: string): boolean;
  /** `application/json`, with or without parameters. */
  isJson(contentType: string | undefined): boolean;
  /** The value of a header; `name` is in lower case, the request may write it in any case. */
  header(request: PlatformRequest, name: string): string | undefined;
}

/** The documents' reading; a content type other than JSON is refused as a malformed request. */
export const transport: Transport = {
  isAllowedMethod: (method) => method === 'POST',
  isJson: (contentType) => /^application\/json\s*(;|$)/i.test((contentType ?? '').trim()),
  header: ({ headers }, name) => headers[name],
};
