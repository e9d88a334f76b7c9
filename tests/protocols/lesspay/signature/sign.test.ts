import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalString } from '../../../../protocols/lesspay/signature/canonical.js';
import { digest, isSignatureText, sign } from '../../../../protocols/lesspay/signature/sign.js';
import { UnsignableBodyError } from '../../../../protocols/lesspay/signature/unsignable-body-error.js';
import { exampleBody, golden, worked } from './fixtures.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').toUpperCase();

const codeOf = (body: string): string => {
  try {
    return `signed: ${sign(body, 'secret')}`;
  } catch (error) {
    return error instanceof UnsignableBodyError ? error.code : String(error);
  }
};

describe('golden vectors', () => {
  test('the file holds all of them', () => {
    expect([golden.vectors.length, golden.refuse.length, golden.member_order.length]).toEqual([318, 22, 30]);
  });

  test.each(golden.vectors)('$id $category: $description', (vector) => {
    expect({
      canonical: canonicalString(vector.body, vector.operation),
      signature: sign(vector.body, vector.secret, vector.operation),
    }).toEqual({ canonical: vector.canonical, signature: vector.signature });
  });

  const expectedCodes: Record<string, string> = {
    'reserved-key': 'RESERVED_NAME',
    'not-an-object': 'NOT_AN_OBJECT',
    'invalid-json': 'INVALID_JSON',
    'number-range': 'NUMBER_OUT_OF_RANGE',
  };

  test.each(golden.refuse)('$id refuses: $description', ({ body, category }) => {
    expect(codeOf(body)).toBe(expectedCodes[category]);
    expect(() => sign(body, 'secret', 'payin-webhook')).toThrow(UnsignableBodyError);
  });
});

describe('worked examples', () => {
  test('the file holds V01 to V25 and the example messages', () => {
    expect(worked.vectors.map((each) => each.id)).toEqual(
      Array.from({ length: 25 }, (_, index) => `V${String(index + 1).padStart(2, '0')}`),
    );
    expect(worked.examples).toHaveLength(21);
  });

  test.each([...worked.vectors, ...worked.examples])('$id', (example) => {
    const canonical = canonicalString(example.body, example.operation);
    expect(sign(example.body, worked.secret, example.operation)).toBe(example.signature);
    if (example.signed !== undefined) {
      expect(canonical === null ? `key=${worked.secret}` : `${canonical}&key=${worked.secret}`).toBe(example.signed);
    }
  });

  test.each([
    ['Wy31kFZf4jkE+Y2XZhmFuQ', 'USDT', 'CA7807E87BCE0AE490E7ADBD4E600E5112347C818AC06E07352F28CB2FDD70DF'],
    ['YOUR_SECRET_KEY', 'USD', 'F597507A71153F2F5C9D0E1A6C5C9EC90126283BDFEDE4F1F61910B99166B447'],
  ])('the sample of the documents with the secret %s', (secret, currency, signature) => {
    const body = `{"target_currency":"${currency}","target_amount":100,"transaction_type":"PAY_IN"}`;
    expect(sign(body, secret)).toBe(signature);
  });
});

describe('refusals', () => {
  test.each([
    ['a reserved name in a value that a repeated name replaces', '{"a":{"$ref":1},"a":1}', 'RESERVED_NAME'],
    ['a number out of range in such a value', '{"a":1e9999999999,"a":1}', 'NUMBER_OUT_OF_RANGE'],
    ['a reserved name in a member that a v1 webhook leaves out', '{"event_data":{"@type":"x"},"a":1}', 'RESERVED_NAME'],
    ['an integer of 65,536 digits', `{"a":${'1'.repeat(65_536)}}`, 'NUMBER_OUT_OF_RANGE'],
    ['a scale beyond 32 bits', '{"a":0.01e-2147483646}', 'NUMBER_OUT_OF_RANGE'],
    ['a printed exponent beyond 32 bits', '{"a":12e2147483647}', 'NUMBER_OUT_OF_RANGE'],
    ['513 levels', `${'{"a":'.repeat(512)}[]${'}'.repeat(512)}`, 'TOO_DEEP'],
    ['an empty text', '', 'INVALID_JSON'],
  ])('%s', (_, body, code) => {
    expect(codeOf(body)).toBe(code);
  });

  test.each([
    ['other spellings', '{"$Ref":"$ref","type":"@type"}', '$Ref=$ref&type=@type'],
    ['an integer of 65,535 digits', `{"a":${'1'.repeat(65_535)}}`, `a=${'1'.repeat(65_535)}`],
    ['an exponent at the limit', '{"a":1e2147483647}', 'a=1E+2147483647'],
    ['an exponent with leading zeros', '{"a":1e+00000000000005}', 'a=1E+5'],
  ])('signs %s', (_, body, canonical) => {
    expect(canonicalString(body)).toBe(canonical);
  });

  test('the message says what, where, what was received and expected, and what to do', () => {
    expect(() => sign('{"a":{"\\u0024ref":"card 4242"}}', 'secret')).toThrow(
      'A member has a name that the platform takes for an instruction at offset 6: received "$ref", expected any name ' +
        'other than "$ref" and "@type". Rename or remove the member; no signature of this body can be relied upon.',
    );
    expect(() => sign('\ufeff{}', 'secret')).toThrow(/at offset 0: received a byte order mark/);
  });
});

describe('depth', () => {
  test('512 levels of objects and arrays are signed', () => {
    const objects = `${'{"a":'.repeat(511)}{"b":1}${'}'.repeat(511)}`;
    expect(canonicalString(objects)).toBe(`${'a={'.repeat(511)}b=1${'}'.repeat(511)}`);
    const arrays = `{"a":${'['.repeat(511)}1${']'.repeat(511)}}`;
    expect(canonicalString(arrays)).toBe(`a=${'['.repeat(511)}1${']'.repeat(511)}`);
  });
});

describe('surrogates without a partner', () => {
  test.each([
    ['{"a":"\\ud83d"}', 'a=?&key=s'],
    ['{"a":"\\ude00\\ud83d"}', 'a=??&key=s'],
    ['{"a":"\\ud83d\\ude00\\ud83d"}', 'a=\u{1f600}?&key=s'],
    ['{"a":["\\ude00"],"\\ud800":1}', 'a=["?"]&?=1&key=s'],
  ])('%s is hashed as %s', (body, hashed) => {
    expect(sign(body, 's')).toBe(sha256(hashed));
  });

  test('in the secret too', () => {
    expect(digest(null, '\ud800')).toBe(sha256('key=?'));
  });
});

describe('pay-in webhooks', () => {
  const body = (version: string): string => `{"api_version":${version},"event":"x","a":1}`;

  test.each(['null', '""', '" "', '"\\t\\n\\u2028\\u3000"', '"v1"', '"V1"'])(
    'api_version %s is version 1',
    (version) => {
      expect(canonicalString(body(version), 'payin-webhook')).toBe('a=1');
    },
  );

  test.each([
    ['"v2"', 'v2'],
    ['"v1 "', 'v1 '],
    ['"\\u00a0"', '\u00a0'],
    ['"\\u2007\\u202f"', '\u2007\u202f'],
    ['1', '1'],
    ['false', 'false'],
    ['["v1"]', '["v1"]'],
    ['{}', '{}'],
  ])('api_version %s is not', (version, written) => {
    expect(canonicalString(body(version), 'payin-webhook')).toBe(`a=1&api_version=${written}&event=x`);
  });

  test('the rule does not touch other operations', () => {
    expect(canonicalString(exampleBody('W2'))).toContain('api_version=v1&channel_biz_data={');
  });

  test('nothing left and only blanks left are different', () => {
    expect(canonicalString('{"event":"x","a":null}', 'payin-webhook')).toBeNull();
    expect(canonicalString('{"event":"x","a":""}', 'payin-webhook')).toBe('');
  });
});

test('isSignatureText', () => {
  const signature = sign('{}', 's');
  const wrong = [signature.toLowerCase(), signature.slice(1), `${signature}0`, `${signature}\n`, ` ${signature}`, ''];
  expect([signature, ...wrong].map(isSignatureText)).toEqual([true, ...wrong.map(() => false)]);
});
