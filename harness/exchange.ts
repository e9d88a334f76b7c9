import type { Exchange } from '../schemas/report/results.generated.js';

export type { Exchange, ExchangeFacts, ExchangeIntent } from '../schemas/report/results.generated.js';

/** Plain JSON data. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The response envelope of every Lesspay endpoint (protocol reference, section 4.5), as far as the answer has one. */
export interface Envelope {
  readonly code: number;
  readonly msg: Json | undefined;
  readonly data: Json | undefined;
  /** The whole object. */
  readonly members: { readonly [name: string]: Json };
}

const parsed = new WeakMap<object, { value: Json | undefined }>();

/** The JSON value of a recorded text, or undefined when it is not JSON. Parsed once per message. */
export function jsonOf(message: { readonly body: string } | null): Json | undefined {
  if (message === null) return undefined;
  const known = parsed.get(message);
  if (known !== undefined) return known.value;
  let value: Json | undefined;
  try {
    value = JSON.parse(message.body) as Json;
  } catch {
    value = undefined;
  }
  parsed.set(message, { value });
  return value;
}

/** True for a JSON object: not null, not an array. */
export function isJsonObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of a JSON object by name, or undefined when there is no such own member. */
export function member(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The envelope of an answer: a JSON object with an integer `code`. Null when there is no answer or no envelope. */
export function envelopeOf(exchange: Exchange): Envelope | null {
  const members = jsonOf(exchange.response);
  if (!isJsonObject(members)) return null;
  const code = member(members, 'code');
  if (typeof code !== 'number' || !Number.isInteger(code)) return null;
  return { code, msg: member(members, 'msg'), data: member(members, 'data'), members };
}

/** The `data` of an answer, or undefined. */
export function dataOf(exchange: Exchange): Json | undefined {
  return envelopeOf(exchange)?.data;
}

/** What came back, in one line for a person: `HTTP 200, code 30002 "Amount mismatch"`. */
export function describeAnswer(exchange: Exchange): string {
  if (exchange.response === null) {
    return exchange.failure === null
      ? 'no answer'
      : `no answer (${exchange.failure.code}: ${exchange.failure.message})`;
  }
  const { status, body } = exchange.response;
  const envelope = envelopeOf(exchange);
  if (envelope !== null) {
    return `HTTP ${status}, code ${envelope.code} ${JSON.stringify(cut(String(envelope.msg ?? ''), 120))}`;
  }
  return body === '' ? `HTTP ${status}, empty body` : `HTTP ${status}, no envelope: ${JSON.stringify(cut(body, 120))}`;
}

/** Shortens a text to `length` characters, marking the cut. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
