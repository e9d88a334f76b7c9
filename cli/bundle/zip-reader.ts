import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { BUNDLE_NAME, LARGEST_BUNDLE_BYTES, MOST_BUNDLE_FILES, ZIP } from './zip-form.js';

/** A file that is no bundle, or not in the form in which bundles are written. `code` is stable, `where` the file inside of it. */
export class BundleError extends Error {
  override readonly name = 'BundleError';

  constructor(
    readonly code: string,
    readonly where: string,
    message: string,
  ) {
    super(message);
  }
}

/** One file of a bundle: where its bytes are. */
interface Entry {
  readonly name: string;
  readonly crc: number;
  readonly bytes: number;
  /** Of its local header. */
  readonly offset: number;
}

/** An opened bundle: its files are read where they lie and never written to a disk. */
export interface OpenedBundle {
  /** Name to size in bytes, in the order of the file. */
  readonly files: ReadonlyMap<string, number>;
  open(name: string): Readable;
}

const END = 'the end of the zip file';

function fail(code: string, where: string, message: string): never {
  throw new BundleError(code, where, message);
}

/** True for a file that begins or ends as a zip file does. */
export async function looksLikeZip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const head = await read(handle, 0, Math.min(4, size));
    const tail = await read(handle, Math.max(0, size - ZIP.end.bytes), Math.min(4, size));
    return (
      (head.length === 4 && head.readUInt32LE(0) === ZIP.local.signature) ||
      (tail.length === 4 && tail.readUInt32LE(0) === ZIP.end.signature)
    );
  } finally {
    await handle.close();
  }
}

/**
 * Opens a bundle and checks every byte of its structure; the digests of its files are left to the manifest.
 *
 * @throws BundleError naming what is not as a bundle is written
 */
export async function openBundleFile(file: string): Promise<OpenedBundle> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size > LARGEST_BUNDLE_BYTES) {
      fail('BUNDLE_TOO_LARGE', END, `It has ${size} bytes. Expected at most ${LARGEST_BUNDLE_BYTES}.`);
    }
    const entries = await readDirectory(handle, size);
    const starts = new Map<string, number>();
    let at = 0;
    for (const entry of entries) {
      at = await checkLocal(handle, entry, at);
      starts.set(entry.name, at - entry.bytes);
    }
    for (const entry of entries) await checkSum(file, entry, starts.get(entry.name) ?? 0);
    return {
      files: new Map(entries.map(({ name, bytes }) => [name, bytes])),
      open(name) {
        const bytes = entries.find((entry) => entry.name === name)?.bytes ?? 0;
        return bytesAt(file, starts.get(name) ?? 0, bytes);
      },
    };
  } finally {
    await handle.close();
  }
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function bytesAt(file: string, start: number, bytes: number): Readable {
  // No stream of a file can be asked for no byte.
  return bytes === 0 ? Readable.from([]) : createReadStream(file, { start, end: start + bytes - 1 });
}

/** Reads the list of files at the end of the zip file. */
async function readDirectory(handle: FileHandle, size: number): Promise<readonly Entry[]> {
  const end = await read(handle, Math.max(0, size - ZIP.end.bytes), ZIP.end.bytes);
  if (end.length < ZIP.end.bytes || end.readUInt32LE(0) !== ZIP.end.signature) {
    fail(
      'BUNDLE_CUT_OFF',
      END,
      'It does not end as a bundle does: it is cut off, or something was added after its end.',
    );
  }
  const count = end.readUInt16LE(10);
  const bytes = end.readUInt32LE(12);
  const start = end.readUInt32LE(16);
  if (count > MOST_BUNDLE_FILES) {
    fail('BUNDLE_TOO_MANY_FILES', END, `It holds ${count} files. Expected at most ${MOST_BUNDLE_FILES}.`);
  }
  const wanted = [
    ['the number of this disk', end.readUInt16LE(4), 0],
    ['the disk of the directory', end.readUInt16LE(6), 0],
    ['the number of files on this disk', end.readUInt16LE(8), count],
    ['the length of the comment', end.readUInt16LE(20), 0],
    ['the end of the directory', start + bytes, size - ZIP.end.bytes],
  ] as const;
  for (const [what, received, expected] of wanted) expectField(END, what, received, expected);
  const directory = await read(handle, start, bytes);
  const entries: Entry[] = [];
  let at = 0;
  for (let place = 0; place < count; place += 1) {
    const { entry, length } = readCentral(directory.subarray(at), place);
    if (entries.some(({ name }) => name === entry.name)) {
      fail('BUNDLE_DUPLICATE', entry.name, `${entry.name} is there twice.`);
    }
    const before = entries.at(-1)?.name ?? '';
    if (before > entry.name)
      fail('BUNDLE_ORDER', entry.name, `${entry.name} comes after ${before}. Expected the files sorted by name.`);
    entries.push(entry);
    at += length;
  }
  expectField(END, 'the size of the directory', at, bytes);
  const total = entries.reduce((sum, entry) => sum + ZIP.local.bytes + entry.name.length + entry.bytes, 0);
  expectField(END, 'the start of the directory', start, total);
  return entries;
}

function expectField(where: string, what: string, received: number, expected: number): void {
  if (received === expected) return;
  fail('BUNDLE_FORM', where, `In ${where}, ${what} is ${received}. Expected ${expected}, as a bundle is written.`);
}

function nameIn(bytes: Buffer, place: number): string {
  const name = bytes.toString('latin1');
  if (BUNDLE_NAME.test(name)) return name;
  const shown = JSON.stringify(name);
  if (name.split(/[\\/]/).includes('..') || /^(?:[\\/]|[A-Za-z]:)/.test(name)) {
    fail('BUNDLE_NAME', shown, `File ${place + 1} is called ${shown}, which leads out of its folder.`);
  }
  if (/[\\/]/.test(name))
    fail(
      'BUNDLE_FOLDER',
      shown,
      `File ${place + 1} is called ${shown}. The files of a bundle lie side by side, without folders.`,
    );
  fail(
    'BUNDLE_NAME',
    shown,
    `File ${place + 1} is called ${shown}. Expected letters, digits, dots, hyphens and underscores.`,
  );
}

/** The type of a file in the upper half of its attributes, where they are those of Unix: a symbolic link. */
const UNIX = 3;
const TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;

function readCentral(bytes: Buffer, place: number): { readonly entry: Entry; readonly length: number } {
  const here = `the directory entry of file ${place + 1}`;
  if (bytes.length < ZIP.central.bytes) fail('BUNDLE_CUT_OFF', END, `The directory ends before ${here}.`);
  expectField(here, 'the signature', bytes.readUInt32LE(0), ZIP.central.signature);
  const nameLength = bytes.readUInt16LE(28);
  const name = nameIn(bytes.subarray(ZIP.central.bytes, ZIP.central.bytes + nameLength), place);
  const where = `the directory entry of ${name}`;
  if (bytes.readUInt8(5) === UNIX && ((bytes.readUInt32LE(38) >>> 16) & TYPE_MASK) === SYMBOLIC_LINK) {
    fail('BUNDLE_LINK', name, `${name} is a symbolic link. A bundle holds plain files.`);
  }
  const [flags, method] = [bytes.readUInt16LE(8), bytes.readUInt16LE(10)];
  if ((flags & 1) !== 0) fail('BUNDLE_ENCRYPTED', name, `${name} is encrypted. A bundle holds plain files.`);
  const [packed, unpacked] = [bytes.readUInt32LE(20), bytes.readUInt32LE(24)];
  if (method !== ZIP.stored) {
    fail(
      'BUNDLE_COMPRESSED',
      name,
      `${name} is compressed (method ${method}): ${packed} bytes that are said to unpack to ${unpacked}. A bundle stores its files as they are; nothing was unpacked.`,
    );
  }
  const wanted = [
    ['the version that made it', bytes.readUInt16LE(4), ZIP.version],
    ['the version that is needed', bytes.readUInt16LE(6), ZIP.version],
    ['the flags', flags, 0],
    ['the time', bytes.readUInt16LE(12), ZIP.time],
    ['the date', bytes.readUInt16LE(14), ZIP.date],
    ['the size unpacked', unpacked, packed],
    ['the length of the extra field', bytes.readUInt16LE(30), 0],
    ['the length of the comment', bytes.readUInt16LE(32), 0],
    ['the disk', bytes.readUInt16LE(34), 0],
    ['the inner attributes', bytes.readUInt16LE(36), 0],
    ['the outer attributes', bytes.readUInt32LE(38), 0],
  ] as const;
  for (const [what, received, expected] of wanted) expectField(where, what, received, expected);
  return {
    entry: { name, crc: bytes.readUInt32LE(16), bytes: packed, offset: bytes.readUInt32LE(42) },
    length: ZIP.central.bytes + nameLength,
  };
}

/** Compares the header before a file with the directory. Returns where the file's bytes end. */
async function checkLocal(handle: FileHandle, entry: Entry, at: number): Promise<number> {
  const { name } = entry;
  const where = `the header of ${name}`;
  expectField(`the directory entry of ${name}`, 'the place', entry.offset, at);
  const header = await read(handle, at, ZIP.local.bytes + name.length);
  if (header.length < ZIP.local.bytes + name.length) fail('BUNDLE_CUT_OFF', name, `${name} is cut off.`);
  const wanted = [
    ['the signature', header.readUInt32LE(0), ZIP.local.signature],
    ['the version that is needed', header.readUInt16LE(4), ZIP.version],
    ['the flags', header.readUInt16LE(6), 0],
    ['the method', header.readUInt16LE(8), ZIP.stored],
    ['the time', header.readUInt16LE(10), ZIP.time],
    ['the date', header.readUInt16LE(12), ZIP.date],
    ['the check sum', header.readUInt32LE(14), entry.crc],
    ['the size packed', header.readUInt32LE(18), entry.bytes],
    ['the size unpacked', header.readUInt32LE(22), entry.bytes],
    ['the length of the name', header.readUInt16LE(26), name.length],
    ['the length of the extra field', header.readUInt16LE(28), 0],
  ] as const;
  for (const [what, received, expected] of wanted) expectField(where, what, received, expected);
  const own = header.subarray(ZIP.local.bytes).toString('latin1');
  if (own !== name) {
    fail('BUNDLE_FORM', name, `Before its bytes ${name} is called ${JSON.stringify(own)}.`);
  }
  return at + header.length + entry.bytes;
}

async function checkSum(file: string, { name, crc, bytes }: Entry, start: number): Promise<void> {
  let sum = 0;
  for await (const chunk of bytesAt(file, start, bytes) as AsyncIterable<Buffer>) sum = crc32(chunk, sum);
  if (sum !== crc) {
    fail(
      'BUNDLE_CHECK_SUM',
      name,
      `${name} does not have the check sum that the zip file states: its bytes, or the sum, were changed.`,
    );
  }
}
