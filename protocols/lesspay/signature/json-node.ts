/** Where a value stands in the text: offsets in UTF-16 code units, the end exclusive. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

/** A JSON object. A repeated name has one member: the position of the first, the value of the last. */
export interface JsonObject extends JsonSpan {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
  /** Each further occurrence of a name that the object had already, in order of appearance; empty for ordinary objects. */
  readonly repeated: readonly string[];
}

/** One name and its value. The name's token, quotes included, is `text.slice(nameStart, nameEnd)`. */
export interface JsonMember {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly value: JsonNode;
}

export interface JsonArray extends JsonSpan {
  readonly kind: 'array';
  readonly elements: readonly JsonNode[];
}

/** `value` is decoded; it may hold surrogates without a partner. */
export interface JsonString extends JsonSpan {
  readonly kind: 'string';
  readonly value: string;
}

/** `text` is the number as written: `1.10` and `1.1` differ. */
export interface JsonNumber extends JsonSpan {
  readonly kind: 'number';
  readonly text: string;
}

export interface JsonBoolean extends JsonSpan {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface JsonNull extends JsonSpan {
  readonly kind: 'null';
}

/** A JSON value with everything that `JSON.parse` would lose: number text, order of names, repeated names. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;
