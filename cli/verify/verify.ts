import { readStoredEvidence, withBodies } from '../../harness/evidence-file.js';
import { UsageError } from '../../harness/usage-error.js';
import type { Manifest, RunResult, Verification } from '../../schemas/report/results.generated.js';
import { validator } from '../../schemas/validator.js';
import { suiteIdentity } from '../package-identity.js';
import { EVIDENCE_FILE } from '../run/output-folder.js';
import { compareResults } from './compare.js';
import { checkFiles, checkManifest, RESULTS, readManifest } from './files.js';
import { judgeAgain } from './judge-again.js';
import { Problems } from './problems.js';
import { checkRecords } from './records.js';
import { checkReports } from './reports.js';
import { checkShardFile } from './shard-file.js';
import { type FileSum, jsonIn, type ReportSource } from './source.js';

/** Results that follow their schema. Null, and a problem, when they do not. */
async function readResult(source: ReportSource, problems: Problems): Promise<RunResult | null> {
  const add = (message: string): null => {
    problems.add({ kind: 'file', code: 'RESULTS_INVALID', where: RESULTS, message });
    return null;
  };
  if (!source.files.has(RESULTS)) return add(`${RESULTS} is not there.`);
  const read = await jsonIn(source, RESULTS);
  if ('wrong' in read) return add(`${RESULTS} is not JSON: ${read.wrong}`);
  const [problem] = validator('report/results')(read.value);
  if (problem !== undefined) return add(`${RESULTS} is not a result of this suite: ${problem.message}`);
  return read.value as RunResult;
}

/** Whether this version of the suite ran it. */
export function isSameSuite({ suite }: RunResult): boolean {
  return suite.name === suiteIdentity.name && suite.version === suiteIdentity.version;
}

const runOf = (result: RunResult): Verification['run'] => ({
  suite: result.suite,
  target: result.target.url,
  seed: result.seed,
  startedAt: result.startedAt,
  finishedAt: result.finishedAt,
  complete: result.complete,
  conformant: result.conformant,
});

/** What else must fit in a bundle: acceptance and signature. */
export type FurtherChecks = (parts: {
  readonly manifest: Manifest | null;
  readonly sums: ReadonlyMap<string, FileSum>;
  readonly result: RunResult | null;
  readonly problems: Problems;
  readonly notes: string[];
}) => Promise<Pick<Verification, 'signature' | 'acceptance'>>;

/**
 * Verifies a report folder or a bundle: files against the manifest, records against their schema, results against the evidence
 * judged again. Needs no network and no target; reads the evidence twice, record by record.
 *
 * @param evaluated by a profile of the caller's
 */
export async function verify(
  source: ReportSource,
  further: FurtherChecks,
  evaluated: (result: RunResult) => Verification['byProfile'],
): Promise<Verification> {
  const problems = new Problems();
  const notes: string[] = [];
  const read = await readManifest(source, problems);
  const sums = read === null ? new Map<string, FileSum>() : await checkFiles(source, read.manifest, problems);
  const result = await readResult(source, problems);
  let evidence: Verification['evidence'] = null;
  if (result !== null) {
    if (read !== null) checkManifest(read.text, read.manifest, sums, result, problems);
    noteRun(result, notes);
    evidence = await verifyEvidence(source, result, problems, notes);
    await checkReports(source, read?.manifest ?? null, result, isSameSuite(result) ? 'judgement' : 'version', problems);
  }
  if (source.skipped.length > 0) {
    notes.push(`A manifest does not name these folders, which were not looked into: ${source.skipped.join(', ')}.`);
  }
  const bundle = await further({ manifest: read?.manifest ?? null, sums, result, problems, notes });
  return {
    schemaVersion: 1,
    verifiedBy: { name: suiteIdentity.name, version: suiteIdentity.version },
    subject: { path: source.shown, kind: source.kind },
    run: result === null ? null : runOf(result),
    files: sums.size,
    evidence,
    ...bundle,
    byProfile: result === null ? null : evaluated(result),
    verified: problems.count === 0,
    problems: [...problems.list],
    problemsLeftOut: problems.leftOut,
    notes,
  };
}

function noteRun(result: RunResult, notes: string[]): void {
  if (!result.complete) {
    notes.push(`The run is incomplete: ${result.incompleteReason ?? 'it ended early'}. What it has was verified.`);
  }
  if (!isSameSuite(result)) {
    const { name, version } = result.suite;
    notes.push(
      `It was run by ${name} ${version}, and verified by ${suiteIdentity.name} ${suiteIdentity.version}: a difference of kind \`version\` may come from what changed between the two.`,
    );
  }
}

async function verifyEvidence(
  source: ReportSource,
  result: RunResult,
  problems: Problems,
  notes: string[],
): Promise<Verification['evidence']> {
  const same = isSameSuite(result);
  if (!source.files.has(EVIDENCE_FILE)) {
    problems.add({
      kind: 'evidence',
      code: 'EVIDENCE_MISSING',
      where: EVIDENCE_FILE,
      message: `${EVIDENCE_FILE} is not there: nothing can be judged again.`,
    });
    return null;
  }
  const opened = { name: EVIDENCE_FILE, open: () => source.open(EVIDENCE_FILE) };
  const { exchanges, exercises, uses, whole } = await checkRecords(opened, result, problems);
  if (!whole) {
    notes.push('The evidence was not judged again, because it cannot be read as a whole.');
    return null;
  }
  try {
    const again = await judgeAgain(
      withBodies(readStoredEvidence(opened), EVIDENCE_FILE),
      uses,
      result,
      same ? 'evidence' : 'version',
      problems,
    );
    const kind = same ? 'judgement' : 'version';
    const requirements = compareResults(result, again.result, kind, problems);
    await checkShardFile(source, result, again.scenarios, kind, problems);
    return { exchanges, exercises, judgedAgain: again.exercises, requirements };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.add({
      kind: same ? 'evidence' : 'version',
      code: 'SELECTION_UNKNOWN',
      where: RESULTS,
      message: `What the run was restricted to is unknown to this suite, so that nothing was judged again. ${error.message}`,
    });
    return null;
  }
}
