import { timingSafeEqual } from 'node:crypto';
import { canonicalText } from './canonical.js';
import type { JsonMember, JsonNode, JsonObject } from './json-node.js';
import { digest } from './sign.js';
import { byName, isBlankNode, parseSignableBody, type SignatureOperation, signedMembers } from './signable-body.js';

/**
 * The plausible readings of the signature rules (protocol reference, section 3.4). They agree on bodies without nested
 * objects and arrays whose values are text, booleans and plain integers.
 * - `DEMO`: as the demo client; the one to sign with.
 * - `RAW`: nested objects and arrays as their JSON text was received, without white space.
 * - `RAW-NN`: as `RAW`, members that are `null` or `""` left out at all depths.
 * - `JSON-SORTED`: as `RAW-NN`, written anew with the members sorted at all depths.
 */
export type SignatureReading = 'DEMO' | 'RAW' | 'RAW-NN' | 'JSON-SORTED';

/** All readings, the one of the demo client first. */
export const signatureReadings: readonly SignatureReading[] = ['DEMO', 'RAW', 'RAW-NN', 'JSON-SORTED'];

/**
 * The signature of a body under one reading.
 *
 * @throws UnsignableBodyError when no signature of the body can be relied upon
 */
export function signWithReading(
  body: string,
  secret: string,
  reading: SignatureReading,
  operation: SignatureOperation = 'sign',
): string {
  return digest(canonicalWithReading(body, reading, operation), secret);
}

/**
 * The canonical string of a body under one reading; null when there are no members to sign.
 *
 * @throws UnsignableBodyError when no signature of the body can be relied upon
 */
export function canonicalWithReading(
  body: string,
  reading: SignatureReading,
  operation: SignatureOperation = 'sign',
): string | null {
  return textUnder(body, parseSignableBody(body), reading, operation);
}

/**
 * Finds the reading and operation under which `signature` is the signature of the body: readings in the order of
 * {@link signatureReadings}, and for each the operations in the given order. Null when there is none.
 *
 * @throws UnsignableBodyError when no signature of the body can be relied upon
 */
export function matchReading(
  body: string,
  secret: string,
  signature: string,
  operations: readonly SignatureOperation[],
): { reading: SignatureReading; operation: SignatureOperation } | null {
  const root = parseSignableBody(body);
  for (const reading of signatureReadings) {
    for (const operation of operations) {
      const expected = digest(textUnder(body, root, reading, operation), secret);
      if (equalSignatures(expected, signature)) return { reading, operation };
    }
  }
  return null;
}

/** Compares exactly, upper case and all, in a time that does not tell where the two differ. */
export function equalSignatures(a: string, b: string): boolean {
  const left = Buffer.from(a, 'utf8');
  const right = Buffer.from(b, 'utf8');
  return left.length === right.length && timingSafeEqual(left, right);
}

function textUnder(
  body: string,
  root: JsonObject,
  reading: SignatureReading,
  operation: SignatureOperation,
): string | null {
  if (reading === 'DEMO') return canonicalText(root, operation);
  const members = signedMembers(root, operation);
  if (members.length === 0) return null;
  return members
    .filter((member) => !isBlankNode(member.value))
    .sort(byName)
    .map(({ name, value }) => `${name}=${value.kind === 'string' ? value.value : nestedText(body, value, reading)}`)
    .join('&');
}

function nestedText(body: string, node: JsonNode, reading: 'RAW' | 'RAW-NN' | 'JSON-SORTED'): string {
  switch (reading) {
    case 'RAW':
      return withoutWhiteSpace(body.slice(node.start, node.end));
    case 'RAW-NN':
      return rewritten(node, {
        members: (members) => members,
        name: (member) => body.slice(member.nameStart, member.nameEnd),
        scalar: (scalar) => body.slice(scalar.start, scalar.end),
      });
    case 'JSON-SORTED':
      return rewritten(node, {
        members: (members) => [...members].sort(byName),
        name: (member) => JSON.stringify(member.name),
        scalar: (scalar) =>
          scalar.kind === 'string' ? JSON.stringify(scalar.value) : body.slice(scalar.start, scalar.end),
      });
  }
}

interface Writer {
  members(members: readonly JsonMember[]): readonly JsonMember[];
  name(member: JsonMember): string;
  scalar(node: JsonNode): string;
}

/** Compact JSON without blank members. Elements of arrays stay, blank or not: only members can be left out. */
function rewritten(node: JsonNode, writer: Writer): string {
  if (node.kind === 'array') return `[${node.elements.map((element) => rewritten(element, writer)).join(',')}]`;
  if (node.kind !== 'object') return writer.scalar(node);
  const members = writer.members(node.members.filter((member) => !isBlankNode(member.value)));
  return `{${members.map((member) => `${writer.name(member)}:${rewritten(member.value, writer)}`).join(',')}}`;
}

function withoutWhiteSpace(json: string): string {
  return json.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|[ \t\r\n]+/g, '$1');
}
