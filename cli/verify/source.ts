import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { UsageError } from '../../harness/usage-error.js';
import { ACCEPTANCE, ENVELOPE } from '../bundle/contents.js';

/** A report folder or a bundle, read in place. */
export interface ReportSource {
  readonly kind: 'folder' | 'bundle';
  /** As the user wrote it. */
  readonly shown: string;
  /** Name, with forward slashes, to size in bytes. */
  readonly files: ReadonlyMap<string, number>;
  /** What is there besides, and is no plain file: a link, a device. */
  readonly others: readonly string[];
  /** Folders that are there and were not looked into. */
  readonly skipped: readonly string[];
  /** The bytes of one of `files`. */
  open(name: string): Readable;
}

/** Size and digest of a file. */
export interface FileSum {
  readonly sha256: string;
  readonly bytes: number;
}

/** A report folder has a dozen files. */
const MOST_FILES = 10_000;

/** Folders that a run writes and its manifest does not name. A bundle has none of them. */
const UNLISTED_FOLDERS: readonly string[] = ['allure-results', 'attachments'];

/** JSON of more bytes than this is not read into memory. */
const LARGEST_JSON = 256 * 1024 * 1024;

/** Opens a report folder. @throws UsageError `TOO_MANY_FILES` */
export async function openFolder(dir: string, shown: string): Promise<ReportSource> {
  const files = new Map<string, number>();
  const others: string[] = [];
  const skipped: string[] = [];
  const isBundle = existsSync(path.join(dir, ACCEPTANCE)) || existsSync(path.join(dir, ENVELOPE));
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of await readdir(path.join(dir, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (isBundle || !UNLISTED_FOLDERS.includes(name)) pending.push(name);
        else skipped.push(name);
      } else if (entry.isFile()) files.set(name, (await lstat(path.join(dir, name))).size);
      else others.push(name);
      if (files.size + others.length + pending.length > MOST_FILES) {
        throw new UsageError(
          'TOO_MANY_FILES',
          `verify: ${shown} holds more than ${MOST_FILES} files. Give the output folder of one run.`,
        );
      }
    }
  }
  return { kind: 'folder', shown, files, others, skipped, open: (name) => createReadStream(path.join(dir, name)) };
}

/** Size and digest of one file. @throws what reading throws */
export async function sumIn(source: ReportSource, name: string): Promise<FileSum> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source.open(name) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The whole of a file that is not large. @throws UsageError `FILE_TOO_LARGE`, and what reading throws */
export async function bytesIn(source: ReportSource, name: string): Promise<Buffer> {
  const size = source.files.get(name) ?? 0;
  if (size > LARGEST_JSON) {
    throw new UsageError(
      'FILE_TOO_LARGE',
      `verify: ${name} in ${source.shown} has ${size} bytes, expected at most ${LARGEST_JSON}.`,
    );
  }
  const chunks: Buffer[] = [];
  for await (const chunk of source.open(name) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A file as JSON. Returns what is wrong as text instead of throwing for what is no JSON. */
export async function jsonIn(
  source: ReportSource,
  name: string,
): Promise<{ readonly text: string; readonly value: unknown } | { readonly wrong: string }> {
  const bytes = await bytesIn(source, name);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
