import {
  EVIDENCE_VERSION,
  EvidenceFileError,
  type EvidenceRecord,
  type EvidenceSource,
  readStoredEvidence,
  withBodies,
} from '../../harness/evidence-file.js';
import { exchangesOf } from '../../harness/rejudge.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { schemaBase, validator } from '../../schemas/validator.js';
import { RESULTS } from './files.js';
import type { Problems } from './problems.js';

/** What the first reading of evidence found. */
export interface RecordCounts {
  readonly exchanges: number;
  /** With those of the search for smaller counterexamples. */
  readonly exercises: number;
  /** How often each exchange is referred to. */
  readonly uses: ReadonlyMap<string, number>;
  /** False: it cannot be judged again as it is. */
  readonly whole: boolean;
}

const schemaOf = (name: string): ReturnType<typeof validator> =>
  validator(`${schemaBase}report/evidence.schema.json#/$defs/${name}`);

const SCHEMAS: Readonly<Record<string, string>> = {
  header: 'header',
  exchange: 'exchangeRecord',
  body: 'bodyRecord',
  exercise: 'exerciseRecord',
  scenario: 'scenarioRecord',
  footer: 'footer',
};

/** A record that does not follow its schema ends the reading. */
class BadRecord extends Error {}

async function* checkedRecords(source: EvidenceSource): ReturnType<typeof readStoredEvidence> {
  const checks = new Map<string, ReturnType<typeof validator>>();
  let number = 0;
  for await (const record of readStoredEvidence(source)) {
    number += 1;
    const type = typeof record.type === 'string' ? record.type : '';
    const schema = Object.hasOwn(SCHEMAS, type) ? SCHEMAS[type] : undefined;
    if (schema === undefined) throw new BadRecord(`Record ${number} is of the unknown type ${JSON.stringify(type)}.`);
    const check = checks.get(schema) ?? schemaOf(schema);
    checks.set(schema, check);
    const [problem] = check(record);
    if (problem !== undefined) throw new BadRecord(`Record ${number} (${type}): ${problem.message}`);
    yield record;
  }
}

/** What does not keep the evidence from being judged again. */
const JUDGEABLE: ReadonlySet<string> = new Set(['COUNT_DIFFERS', 'HEADER_DIFFERS']);

type Footer = Extract<EvidenceRecord, { type: 'footer' }>;

/** What one file of evidence must be, apart from the judgements: its schema, its order, its counts. */
export async function checkRecords(
  source: EvidenceSource,
  result: RunResult,
  problems: Problems,
): Promise<RecordCounts> {
  const uses = new Map<string, number>();
  const seen = new Set<string>();
  let exchanges = 0;
  let exercises = 0;
  let counted = 0;
  let records = 0;
  let footer: Footer | null = null;
  let whole = true;
  const bad = (code: string, message: string, expected?: unknown, received?: unknown): void => {
    if (!JUDGEABLE.has(code)) whole = false;
    problems.add({
      kind: 'evidence',
      code,
      where: source.name,
      message,
      ...(expected === undefined ? {} : { expected: String(expected), received: String(received) }),
    });
  };
  const stored = (): string =>
    `It holds ${exchanges} of ${result.summary.exchanges} exchanges and ${counted} of ${result.summary.exercises} exercises.`;
  try {
    for await (const record of withBodies(checkedRecords(source), source.name)) {
      records += 1;
      if ((record.type === 'header') !== (records === 1)) {
        bad('EVIDENCE_ORDER', `${source.name} does not have exactly one header, as its first record.`);
        return { exchanges, exercises, uses, whole };
      }
      if (footer !== null) {
        bad('EVIDENCE_ORDER', `${source.name} goes on after its footer.`);
        return { exchanges, exercises, uses, whole };
      }
      switch (record.type) {
        case 'header':
          checkHeader(record, result, bad);
          break;
        case 'exchange':
          exchanges += 1;
          if (seen.has(record.exchange.id))
            bad('EXCHANGE_REPEATED', `The exchange ${record.exchange.id} is there twice.`);
          seen.add(record.exchange.id);
          break;
        case 'exercise':
          exercises += 1;
          if (record.purpose === 'run' && record.cutShort !== true) counted += 1;
          for (const id of exchangesOf(record)) {
            if (!seen.has(id)) {
              bad(
                'EXCHANGE_MISSING',
                `Exercise ${record.index} of ${record.scenario} refers to the exchange ${id}, which does not come before it.`,
              );
            }
            uses.set(id, (uses.get(id) ?? 0) + 1);
          }
          break;
        case 'scenario':
          break;
        case 'footer':
          footer = record;
          break;
      }
    }
  } catch (error) {
    if (error instanceof BadRecord) bad('RECORD_INVALID', `${source.name} holds what no run writes. ${error.message}`);
    else if (!(error instanceof EvidenceFileError)) throw error;
    else if (error.code === 'EVIDENCE_CUT_OFF') bad('EVIDENCE_TRUNCATED', `${source.name} is cut off. ${stored()}`);
    else bad(error.code, error.message);
    return { exchanges, exercises, uses, whole };
  }
  if (footer === null) {
    bad(
      'EVIDENCE_TRUNCATED',
      `${source.name} has no footer: it is cut off, or the run that wrote it was killed. ${stored()}`,
    );
    return { exchanges, exercises, uses, whole };
  }
  const { summary } = result;
  const counts: readonly (readonly [
    what: string,
    where: string,
    expected: number | string,
    received: number | string,
  ])[] = [
    ['exchanges', 'its footer', footer.exchanges, exchanges],
    ['exchanges', RESULTS, summary.exchanges, exchanges],
    ['exercises', 'its footer', footer.exercises, counted],
    ['exercises', RESULTS, summary.exercises, counted],
    ['end', RESULTS, result.finishedAt, footer.finishedAt],
  ];
  for (const [what, where, expected, received] of counts) {
    if (expected === received || (what === 'exercises' && result.errors.length > 0)) continue;
    bad('COUNT_DIFFERS', `The ${what} of ${source.name} and of ${where} differ.`, expected, received);
  }
  return { exchanges, exercises, uses, whole };
}

function checkHeader(
  header: Extract<EvidenceRecord, { type: 'header' }>,
  { suite, protocol, seed, startedAt }: RunResult,
  bad: (code: string, message: string, expected?: unknown, received?: unknown) => void,
): void {
  if (header.schemaVersion < EVIDENCE_VERSION) {
    bad(
      'EVIDENCE_TOO_OLD',
      'This evidence does not say how each scenario ended: it can be read, and not be judged again.',
    );
    return;
  }
  const expected = { suite: `${suite.name} ${suite.version}`, protocol, seed, startedAt };
  for (const [name, value] of Object.entries(expected)) {
    const received = header[name as keyof typeof expected];
    if (received !== value) {
      bad('HEADER_DIFFERS', `The header of the evidence and ${RESULTS} differ in ${name}.`, value, received);
    }
  }
}
