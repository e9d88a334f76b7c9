import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { golden } from '../protocols/lesspay/signature/fixtures.js';
import { inProcess } from './memory-io.js';
import { mainScript, start } from './process.js';

interface Line {
  readonly id: unknown;
  readonly canonical?: string | null;
  readonly signature?: string;
  readonly error?: { readonly code: string; readonly message: string };
}

const SECRET = 'batch-secret-4Tz8w';

async function batch(input: string): Promise<Line[]> {
  const { code, out, err } = await inProcess(['sign', '--batch'], { input });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

describe('sign --batch', () => {
  test('signs every golden vector, in order', async () => {
    const requests = golden.vectors.map(({ id, secret, body, operation }) => ({ id, secret, body, operation }));
    const lines = await batch(requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
    expect(lines).toEqual(golden.vectors.map(({ id, canonical, signature }) => ({ id, canonical, signature })));
  });

  test('answers a body that has no signature in its place, with a stable code', async () => {
    const [good] = golden.vectors;
    const requests = golden.refuse.flatMap(({ id, body }) => [
      { id, secret: SECRET, body },
      { id: `after ${id}`, secret: good?.secret, body: good?.body, operation: good?.operation },
    ]);
    const lines = await batch(requests.map((request) => JSON.stringify(request)).join('\n'));
    expect(lines.map(({ id }) => id)).toEqual(requests.map(({ id }) => id));
    for (const [index, line] of lines.entries()) {
      if (index % 2 === 1) expect(line).toMatchObject({ signature: good?.signature, canonical: good?.canonical });
      else {
        expect(Object.keys(line)).toEqual(['id', 'error']);
        expect(line.error?.code).toMatch(/^(INVALID_JSON|NOT_AN_OBJECT|RESERVED_NAME|NUMBER_OUT_OF_RANGE|TOO_DEEP)$/);
      }
    }
  });

  test('answers a malformed line in its place', async () => {
    const good = { id: 'good', secret: SECRET, body: '{"a":"1"}' };
    const lines = await batch(
      [
        JSON.stringify(good),
        '{"id":"torn","secr',
        '[]',
        '"text"',
        JSON.stringify({ id: 1, body: '{}' }),
        JSON.stringify({ id: 2, secret: SECRET, body: { a: 1 } }),
        JSON.stringify({ id: 3, secret: SECRET, body: '{}', operation: 'verify' }),
        JSON.stringify(good),
      ].join('\r\n'),
    );
    expect(lines.map(({ id, error }) => [id, error?.code])).toEqual([
      ['good', undefined],
      [null, 'BAD_LINE'],
      [null, 'BAD_LINE'],
      [null, 'BAD_LINE'],
      [1, 'BAD_LINE'],
      [2, 'BAD_LINE'],
      [3, 'BAD_LINE'],
      ['good', undefined],
    ]);
    expect(lines[4]?.error?.message).toBe('expected `secret` to be a string');
    expect(lines[5]?.error?.message).toBe('expected `body` to be a string: the JSON text to sign');
    expect(lines[6]?.error?.message).toBe('expected `operation` to be sign or payin-webhook');
    expect(lines.at(-1)).toEqual(lines[0]);
  });

  test('nothing in, nothing out', async () => {
    expect(await batch('')).toEqual([]);
    expect(await batch('\n\n')).toEqual([]);
  });

  test('a separator of lines inside of a body does not split it', async () => {
    const request = { id: 'separators', secret: SECRET, body: '{"a":"x\u2028y\u2029z"}' };
    const lines = await batch(JSON.stringify(request));
    expect(lines).toMatchObject([{ id: 'separators', canonical: 'a=x\u2028y\u2029z' }]);
  });

  test('answers each line as it comes, so that another program can talk to it', async () => {
    const child = spawn(process.execPath, [mainScript, 'sign', '--batch'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
    for (const id of ['one', 'two']) {
      child.stdin.write(`${JSON.stringify({ id, secret: SECRET, body: '{"a":"1"}' })}\n`);
      const { value } = await answers.next();
      expect(JSON.parse(String(value))).toMatchObject({ id, canonical: 'a=1' });
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  });

  test('20,000 lines: every answer, in order, within seconds', async () => {
    const count = 20_000;
    const input = Array.from({ length: count }, (_, id) =>
      JSON.stringify({ id, secret: SECRET, body: `{"request_id":"R${id}","amount":"1.00"}` }),
    ).join('\n');
    const began = performance.now();
    const { code, out } = await start(['sign', '--batch'], { input }).ended;
    expect(code).toBe(0);
    expect(performance.now() - began).toBeLessThan(15_000);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(count);
    const outOfPlace = lines.findIndex(
      (line, id) => !line.startsWith(`{"id":${id},"canonical":"amount=1.00&request_id=R${id}"`),
    );
    expect(outOfPlace).toBe(-1);
  });
});
