import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonNode, parseJsonText } from '../../../../protocols/lesspay/signature/json-text.js';
import { UnsignableBodyError } from '../../../../protocols/lesspay/signature/unsignable-body-error.js';

/** What `JSON.parse` would make of it, with numbers as binary floats. */
function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map((member) => [member.name, plain(member.value)]));
    case 'array':
      return node.elements.map(plain);
    case 'number':
      return Number(node.text);
    case 'null':
      return null;
    default:
      return node.value;
  }
}

const verdict = (read: () => unknown): unknown => {
  try {
    return { value: read() };
  } catch (error) {
    return error instanceof SyntaxError || error instanceof UnsignableBodyError ? 'refused' : error;
  }
};

const members = (text: string): unknown => {
  const node = parseJsonText(text);
  if (node.kind !== 'object') throw new Error(`Not an object: ${text}`);
  return { members: node.members.map((each) => [each.name, plain(each.value)]), repeated: node.repeated };
};

describe('parseJsonText', () => {
  test('agrees with JSON.parse on valid texts', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), fc.constantFrom(undefined, '\t', '\r\n '), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(plain(parseJsonText(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('accepts and refuses the same texts as JSON.parse', () => {
    const fragments = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"\\',
        'u00e9',
        '1',
        '0',
        '-',
        '.',
        'e',
        'E+',
        'true',
        'null',
        'nul',
      ],
      ...[' ', '\n', '\u00a0', '\ufeff', '\u0001', '\\n', "'", '/', 'NaN', '{"a":', '[1,'],
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 7 }), (parts) => {
        const text = parts.join('');
        expect(verdict(() => plain(parseJsonText(text)))).toEqual(verdict(() => JSON.parse(text)));
      }),
      { numRuns: 3000 },
    );
  });

  test('keeps the text of numbers', () => {
    const tokens = ['1.10', '-0', '1e5', '1E+05', '9007199254740993', '0.000', '-12.50e-3'];
    const node = parseJsonText(`[${tokens.join(' , ')}]`);
    expect(node.kind === 'array' && node.elements.map((each) => each.kind === 'number' && each.text)).toEqual(tokens);
  });

  test('keeps the order of names, integer-like ones too', () => {
    expect(members('{"b":1,"10":2,"2":3,"a":4}')).toEqual({
      members: [
        ['b', 1],
        ['10', 2],
        ['2', 3],
        ['a', 4],
      ],
      repeated: [],
    });
  });

  test('a repeated name has its first position and last value, also when it is written with escapes', () => {
    expect(members('{"a":1,"b":2,"\\u0061":3,"a":4,"b":5}')).toEqual({
      members: [
        ['a', 4],
        ['b', 5],
      ],
      repeated: ['a', 'a', 'b'],
    });
  });

  test('finds repeated names among many', () => {
    const names = Array.from({ length: 100 }, (_, index) => `n${index}`);
    const text = `{${[...names, ...names].map((name, index) => `"${name}":${index}`).join(',')}}`;
    expect(members(text)).toEqual({ members: names.map((name, index) => [name, index + 100]), repeated: names });
  });

  test('keeps a member named __proto__', () => {
    expect(members('{"__proto__":{"polluted":1},"constructor":2}')).toMatchObject({
      members: [
        ['__proto__', { polluted: 1 }],
        ['constructor', 2],
      ],
    });
    expect(members('{"__proto__":1,"__proto__":2}')).toEqual({ members: [['__proto__', 2]], repeated: ['__proto__'] });
  });

  test('keeps surrogates without a partner', () => {
    expect(plain(parseJsonText('["\\ud800x\\udc00","\\ud83d\\ude00"]'))).toEqual(['\ud800x\udc00', '\u{1f600}']);
  });

  test('says where every value and name stands', () => {
    const text = ' { "a\\n" : [ 1.0 , "x" ] } ';
    const root = parseJsonText(text);
    const member = root.kind === 'object' ? root.members[0] : undefined;
    const list = member?.value;
    const spans = [root, list, ...(list?.kind === 'array' ? list.elements : [])];
    expect(spans.map((each) => text.slice(each?.start, each?.end))).toEqual([
      text.trim(),
      '[ 1.0 , "x" ]',
      '1.0',
      '"x"',
    ]);
    expect(text.slice(member?.nameStart, member?.nameEnd)).toBe('"a\\n"');
  });

  test.each([
    ['\ufeff{}', 0],
    ['{"a":01}', 6],
    ['{"a":1,}', 7],
    ['["x\ty"]', 3],
    ['["\\x"]', 3],
    ['["\\u12G4"]', 3],
    ['[1.]', 3],
    ['{"a" 1}', 5],
    ['[1', 2],
    ['"abc', 4],
    ['[] []', 3],
  ])('%j is refused at offset %i', (text, offset) => {
    expect(() => parseJsonText(text)).toThrow(expect.objectContaining({ code: 'INVALID_JSON', offset }));
  });
});
