import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { zipOf } from '../../../cli/bundle/zip-writer.js';
import { manifestOf } from '../../../reports/manifest.js';
import type { RunResult, Verification } from '../../../schemas/report/results.generated.js';
import { validator } from '../../../schemas/validator.js';
import { inProcess } from '../memory-io.js';

/** A record of evidence, or a results file, as somebody who edits it sees it. */
// biome-ignore lint/suspicious/noExplicitAny: an editor of a file does not ask for types
export type Editable = any;

/** A copy of a report folder, and what somebody may do to it. */
export class Tampered {
  readonly dir: string;

  constructor(original: string, scratch: string) {
    this.dir = path.join(mkdtempSync(path.join(scratch, 'copy-')), 'report');
    cpSync(original, this.dir, { recursive: true });
  }

  file(name: string): string {
    return path.join(this.dir, name);
  }

  read(name: string): Buffer {
    return readFileSync(this.file(name));
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.file(name), content);
  }

  json(name: string, change: (value: Editable) => void): void {
    const value = JSON.parse(this.read(name).toString()) as Editable;
    change(value);
    this.write(name, `${JSON.stringify(value, null, 2)}\n`);
  }

  results(change: (result: Editable) => void): void {
    this.json('results.json', change);
  }

  /** Edits the records of the evidence; what `change` returns is written. */
  evidence(change: (records: Editable[]) => Editable[]): void {
    const lines = gunzipSync(this.read('evidence.ndjson.gz')).toString().trimEnd().split('\n');
    const records = change(lines.map((line) => JSON.parse(line) as Editable));
    this.write('evidence.ndjson.gz', gzipSync(records.map((record) => `${JSON.stringify(record)}\n`).join('')));
  }

  /** Puts the digests in the manifest right, as somebody who knows the format does. */
  fixManifest(): void {
    const result = JSON.parse(this.read('results.json').toString()) as RunResult;
    const files = readdirSync(this.dir)
      .filter((name) => name !== 'manifest.json' && name !== 'statement.dsse.json')
      .map((name) => {
        const content = this.read(name);
        return { name, sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
      });
    this.write('manifest.json', `${JSON.stringify(manifestOf(files, result), null, 2)}\n`);
  }

  /** Packs the folder as a bundle is packed. */
  zip(): string {
    const contents = new Map(readdirSync(this.dir).map((name) => [name, new Uint8Array(this.read(name))]));
    const file = `${this.dir}.zip`;
    writeFileSync(file, zipOf(contents));
    return file;
  }
}

/** Unpacks a bundle that was just written and is trusted. */
export function unpack(files: ReadonlyMap<string, Uint8Array>, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
  return folder;
}

/** Runs `verify --json`, and checks its schema and exit code. */
export async function verified(target: string, ...options: readonly string[]): Promise<Verification> {
  const { code, out, err } = await inProcess(['verify', target, '--json', ...options]);
  if (out === '') throw new Error(`verify printed nothing: ${err}`);
  const value = JSON.parse(out) as Verification;
  const problems = validator('report/verification')(value);
  if (problems.length > 0) throw new Error(`not a verification: ${JSON.stringify(problems[0])}`);
  if (code !== (value.verified ? 0 : 1)) throw new Error(`exit code ${code} for verified: ${value.verified}`);
  return value;
}

/** The codes of the problems, each once, in the order in which they were found. */
export function codesOf({ problems }: Verification): string[] {
  return [...new Set(problems.map(({ code }) => code))];
}
