import type { JsonMember, JsonNode, JsonObject } from './json-node.js';
import { type JsonTextGuard, parseJsonText } from './json-text.js';
import { numberText } from './number-text.js';
import { UnsignableBodyError } from './unsignable-body-error.js';

/** What is signed: the whole body, or the part that the pay-in webhook rule leaves (signature specification, section 8). */
export type SignatureOperation = 'sign' | 'payin-webhook';

/** What a pay-in webhook of version 1 does not sign. */
const UNSIGNED_IN_V1: ReadonlySet<string> = new Set([
  'api_version',
  'order_status_int',
  'channel_biz_data',
  'event',
  'event_data',
]);

/** White space as the demo client's platform counts it: the no-break spaces U+00A0, U+2007 and U+202F are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: some control characters count as white space there.
const BLANK = /^[\t-\r\u001c-\u0020\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/;

const guard: JsonTextGuard = {
  name(name, offset) {
    if (name !== '$ref' && name !== '@type') return;
    throw new UnsignableBodyError('RESERVED_NAME', {
      what: 'A member has a name that the platform takes for an instruction',
      offset,
      received: JSON.stringify(name),
      expected: 'any name other than "$ref" and "@type"',
      advice: 'Rename or remove the member; no signature of this body can be relied upon.',
    });
  },
  number(text, offset) {
    numberText(text, offset);
  },
};

/**
 * Reads a body that is to be signed.
 *
 * @throws UnsignableBodyError when no signature of it can be relied upon (signature specification, section 2)
 */
export function parseSignableBody(body: string): JsonObject {
  const root = parseJsonText(body, guard);
  if (root.kind === 'object') return root;
  throw new UnsignableBodyError('NOT_AN_OBJECT', {
    what: 'The body is not a JSON object',
    offset: root.start,
    received: `a JSON ${root.kind}`,
    expected: 'an object',
    advice: 'Send the members as one JSON object.',
  });
}

/** The members of the root that take part in the signature, blank ones included. */
export function signedMembers(root: JsonObject, operation: SignatureOperation): readonly JsonMember[] {
  if (operation === 'sign') return root.members;
  const version = root.members.find((member) => member.name === 'api_version')?.value;
  const isV1 = version === undefined || isVersion1(version);
  return root.members.filter((member) => member.value.kind !== 'null' && !(isV1 && UNSIGNED_IN_V1.has(member.name)));
}

/** True for `null` and the empty string. A string of blanks is not blank in this sense, and neither are `{}` and `[]`. */
export function isBlankNode(node: JsonNode): boolean {
  return node.kind === 'null' || (node.kind === 'string' && node.value === '');
}

/** Compares by UTF-16 code unit, for sorting. */
export function byName(a: JsonMember, b: JsonMember): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function isVersion1(version: JsonNode): boolean {
  if (version.kind === 'null') return true;
  return version.kind === 'string' && (BLANK.test(version.value) || version.value === 'v1' || version.value === 'V1');
}
