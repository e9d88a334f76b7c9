import type { JsonArray, JsonMember, JsonNode } from './json-node.js';
import { orderSlotted, spreadHash } from './member-order.js';
import { numberText } from './number-text.js';
import type { Slotted } from './tree-slot.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be escaped.
const NEEDS_ESCAPE = /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const EVERY_ESCAPE = /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
]);

interface SlottedMember extends Slotted {
  readonly value: JsonNode;
}

/**
 * The JSON text of an array as it is signed: no white space, `null` members left out, members in hash-table order
 * (signature specification, sections 5 and 6).
 *
 * @param rounds how often the order is applied again after the `null` members are gone
 */
export function arrayText(array: JsonArray, rounds: number): string {
  let text = '[';
  for (const element of array.elements) text += (text.length > 1 ? ',' : '') + valueText(element, rounds);
  return `${text}]`;
}

function valueText(node: JsonNode, rounds: number): string {
  switch (node.kind) {
    case 'string':
      return quoted(node.value);
    case 'number':
      return numberText(node.text, node.start);
    case 'boolean':
      return node.value ? 'true' : 'false';
    case 'null':
      return 'null';
    case 'array':
      return arrayText(node, rounds);
    case 'object': {
      let text = '{';
      for (const member of layout(node.members, rounds)) {
        text += `${text.length > 1 ? ',' : ''}${quoted(member.name)}:${valueText(member.value, rounds)}`;
      }
      return `${text}}`;
    }
  }
}

/** The members that are written, in the order in which they are written (section 6.1). */
function layout(members: readonly JsonMember[], rounds: number): readonly SlottedMember[] {
  let entries: readonly SlottedMember[] = orderSlotted(
    members.map((member) => ({ name: member.name, spread: spreadHash(member.name), value: member.value })),
  ).filter((entry) => entry.value.kind !== 'null');
  for (let round = 0; round < rounds; round += 1) {
    const next = orderSlotted(entries);
    if (next.every((entry, index) => entry === entries[index])) break;
    entries = next;
  }
  return entries;
}

function quoted(text: string): string {
  return NEEDS_ESCAPE.test(text) ? `"${text.replace(EVERY_ESCAPE, escaped)}"` : `"${text}"`;
}

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return SHORT_ESCAPES.get(character) ?? `\\u${code}`;
}
