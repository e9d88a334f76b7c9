import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { golden } from '../protocols/lesspay/signature/fixtures.js';
import { inProcess } from './memory-io.js';
import { scratchFolder } from './scratch.js';

const [vector] = golden.vectors.filter(({ category }) => category === 'create-payin');
if (vector === undefined) throw new Error('The fixture has no pay-in.');
const { body, secret, canonical, signature } = vector;
const env = { LESSPAY_APP_SECRET: secret };

describe('sign', () => {
  const printed = `canonical  ${canonical}\nsignature  ${signature}\n`;

  test('a body from standard input, from - and from a file', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'body.json'), body);
    expect(await inProcess(['sign'], { env, input: body })).toEqual({ code: 0, out: printed, err: '' });
    expect(await inProcess(['sign', '-'], { env, input: body })).toEqual({ code: 0, out: printed, err: '' });
    expect(await inProcess(['sign', 'body.json'], { env, cwd })).toEqual({ code: 0, out: printed, err: '' });
  });

  test('the secret from the option', async () => {
    expect(await inProcess(['sign', '--app-secret', secret], { input: body })).toEqual({
      code: 0,
      out: printed,
      err: '',
    });
  });

  test('--json prints one object', async () => {
    const { code, out } = await inProcess(['sign', '--json'], { env, input: body });
    expect({ code, value: JSON.parse(out) }).toEqual({ code: 0, value: { canonical, signature } });
  });

  test('a body without a member to sign', async () => {
    const empty = golden.vectors.find((each) => each.canonical === null && each.operation === 'sign');
    expect(empty).toBeDefined();
    const { code, out } = await inProcess(['sign'], {
      env: { LESSPAY_APP_SECRET: empty?.secret ?? '' },
      input: empty?.body ?? '',
    });
    expect({ code, out }).toEqual({ code: 0, out: `canonical  (no member to sign)\nsignature  ${empty?.signature}\n` });
  });

  test('--operation payin-webhook signs the reduced form', async () => {
    const webhook = golden.vectors.find(({ operation }) => operation === 'payin-webhook');
    expect(webhook).toBeDefined();
    const surroundings = { env: { LESSPAY_APP_SECRET: webhook?.secret ?? '' }, input: webhook?.body ?? '' };
    const reduced = await inProcess(['sign', '--json', '--operation', 'payin-webhook'], surroundings);
    expect(JSON.parse(reduced.out)).toEqual({ canonical: webhook?.canonical, signature: webhook?.signature });
  });

  test('--verify of the right signature', async () => {
    expect(await inProcess(['sign', '--verify', signature], { env, input: body })).toEqual({
      code: 0,
      out: 'The signature matches.\n',
      err: '',
    });
    const json = await inProcess(['sign', '--json', '--verify', signature], { env, input: body });
    expect(JSON.parse(json.out)).toEqual({ canonical, signature, verified: true });
  });

  test('--verify of a wrong signature ends with 1 and shows both', async () => {
    // Digits are upper case; a platform compares them as they are.
    const wrong = signature.toLowerCase();
    expect(await inProcess(['sign', '--verify', wrong], { env, input: body })).toEqual({
      code: 1,
      out: `The signature does not match.\ncanonical  ${canonical}\nexpected   ${signature}\nreceived   ${wrong}\n`,
      err: '',
    });
    const json = await inProcess(['sign', '--json', '--verify', wrong], { env, input: body });
    expect({ code: json.code, value: JSON.parse(json.out) }).toEqual({
      code: 1,
      value: { canonical, signature, verified: false },
    });
  });

  test.each(golden.refuse)('refuses $id: $description', async ({ body: refused }) => {
    const { code, out, err } = await inProcess(['sign', '--json'], { env, input: refused });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: The body cannot be signed: .* at offset \d+: received .*, expected /);
  });

  test.each([
    ['no secret', ['sign'], {}, /The secret is missing: set LESSPAY_APP_SECRET .*, or give --app-secret/],
    [
      'an operation',
      ['sign', '--operation', 'verify'],
      env,
      /--operation: received "verify", expected sign or payin-webhook/,
    ],
    ['--plain with --json', ['sign', '--plain', '--json'], env, /--plain prints the signature and nothing else/],
    [
      'a reading',
      ['sign', '--reading', 'raw'],
      env,
      /--reading: received "raw", expected one of DEMO, RAW, RAW-NN, JSON-SORTED/,
    ],
    ['a missing file', ['sign', 'none.json'], env, /Cannot read none\.json: .*ENOENT.* or - for standard input/],
  ])('%s ends with 2', async (_name, args, given, says) => {
    const { code, out, err } = await inProcess(args, { env: given, input: body });
    expect(err).toMatch(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('--plain prints the signature alone', async () => {
    expect(await inProcess(['sign', '--plain'], { env, input: body })).toEqual({
      code: 0,
      out: `${signature}\n`,
      err: '',
    });
  });

  test('--reading signs nested values in another way', async () => {
    const nested = '{"a":{"z":1,"y":{"x":null}}}';
    const of = async (reading: string): Promise<unknown> =>
      JSON.parse((await inProcess(['sign', '--json', '--reading', reading], { env, input: nested })).out).canonical;
    expect(await of('RAW')).toBe('a={"z":1,"y":{"x":null}}');
    expect(await of('JSON-SORTED')).toBe('a={"y":{},"z":1}');
    expect(await of('DEMO')).toBe(
      JSON.parse((await inProcess(['sign', '--json'], { env, input: nested })).out).canonical,
    );
  });

  test('the secret is never printed', async () => {
    for (const args of [['sign'], ['sign', '--json'], ['sign', '--verify', 'AB']]) {
      const { out, err } = await inProcess(args, { env, input: body });
      expect(out + err).not.toContain(secret);
    }
  });
});
