/** A parsed JSON object. Read its members with `member` or `at`: names such as `constructor` must not reach the prototype. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object; false for null, arrays and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own member, or undefined. */
export function member(body: JsonObject, name: string): unknown {
  return Object.hasOwn(body, name) ? body[name] : undefined;
}

/** The value at a dotted path such as `beneficiary.destination.type`, or undefined where a level is missing or no object. */
export function at(body: JsonObject, path: string): unknown {
  let value: unknown = body;
  for (const name of path.split('.')) {
    if (!isJsonObject(value)) return undefined;
    value = member(value, name);
  }
  return value;
}

/** The text at a dotted path, or null where there is no text. */
export function textAt(body: JsonObject, path: string): string | null {
  const value = at(body, path);
  return typeof value === 'string' ? value : null;
}

/** The JSON text of a value with the members of every object sorted: equal texts mean equal content, whatever the order. */
export function contentText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(contentText).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${contentText(value[name])}`);
  return `{${members.join(',')}}`;
}
