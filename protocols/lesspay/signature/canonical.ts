import { arrayText } from './array-text.js';
import type { JsonMember, JsonNode, JsonObject } from './json-node.js';
import { numberText } from './number-text.js';
import { byName, isBlankNode, parseSignableBody, type SignatureOperation, signedMembers } from './signable-body.js';

/**
 * The text that is hashed in front of `&key=` and the secret, as the demo client builds it: members sorted, blank ones left
 * out, `name=value` joined with `&`. Null when the body has no members to sign, so that `key=` and the secret are hashed alone.
 *
 * @param body the JSON text exactly as it is sent or was received
 * @param operation `payin-webhook` for a received pay-in webhook, `sign` for everything else
 * @throws UnsignableBodyError when no signature of the body can be relied upon
 * @example canonicalString('{"b":"2","a":{"y":"","x":[{"k":"","n":null}]},"n":null}') // 'a={x=[{"k":""}]}&b=2'
 */
export function canonicalString(body: string, operation: SignatureOperation = 'sign'): string | null {
  return canonicalText(parseSignableBody(body), operation);
}

/** As {@link canonicalString}, for a body that was read already. */
export function canonicalText(root: JsonObject, operation: SignatureOperation): string | null {
  const members = signedMembers(root, operation);
  if (members.length === 0) return null;
  return objectText(members, operation === 'payin-webhook' ? 2 : 1);
}

/** `rounds` is what an array that is a member of this object passes on to the order of its members (section 6.1, step 4). */
function objectText(members: readonly JsonMember[], rounds: number): string {
  let text = '';
  for (const member of members.filter((each) => !isBlankNode(each.value)).sort(byName)) {
    text += `${text === '' ? '' : '&'}${member.name}=${valueText(member.value, rounds)}`;
  }
  return text;
}

function valueText(node: JsonNode, rounds: number): string {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return numberText(node.text, node.start);
    case 'boolean':
      return node.value ? 'true' : 'false';
    case 'null':
      return 'null';
    case 'object':
      return `{${objectText(node.members, rounds + 1)}}`;
    case 'array':
      return arrayText(node, rounds);
  }
}
