import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunResult } from '../schemas/report/results.generated.js';
import { renderBadge } from './badge.js';
import { renderHar } from './har.js';
import { renderHtml } from './html/page.js';
import { renderJunit } from './junit.js';
import { manifestOf } from './manifest.js';
import { renderMarkdown } from './markdown.js';
import { ReportError } from './report-error.js';
import { REPORT_KINDS, type ReportKind } from './report-kinds.js';
import { renderSarif } from './sarif.js';

/** A file of the report folder. */
export interface WrittenFile {
  /** Path inside the folder, with forward slashes. */
  readonly name: string;
  readonly path: string;
  /** Of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface WriteOptions {
  /** Created when it does not exist. */
  readonly outDir: string;
  /** results.json is written whether `json` is among them or not: everything else can be rendered from it again. */
  readonly kinds: readonly ReportKind[];
  /** Names of files that are in the folder already and belong into the manifest, such as `evidence.ndjson.gz`. */
  readonly extraFiles?: readonly string[];
}

const MANIFEST = 'manifest.json';

const FILES: Readonly<Record<ReportKind, { readonly name: string; readonly render: (result: RunResult) => string }>> = {
  json: { name: 'results.json', render: (result) => `${JSON.stringify(result, null, 2)}\n` },
  html: { name: 'report.html', render: renderHtml },
  markdown: { name: 'summary.md', render: renderMarkdown },
  junit: { name: 'junit.xml', render: renderJunit },
  har: { name: 'exchanges.har', render: renderHar },
  sarif: { name: 'results.sarif', render: renderSarif },
  badge: { name: 'badge.svg', render: renderBadge },
};

/**
 * Writes the reports of a run into a folder: results.json first, then the kinds asked for, manifest.json last. Every file
 * appears whole or not at all. The manifest of an earlier run is removed first, so that a write that was interrupted leaves
 * no manifest that does not fit; other files of an earlier run stay, and the new manifest does not name them.
 *
 * @returns every file of the manifest, then the manifest, in the order in which they were written
 * @throws {ReportError} `folderNotWritable`, `fileNotReadable`, `fileOutsideFolder`
 */
export async function writeReports(result: RunResult, options: WriteOptions): Promise<WrittenFile[]> {
  const { outDir } = options;
  const extraFiles = (options.extraFiles ?? []).map((name) => inside(outDir, name));
  await writing(outDir, outDir, async () => {
    await mkdir(outDir, { recursive: true });
    await rm(path.join(outDir, MANIFEST), { force: true });
  });

  const files: WrittenFile[] = [];
  for (const kind of REPORT_KINDS) {
    if (kind !== 'json' && !options.kinds.includes(kind)) continue;
    const { name, render } = FILES[kind];
    files.push(await writeWhole(outDir, name, render(result)));
  }
  for (const name of new Set(extraFiles)) {
    if (!files.some((file) => file.name === name)) files.push(await sumOf(outDir, name));
  }
  const manifest = `${JSON.stringify(manifestOf(files, result), null, 2)}\n`;
  return [...files, await writeWhole(outDir, MANIFEST, manifest)];
}

async function writeWhole(outDir: string, name: string, text: string): Promise<WrittenFile> {
  const file = path.join(outDir, name);
  const temporary = path.join(outDir, `.${name}.${process.pid}.tmp`);
  const content = Buffer.from(text, 'utf8');
  await writing(outDir, file, async () => {
    try {
      await writeFile(temporary, content);
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  });
  return { name, path: file, sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}

async function sumOf(outDir: string, name: string): Promise<WrittenFile> {
  const file = path.join(outDir, name);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    throw new ReportError(
      'fileNotReadable',
      `${file} belongs to the run but cannot be read (${systemCode(error)}): write it before the reports, or leave it out of the list of extra files.`,
      { cause: error },
    );
  }
  return { name, path: file, sha256: hash.digest('hex'), bytes };
}

/** The name with forward slashes, once it is known to lie inside the folder. */
function inside(outDir: string, name: string): string {
  const relative = path.relative(outDir, path.resolve(outDir, name));
  if (relative === '' || relative.split(path.sep)[0] === '..' || path.isAbsolute(relative)) {
    throw new ReportError(
      'fileOutsideFolder',
      `The extra file ${JSON.stringify(name)} does not lie inside ${outDir}: a manifest names only files of its own folder. Copy the file there first.`,
    );
  }
  return relative.split(path.sep).join('/');
}

async function writing(outDir: string, file: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    throw new ReportError(
      'folderNotWritable',
      `Cannot write ${file} (${systemCode(error)}): check that ${outDir} is a folder that you may write to and that the disk has room, or choose another one with --out.`,
      { cause: error },
    );
  }
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
