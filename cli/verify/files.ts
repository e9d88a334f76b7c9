import { manifestOf } from '../../reports/manifest.js';
import type { Manifest, RunResult } from '../../schemas/report/results.generated.js';
import { validator } from '../../schemas/validator.js';
import { ENVELOPE } from '../bundle/contents.js';
import type { Problems } from './problems.js';
import { type FileSum, jsonIn, type ReportSource, sumIn } from './source.js';

export const MANIFEST = 'manifest.json';
export const RESULTS = 'results.json';

/** Reads the manifest. Null, and a problem, when it is none. */
export async function readManifest(
  source: ReportSource,
  problems: Problems,
): Promise<{ readonly manifest: Manifest; readonly text: string } | null> {
  const read = await jsonIn(source, MANIFEST);
  const [problem] = 'wrong' in read ? [] : validator('report/manifest')(read.value);
  if ('wrong' in read || problem !== undefined) {
    problems.add({
      kind: 'file',
      code: 'MANIFEST_INVALID',
      where: MANIFEST,
      message: `${MANIFEST} is not a manifest: ${'wrong' in read ? read.wrong : (problem?.message ?? '')}`,
    });
    return null;
  }
  return { manifest: read.value as Manifest, text: read.text };
}

/** Compares every file with the manifest. Returns the sums of the files that are there. */
export async function checkFiles(
  source: ReportSource,
  { files }: Manifest,
  problems: Problems,
): Promise<ReadonlyMap<string, FileSum>> {
  const sums = new Map<string, FileSum>();
  const named = new Set<string>();
  for (const { name, sha256, bytes } of files) {
    if (named.has(name) || name === MANIFEST) {
      problems.add({
        kind: 'file',
        code: 'MANIFEST_INVALID',
        where: MANIFEST,
        message: `${MANIFEST} names ${name} ${name === MANIFEST ? 'itself' : 'twice'}.`,
      });
      continue;
    }
    named.add(name);
    if (!source.files.has(name)) {
      problems.add({
        kind: 'file',
        code: 'FILE_MISSING',
        where: name,
        message: `${name} is in ${MANIFEST}, and is not there.`,
      });
      continue;
    }
    const sum = await sumIn(source, name).catch((error: unknown) => {
      const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      problems.add({ kind: 'file', code: 'FILE_UNREADABLE', where: name, message: `${name} cannot be read (${why}).` });
      return null;
    });
    if (sum === null) continue;
    sums.set(name, sum);
    if (sum.sha256 !== sha256 || sum.bytes !== bytes) {
      problems.add({
        kind: 'file',
        code: 'FILE_CHANGED',
        where: name,
        message: `${name} is not as ${MANIFEST} has it.`,
        expected: `${bytes} bytes, SHA-256 ${sha256}`,
        received: `${sum.bytes} bytes, SHA-256 ${sum.sha256}`,
      });
    }
  }
  for (const name of [...source.files.keys(), ...source.others]) {
    if (named.has(name) || name === MANIFEST || (name === ENVELOPE && !source.others.includes(name))) continue;
    problems.add({
      kind: 'file',
      code: source.others.includes(name) ? 'NOT_A_FILE' : 'FILE_ADDED',
      where: name,
      message: source.others.includes(name)
        ? `${name} is a link or a device. A report folder holds plain files.`
        : `${name} is there, and ${MANIFEST} does not name it: it was added later, or is of another run.`,
    });
  }
  return sums;
}

/** Compares the manifest with the one that its files and the results give: the same bytes, unless somebody edited it. */
export function checkManifest(
  text: string,
  manifest: Manifest,
  sums: ReadonlyMap<string, FileSum>,
  result: RunResult,
  problems: Problems,
): void {
  const files = manifest.files.map((file) => ({ ...file, ...sums.get(file.name) }));
  const expected = manifestOf(files, result);
  for (const name of ['suite', 'protocol', 'seed', 'startedAt', 'finishedAt'] as const) {
    const [own, other] = [JSON.stringify(manifest[name]), JSON.stringify(expected[name])];
    if (own === other) continue;
    problems.add({
      kind: 'file',
      code: 'MANIFEST_CHANGED',
      where: MANIFEST,
      message: `${MANIFEST} and ${RESULTS} differ in ${name}.`,
      expected: other,
      received: own,
    });
  }
  if (problems.count > 0 || text === `${JSON.stringify(expected, null, 2)}\n`) return;
  problems.add({
    kind: 'file',
    code: 'MANIFEST_CHANGED',
    where: MANIFEST,
    message: `${MANIFEST} says what is right, but is not written as a run writes it: it was edited.`,
  });
}
