import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { BundleError, looksLikeZip, openBundleFile } from '../../../cli/bundle/zip-reader.js';
import { zipOf } from '../../../cli/bundle/zip-writer.js';
import { inProcess } from '../memory-io.js';
import { scratchFolder } from '../scratch.js';

const contents: ReadonlyMap<string, Uint8Array> = new Map([
  ['results.json', Buffer.from('{"schemaVersion":1}\n')],
  ['empty.txt', new Uint8Array()],
  ['manifest.json', Buffer.from('{}\n')],
]);

function fileOf(bytes: Uint8Array): string {
  const file = path.join(scratchFolder(), 'bundle.zip');
  writeFileSync(file, bytes);
  return file;
}

async function refusal(bytes: Uint8Array): Promise<BundleError> {
  const error: unknown = await openBundleFile(fileOf(bytes)).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BundleError)) throw new Error(`expected a BundleError, received ${String(error)}`);
  return error;
}

describe('a bundle as it is written', () => {
  test('gives its files back, sorted by name', async () => {
    const { files, open } = await openBundleFile(fileOf(zipOf(contents)));
    expect([...files]).toEqual([
      ['empty.txt', 0],
      ['manifest.json', 3],
      ['results.json', 20],
    ]);
    for (const [name, bytes] of contents) expect(await text(open(name))).toBe(Buffer.from(bytes).toString());
  });

  test('is the same bytes for the same files, in any order and time zone', () => {
    const before = process.env.TZ;
    const zips = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
      process.env.TZ = zone;
      return Buffer.from(zipOf(new Map([...contents].toReversed()))).toString('hex');
    });
    process.env.TZ = before;
    expect(new Set(zips)).toEqual(new Set([Buffer.from(zipOf(contents)).toString('hex')]));
  });

  test('no bit of it can be changed unseen', async () => {
    const bytes = zipOf(contents);
    const file = fileOf(bytes);
    const unseen: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      writeFileSync(file, changed);
      expect(await looksLikeZip(file)).toBe(true);
      const seen = await openBundleFile(file).then(
        () => false,
        (error: unknown) => error instanceof BundleError,
      );
      if (!seen) unseen.push(bit);
    }
    expect(unseen).toEqual([]);
  });

  test('no byte can be cut off, added, or put before', async () => {
    const bytes = Buffer.from(zipOf(contents));
    for (let length = 4; length < bytes.length; length += 1) {
      expect((await refusal(bytes.subarray(0, length))).code).toMatch(/^BUNDLE_/);
    }
    expect((await refusal(Buffer.concat([bytes, Buffer.from('x')]))).code).toBe('BUNDLE_CUT_OFF');
    expect((await refusal(Buffer.concat([Buffer.from('x'), bytes]))).code).toBe('BUNDLE_FORM');
  });

  test('names, numbers and sizes that it cannot have are refused before it is written', () => {
    expect(() => zipOf(new Map([['a/b', new Uint8Array()]]))).toThrow(RangeError);
    const many = Array.from({ length: 65 }, (_, index) => [`f${index}`, new Uint8Array()] as const);
    expect(() => zipOf(new Map(many))).toThrow(RangeError);
  });
});

/** A zip file of another tool. */
function zipped(files: Zippable): Buffer {
  return Buffer.from(zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) }));
}

function patched(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}

/** Writes a number into the directory entry of the only file. */
function withDirectoryField(bytes: Buffer, offset: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16LE(value, copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + offset);
  return copy;
}

describe('a hostile zip file is refused by name, and nothing of it is written to a disk', () => {
  const x = new Uint8Array([120]);
  const bomb = zipSync({ 'results.json': [new Uint8Array(20_000_000), { level: 9 }] }, { mtime: new Date(1980, 0, 1) });
  const link = { os: 3, attrs: (0o120777 << 16) >>> 0, mtime: new Date(1980, 0, 1), level: 0 as const };
  test.each<[string, Buffer, string, string]>([
    ['a path that leads out', zipped({ '../evil.json': x }), 'BUNDLE_NAME', '../evil.json'],
    ['a path that leads out, in the other way', zipped({ '..\\evil.json': x }), 'BUNDLE_NAME', 'evil.json'],
    ['an absolute path', zipped({ '/etc/passwd': x }), 'BUNDLE_NAME', '/etc/passwd'],
    ['a drive', zipped({ 'C:evil': x }), 'BUNDLE_NAME', 'C:evil'],
    ['a folder', zipped({ 'a/b.json': x }), 'BUNDLE_FOLDER', 'a/b.json'],
    ['an empty folder', zipped({ 'a/': {} }), 'BUNDLE_FOLDER', 'a/'],
    ['a name with control characters', zipped({ 'a\u001b[2J': x }), 'BUNDLE_NAME', 'u001b'],
    ['a hidden name', zipped({ '.env': x }), 'BUNDLE_NAME', '.env'],
    ['a name twice', patched(zipped({ aaaa: x, bbbb: x }), 'bbbb', 'aaaa'), 'BUNDLE_DUPLICATE', 'aaaa'],
    ['a bomb', Buffer.from(bomb), 'BUNDLE_COMPRESSED', '20000000'],
    ['a symbolic link', zipped({ link: [x, link] }), 'BUNDLE_LINK', 'link'],
    ['an encrypted file', withDirectoryField(zipped({ a: x }), 8, 1), 'BUNDLE_ENCRYPTED', 'a'],
    [
      'very many files',
      zipped(Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`f${index + 100}`, x]))),
      'BUNDLE_TOO_MANY_FILES',
      '65',
    ],
    ['files out of order', zipped({ b: x, a: x }), 'BUNDLE_ORDER', 'a'],
    ['a comment', withDirectoryField(zipped({ a: x }), 32, 5), 'BUNDLE_FORM', 'comment'],
  ])('%s', async (_what, bytes, code, named) => {
    const error = await refusal(bytes);
    expect(error.code).toBe(code);
    expect(`${error.where} ${error.message}`).toContain(named);

    const file = fileOf(bytes);
    const { code: exit, out } = await inProcess(['verify', file, '--json']);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ verified: false, run: null, problems: [{ kind: 'file', code }] });
  });

  test('overlapping files: a directory whose entries share bytes', async () => {
    const bytes = zipped({ aaaa: x, bbbb: x });
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(0, second + 42);
    expect(await refusal(bytes)).toMatchObject({ code: 'BUNDLE_FORM', where: 'the directory entry of bbbb' });
  });
});

test('what is no zip file at all is wrong usage', async () => {
  for (const bytes of [Buffer.from('hello'), Buffer.alloc(0), Buffer.alloc(100)]) {
    const { code, err } = await inProcess(['verify', fileOf(bytes)]);
    expect(code).toBe(2);
    expect(err).toContain('neither a folder nor a zip file');
  }
});
