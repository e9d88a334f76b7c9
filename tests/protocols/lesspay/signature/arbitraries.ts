import fc from 'fast-check';

/** A JSON value whose objects are lists of members, so that a test can permute them, whatever the names. */
export type Draft =
  | { readonly kind: 'text'; readonly json: string }
  | { readonly kind: 'array'; readonly elements: readonly Draft[] }
  | { readonly kind: 'object'; readonly members: readonly DraftMember[] };

export interface DraftMember {
  readonly name: string;
  readonly value: Draft;
}

const name = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('amount', 'currency', 'mch_order_id', 'bank_name', 'e_wallet', 'a', 'A', '_'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    { weight: 1, arbitrary: fc.nat(200).map(String) },
    { weight: 1, arbitrary: fc.constant('__proto__') },
  )
  .filter((each) => each !== '$ref' && each !== '@type');

const decimal = fc
  .tuple(
    fc.bigInt(-(10n ** 30n), 10n ** 30n),
    fc.option(fc.stringMatching(/^[0-9]{1,9}$/)),
    fc.option(fc.integer({ min: -30, max: 30 })),
  )
  .map(
    ([integer, fraction, exponent]) =>
      `${integer}${fraction === null ? '' : `.${fraction}`}${exponent === null ? '' : `e${exponent}`}`,
  );

const scalar: fc.Arbitrary<Draft> = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => JSON.stringify(text)),
    fc.constantFrom('null', '""', 'true', 'false', '0', '-0', '1.0', '1e5'),
    fc.maxSafeInteger().map(String),
    decimal,
  )
  .map((json) => ({ kind: 'text', json }));

const { object } = fc.letrec<{ value: Draft; object: Draft; array: Draft }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, { weight: 5, arbitrary: scalar }, tie('object'), tie('array')),
  object: fc
    .uniqueArray(fc.record({ name, value: tie('value') }), { selector: (member) => member.name, maxLength: 8 })
    .map((members) => ({ kind: 'object', members })),
  array: fc.array(tie('value'), { maxLength: 4 }).map((elements) => ({ kind: 'array', elements })),
}));

/** Any signable body. */
export const body = object;

/** Any JSON number, as text. */
export const numberToken = fc.oneof(decimal, fc.constantFrom('-0', '-0.0', '0e5', '-0e3', '0.0000000', '12.50e3'));

export function write(draft: Draft): string {
  if (draft.kind === 'text') return draft.json;
  if (draft.kind === 'array') return `[${draft.elements.map(write).join(',')}]`;
  return `{${draft.members.map((member) => `${JSON.stringify(member.name)}:${write(member.value)}`).join(',')}}`;
}

/** Applies `change` to the members of the root and of every object that is reached through objects only, innermost first. */
export function mapOutsideArrays(
  draft: Draft,
  change: (members: readonly DraftMember[], isRoot: boolean) => readonly DraftMember[],
  isRoot = true,
): Draft {
  if (draft.kind !== 'object') return draft;
  const inner = draft.members.map((member) => ({ ...member, value: mapOutsideArrays(member.value, change, false) }));
  return { kind: 'object', members: change(inner, isRoot) };
}
