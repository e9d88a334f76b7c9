import fc from 'fast-check';
import { describe, test } from 'vitest';
import { canonicalString } from '../../../../protocols/lesspay/signature/canonical.js';
import { sign } from '../../../../protocols/lesspay/signature/sign.js';
import { body, type Draft, type DraftMember, mapOutsideArrays, write } from './arbitraries.js';

const operations = fc.constantFrom('sign' as const, 'payin-webhook' as const);
const blank = fc.constantFrom<Draft>({ kind: 'text', json: 'null' }, { kind: 'text', json: '""' });
const isBlank = (member: DraftMember): boolean =>
  member.value.kind === 'text' && (member.value.json === 'null' || member.value.json === '""');

/** Members sorted by keys that a generated list of numbers gives: a permutation that shrinks to the identity. */
const permuted = (members: readonly DraftMember[], keys: readonly number[]): DraftMember[] =>
  members
    .map((member, index) => ({ member, key: keys[index % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ member }) => member);

describe('signatures', () => {
  test('do not depend on the order of members outside arrays', () => {
    fc.assert(
      fc.property(body, operations, fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }), (draft, operation, keys) => {
        const moved = mapOutsideArrays(draft, (members) => permuted(members, keys));
        return sign(write(draft), 's', operation) === sign(write(moved), 's', operation);
      }),
    );
  });

  test('do not depend on blank members outside arrays, the last member of the root excepted', () => {
    fc.assert(
      fc.property(body, blank, fc.nat(8), (draft, value, place) => {
        const added = mapOutsideArrays(draft, (members, isRoot) =>
          isRoot && members.length === 0
            ? members
            : [...members.slice(0, place), { name: 'an added member', value }, ...members.slice(place)],
        );
        const removed = mapOutsideArrays(draft, (members, isRoot) => {
          const kept = members.filter((member) => !isBlank(member));
          return isRoot && kept.length === 0 ? members : kept;
        });
        const signature = sign(write(draft), 's');
        return signature === sign(write(added), 's') && signature === sign(write(removed), 's');
      }),
    );
  });

  test('do not tell an integer from its decimal text outside arrays', () => {
    const integer = fc.oneof(fc.maxSafeInteger(), fc.bigInt()).map(String);
    fc.assert(
      fc.property(body, integer, (draft, digits) => {
        const withMember = (json: string): string =>
          write(
            mapOutsideArrays(draft, (members) => [
              ...members,
              { name: 'an added member', value: { kind: 'text', json } },
            ]),
          );
        return sign(withMember(digits), 's') === sign(withMember(`"${digits}"`), 's');
      }),
    );
  });

  test('do not depend on white space', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const root = { value };
        return canonicalString(JSON.stringify(root)) === canonicalString(JSON.stringify(root, null, '\t'));
      }),
    );
  });
});
