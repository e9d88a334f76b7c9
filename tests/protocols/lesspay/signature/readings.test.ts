import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalWithReading,
  equalSignatures,
  matchReading,
  type SignatureReading,
  signatureReadings,
  signWithReading,
} from '../../../../protocols/lesspay/signature/readings.js';
import { sign } from '../../../../protocols/lesspay/signature/sign.js';
import { body, write } from './arbitraries.js';
import { exampleBody, golden, worked } from './fixtures.js';

const all = (text: string): Record<string, string | null> =>
  Object.fromEntries(signatureReadings.map((reading) => [reading, canonicalWithReading(text, reading)]));

describe('readings', () => {
  test('the file holds the four divergence vectors', () => {
    expect(worked.readings.map((each) => each.example)).toEqual(['P3', 'B1', 'W6', 'I2']);
  });

  test.each(worked.readings)('of example $example', ({ example, signatures }) => {
    const text = exampleBody(example);
    const computed = signatureReadings.map((reading) => [reading, signWithReading(text, worked.secret, reading)]);
    expect(Object.fromEntries(computed)).toEqual(signatures);
  });

  test('each one, side by side', () => {
    expect(
      all(
        '{ "z" : { "k" : "a\\/ b" , "b" : [ null , "" , { "y" : "" , "x" : 1.0 } ] , "n" : null } , "a" : "\\u0041" }',
      ),
    ).toEqual({
      DEMO: 'a=A&z={b=[null,"",{"x":1.0,"y":""}]&k=a/ b}',
      RAW: 'a=A&z={"k":"a\\/ b","b":[null,"",{"y":"","x":1.0}],"n":null}',
      'RAW-NN': 'a=A&z={"k":"a\\/ b","b":[null,"",{"x":1.0}]}',
      'JSON-SORTED': 'a=A&z={"b":[null,"",{"x":1.0}],"k":"a/ b"}',
    });
  });

  test('an empty body and a blank one differ in every reading', () => {
    expect(all('{}')).toEqual({ DEMO: null, RAW: null, 'RAW-NN': null, 'JSON-SORTED': null });
    expect(all('{"a":""}')).toEqual({ DEMO: '', RAW: '', 'RAW-NN': '', 'JSON-SORTED': '' });
  });

  test('DEMO is the signature', () => {
    fc.assert(fc.property(body, (draft) => sign(write(draft), 's') === signWithReading(write(draft), 's', 'DEMO')));
  });

  const flat = golden.vectors.filter((vector) => vector.portable === 'yes' && !/[{[]/.test(vector.body.slice(1)));
  test('all coincide on flat portable bodies', () => {
    expect(flat.length).toBeGreaterThan(20);
    const different = flat.filter((vector) =>
      signatureReadings.some((reading) => signWithReading(vector.body, vector.secret, reading) !== vector.signature),
    );
    expect(different.map((vector) => vector.id)).toEqual([]);
  });

  test('those that keep the order of arrays agree on bodies that are portable except for arrays', () => {
    const isNested = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value);
    const neutral = golden.vectors
      .filter((vector) => vector.portable === 'arrays')
      .map((vector) => ({ ...vector, root: JSON.parse(vector.body) as Record<string, unknown> }))
      .filter(({ root }) => !Object.values(root).some(isNested));
    expect(neutral.length).toBeGreaterThan(15);
    const readings: readonly SignatureReading[] = ['DEMO', 'RAW', 'RAW-NN'];
    // Written anew, because RAW also keeps escapes as they were received.
    const different = neutral.filter(({ root, secret, signature }) =>
      readings.some((reading) => signWithReading(JSON.stringify(root), secret, reading) !== signature),
    );
    expect(different.map((vector) => vector.id)).toEqual([]);
  });
});

describe('matchReading', () => {
  const text = exampleBody('W6');

  test.each(signatureReadings)('finds %s', (reading) => {
    const signature = signWithReading(text, worked.secret, reading);
    expect(matchReading(text, worked.secret, signature, ['sign'])).toEqual({ reading, operation: 'sign' });
  });

  test('tries the operations in the given order', () => {
    const payin = exampleBody('W2');
    const signature = signWithReading(payin, worked.secret, 'RAW', 'payin-webhook');
    expect(matchReading(payin, worked.secret, signature, ['sign'])).toBeNull();
    expect(matchReading(payin, worked.secret, signature, ['sign', 'payin-webhook'])).toEqual({
      reading: 'DEMO',
      operation: 'payin-webhook',
    });
    const both = signWithReading(text, worked.secret, 'DEMO', 'sign');
    expect(matchReading(text, worked.secret, both, ['sign', 'payin-webhook'])?.operation).toBe('sign');
  });

  test.each([
    ['lower case', (signature: string) => signature.toLowerCase()],
    ['a cut signature', (signature: string) => signature.slice(0, -1)],
    ['no signature', () => ''],
    ['the signature with another secret', () => sign(text, 'another')],
  ])('does not accept %s', (_, change) => {
    expect(matchReading(text, worked.secret, change(sign(text, worked.secret)), ['sign', 'payin-webhook'])).toBeNull();
  });
});

test('equalSignatures', () => {
  expect([equalSignatures('AB', 'AB'), equalSignatures('AB', 'ab'), equalSignatures('AB', 'ABC')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(equalSignatures('', 'é')).toBe(false);
});
