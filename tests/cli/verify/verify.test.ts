import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunResult, Verification } from '../../../schemas/report/results.generated.js';
import { inProcess } from '../memory-io.js';
import { command, start } from '../process.js';
import { resultsIn } from '../scratch.js';
import { givenCredentials, targetEnvironment } from '../serve-child.js';
import { codesOf, type Editable, Tampered, verified } from './tampering.js';

const FAULT = 'signature-unchecked';
/** What that breaks. */
const FAILING = 'AUTH-007';
const only = ['--only', FAILING, 'WEBHOOK-052', 'PAYOUT-BATCH-010'];

let scratch: string;
/** Of a platform that accepts any signature. */
let faulty: string;
/** Of another run against it. */
let other: string;

beforeAll(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'lesspay-verify-'));
  faulty = path.join(scratch, 'faulty');
  other = path.join(scratch, 'other');
  const platform = start(['serve', ...givenCredentials, '--fault', FAULT]);
  try {
    const [, url = ''] = await platform.until('out', /listening on (http:\/\/127\.0\.0\.1:\d+)\n/);
    const env = targetEnvironment(url);
    const first = await command(['run', ...only, '--seed', '4', '--runs', '4', '--out', faulty], { env });
    expect(first.code, first.err).toBe(1);
    await command(['run', '--only', FAILING, '--seed', '5', '--runs', '4', '--out', other], { env });
  } finally {
    platform.signal('SIGKILL');
    await platform.ended;
  }
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const failing = (result: RunResult): RunResult['requirements'] =>
  result.requirements.filter(({ verdict }) => verdict === 'fail');

/** The first that failed, to be edited. */
const failed = (result: Editable): Editable => failing(result as RunResult)[0];

describe('a report folder as its run wrote it', () => {
  test('is verified: files, records, judgements', async () => {
    const verification = await verified(faulty);
    expect(verification).toMatchObject({
      verified: true,
      problems: [],
      signature: { state: 'none' },
      acceptance: null,
    });
    const result = resultsIn(faulty);
    expect(failing(result).map(({ id }) => id)).toContain(FAILING);
    expect(verification.run).toMatchObject({ conformant: false, complete: true, seed: 4 });
    expect(verification.evidence).toMatchObject({
      exchanges: result.summary.exchanges,
      requirements: result.requirements.length,
    });
    expect(verification.evidence?.judgedAgain).toBe(verification.evidence?.exercises);
    expect(verification.evidence?.exercises).toBeGreaterThan(result.summary.exercises);
  });

  test('folders that a run writes and no manifest names are not looked into, and named', async () => {
    const report = new Tampered(faulty, scratch);
    mkdirSync(report.file('allure-results'));
    report.write('allure-results/a.json', '{}');
    const { verified: whole, notes } = await verified(report.dir);
    expect(whole).toBe(true);
    expect(notes).toContain('A manifest does not name these folders, which were not looked into: allure-results.');
  });

  test('in words', async () => {
    const { code, out } = await inProcess(['verify', faulty]);
    expect(code).toBe(0);
    expect(out).toMatch(/^VERIFIED \(report folder /);
    expect(out).toMatch(/judged again; \d+ requirements compared/);
    expect(out).toContain('not signed');
  });
});

/** What was changed, whether the manifest was put right afterwards, and what `verify` says. */
type Row = readonly [
  what: string,
  change: (report: Tampered) => void,
  manifest: 'fixed' | 'left',
  codes: readonly string[],
  where?: string | RegExp,
];

const rows: readonly Row[] = [
  // The files.
  ['a file is removed', (report) => unlinkSync(report.file('summary.md')), 'left', ['FILE_MISSING'], 'summary.md'],
  ['a file is added', (report) => report.write('extra.txt', 'x'), 'left', ['FILE_ADDED'], 'extra.txt'],
  ['a link is added', (report) => symlinkSync('/etc/passwd', report.file('link')), 'left', ['NOT_A_FILE'], 'link'],
  [
    'the manifest forgets a file',
    (report) => report.json('manifest.json', (manifest) => manifest.files.pop()),
    'left',
    ['FILE_ADDED'],
  ],
  [
    'the manifest names a file twice',
    (report) => report.json('manifest.json', (manifest) => manifest.files.push(manifest.files[0])),
    'left',
    ['MANIFEST_INVALID'],
  ],
  [
    'the manifest is of another run',
    (report) =>
      report.json('manifest.json', (manifest) => {
        manifest.seed = 5;
      }),
    'left',
    ['MANIFEST_CHANGED'],
    'manifest.json',
  ],
  [
    'the manifest is written otherwise',
    (report) => report.write('manifest.json', JSON.stringify(JSON.parse(report.read('manifest.json').toString()))),
    'left',
    ['MANIFEST_CHANGED'],
    'manifest.json',
  ],
  // The results.
  [
    'a failure becomes a pass',
    (report) =>
      report.results((result) => {
        failed(result).verdict = 'pass';
      }),
    'fixed',
    ['VERDICT_DIFFERS'],
    FAILING,
  ],
  [
    'a failure becomes a pass without a trace of the finding, and so do all counts',
    (report) =>
      report.results((result) => {
        for (const requirement of failing(result)) {
          requirement.verdict = 'pass';
          requirement.findings = [];
        }
        result.conformant = true;
        result.exitCode = 0;
      }),
    'fixed',
    ['VERDICT_DIFFERS', 'FINDINGS_DIFFER', 'CONCLUSION_DIFFERS', 'REPORT_DIFFERS'],
  ],
  [
    'a finding is removed',
    (report) =>
      report.results((result) => {
        failed(result).findings.pop();
      }),
    'fixed',
    ['FINDINGS_DIFFER'],
    FAILING,
  ],
  [
    'a finding says otherwise what was received',
    (report) =>
      report.results((result) => {
        failed(result).findings[0].violations[0].received = 'nothing';
      }),
    'fixed',
    ['FINDINGS_DIFFER'],
  ],
  [
    'the command of a finding does something else',
    (report) =>
      report.results((result) => {
        failed(result).findings[0].replay += '; rm -rf ~';
      }),
    'fixed',
    ['FINDINGS_DIFFER'],
  ],
  [
    'the path of a finding leads elsewhere',
    (report) =>
      report.results((result) => {
        failed(result).findings[0].path = '99';
      }),
    'fixed',
    ['FINDINGS_DIFFER'],
  ],
  [
    'a finding shows another exchange than the evidence',
    (report) =>
      report.results((result) => {
        failed(result).findings[0].exchanges[0].exchange.durationMs += 1;
      }),
    'fixed',
    ['FINDING_EXCHANGE_DIFFERS', 'FINDINGS_DIFFER'],
  ],
  [
    'a MUST becomes a SHOULD',
    (report) =>
      report.results((result) => {
        failed(result).level = 'SHOULD';
      }),
    'fixed',
    ['CATALOGUE_DIFFERS'],
    FAILING,
  ],
  [
    'a requirement is asked for in other words',
    (report) =>
      report.results((result) => {
        failed(result).statement = 'Anything goes.';
      }),
    'fixed',
    ['CATALOGUE_DIFFERS'],
  ],
  [
    'a requirement is taken out',
    (report) =>
      report.results((result) => {
        result.requirements = result.requirements.filter(({ id }: { id: string }) => id !== FAILING);
      }),
    'fixed',
    ['REQUIREMENT_MISSING'],
    FAILING,
  ],
  [
    'a failure is waived that nobody waived',
    (report) =>
      report.results((result) => {
        failed(result).waived = true;
      }),
    'fixed',
    ['WAIVER_DIFFERS'],
    FAILING,
  ],
  [
    'the run is called conformant',
    (report) =>
      report.results((result) => {
        result.conformant = true;
      }),
    'fixed',
    ['CONCLUSION_DIFFERS'],
    'results.json',
  ],
  [
    'there were more exercises',
    (report) =>
      report.results((result) => {
        result.summary.exercises += 1;
      }),
    'fixed',
    ['COUNT_DIFFERS', 'CONCLUSION_DIFFERS'],
  ],
  [
    'it was another target',
    (report) =>
      report.results((result) => {
        result.target.url = 'https://sandbox.example.com';
      }),
    'fixed',
    ['TARGET_DIFFERS'],
  ],
  [
    'it was a target whose address begins alike',
    (report) =>
      report.results((result) => {
        result.target.url = result.target.url.slice(0, -1);
      }),
    'fixed',
    ['TARGET_DIFFERS'],
  ],
  [
    'it was another seed',
    (report) =>
      report.results((result) => {
        result.seed = 9;
      }),
    'fixed',
    ['HEADER_DIFFERS', 'FINDINGS_DIFFER'],
  ],
  [
    'it was run with more exercises per property',
    (report) =>
      report.results((result) => {
        result.runs = 40;
      }),
    'fixed',
    ['EXERCISES_MISSING'],
  ],
  [
    'what failed was not selected',
    (report) =>
      report.results((result) => {
        result.selection.only = ['WEBHOOK-052'];
      }),
    'fixed',
    ['VERDICT_DIFFERS'],
  ],
  [
    'it was restricted to an area that there is not',
    (report) =>
      report.results((result) => {
        result.selection.only = ['NOWHERE'];
      }),
    'fixed',
    ['SELECTION_UNKNOWN'],
    'results.json',
  ],
  [
    'the statement claimed less',
    (report) =>
      report.results((result) => {
        result.ics = { schemaVersion: 1, protocol: 'lesspay', endpoints: { createPayoutBatch: false } };
      }),
    'fixed',
    ['CLAIM_DIFFERS'],
  ],
  [
    'the results are no JSON',
    (report) => report.write('results.json', '{'),
    'left',
    ['FILE_CHANGED', 'RESULTS_INVALID'],
  ],
  [
    'the results have a member of nobody',
    (report) =>
      report.results((result) => {
        result.approvedBy = 'me';
      }),
    'fixed',
    ['RESULTS_INVALID'],
  ],
  // The reports.
  ...['report.html', 'summary.md', 'junit.xml', 'exchanges.har'].map(
    (name): Row => [
      `${name} is edited`,
      (report) => report.write(name, report.read(name).toString().replaceAll(FAILING, 'AUTH-004')),
      'fixed',
      ['REPORT_DIFFERS'],
      name,
    ],
  ),
  // The evidence.
  [
    'an answer that failed is edited, so that it passes',
    (report) =>
      report.evidence((records) => {
        for (const { type, exchange } of records) {
          if (type === 'exchange' && exchange.intent?.role === 'altered' && exchange.response !== null) {
            exchange.response.status = 200;
            exchange.response.body = '{"code":5,"msg":"INVALID SIGN"}';
          }
        }
        return records;
      }),
    'fixed',
    ['FINDING_EXCHANGE_DIFFERS', 'VERDICT_DIFFERS'],
  ],
  [
    'an answer that passed is edited, so that it fails',
    (report) =>
      report.evidence((records) => {
        const batch = records.filter(
          ({ type, exchange }) =>
            type === 'exchange' && exchange.operation === 'createPayoutBatch' && exchange.intent?.role === 'altered',
        );
        for (const { exchange } of batch) exchange.response.body = '{"code":0,"msg":"SUCCESS","data":{}}';
        return records;
      }),
    'fixed',
    ['VERDICT_DIFFERS'],
    'PAYOUT-BATCH-010',
  ],
  [
    'what was established about a signature is edited',
    (report) =>
      report.evidence((records) => {
        for (const { exchange } of records)
          if (exchange?.facts.signature !== undefined) exchange.facts.signature.matches = [];
        return records;
      }),
    'fixed',
    ['VERDICT_DIFFERS'],
    /^WEBHOOK-/,
  ],
  [
    'an exercise is removed',
    (report) => report.evidence((records) => withoutFirst(records, ({ type }) => type === 'exercise')),
    'fixed',
    ['COUNT_DIFFERS', 'EXERCISES_MISSING', 'EXERCISES_DIFFER'],
  ],
  [
    'an exercise is removed, and all counts are put right',
    (report) => {
      report.evidence((records) => {
        const rest = withoutFirst(
          records,
          ({ type, scenario }) => type === 'exercise' && scenario === 'PAYOUT-BATCH-010',
        );
        rest.at(-1).exercises -= 1;
        return rest;
      });
      report.results((result) => {
        result.summary.exercises -= 1;
      });
    },
    'fixed',
    ['EXERCISES_MISSING'],
    /^PAYOUT-BATCH-010/,
  ],
  [
    'an exercise is there twice',
    (report) => report.evidence((records) => twice(records, ({ type }) => type === 'exercise')),
    'fixed',
    ['COUNT_DIFFERS', 'EXERCISE_REPEATED', 'EXERCISES_DIFFER'],
  ],
  [
    'an exchange that an exercise needs is removed',
    (report) => report.evidence((records) => withoutFirst(records, ({ type }) => type === 'exchange')),
    'fixed',
    ['EXCHANGE_MISSING', 'COUNT_DIFFERS'],
  ],
  [
    'an exchange is there twice',
    (report) => report.evidence((records) => twice(records, ({ type }) => type === 'exchange')),
    'fixed',
    ['EXCHANGE_REPEATED', 'COUNT_DIFFERS'],
  ],
  [
    'the end of a scenario is removed',
    (report) =>
      report.evidence((records) =>
        withoutFirst(records, ({ type, scenario }) => type === 'scenario' && scenario.startsWith(FAILING)),
      ),
    'fixed',
    ['SCENARIO_MISSING', 'EXERCISES_DIFFER'],
    /AUTH-007/,
  ],
  [
    'a scenario is said not to have been run',
    (report) =>
      report.evidence((records) => {
        const end = records.find(({ type, scenario }) => type === 'scenario' && scenario.startsWith(FAILING));
        end.notRun = { code: 'notClaimed', message: 'not claimed' };
        return records;
      }),
    'fixed',
    ['CLAIM_DIFFERS'],
    /^AUTH-007/,
  ],
  [
    'the footer is removed',
    (report) => report.evidence((records) => records.slice(0, -1)),
    'fixed',
    ['EVIDENCE_TRUNCATED'],
    'evidence.ndjson.gz',
  ],
  ['the header is removed', (report) => report.evidence((records) => records.slice(1)), 'fixed', ['EVIDENCE_ORDER']],
  [
    'something follows the footer',
    (report) => report.evidence((records) => [...records, records[1]]),
    'fixed',
    ['EVIDENCE_ORDER'],
  ],
  [
    'the file is cut off',
    (report) => report.write('evidence.ndjson.gz', report.read('evidence.ndjson.gz').subarray(0, -2000)),
    'fixed',
    ['EVIDENCE_TRUNCATED'],
  ],
  ['the file is no gzip file', (report) => report.write('evidence.ndjson.gz', 'hello'), 'fixed', ['EVIDENCE_NOT_GZIP']],
  ['the file is removed', (report) => unlinkSync(report.file('evidence.ndjson.gz')), 'fixed', ['EVIDENCE_MISSING']],
  [
    'a record has a member of nobody',
    (report) =>
      report.evidence((records) => {
        records[1].exchange.note = 'x';
        return records;
      }),
    'fixed',
    ['RECORD_INVALID'],
  ],
  [
    'a record is of a type of nobody',
    (report) => report.evidence((records) => [...records.slice(0, -1), { type: 'constructor' }, ...records.slice(-1)]),
    'fixed',
    ['RECORD_INVALID'],
  ],
  [
    'a body that is stored once is edited',
    (report) =>
      report.evidence((records) => {
        const sha256 = 'a'.repeat(64);
        return [records[0], { type: 'body', sha256, text: 'edited' }, ...records.slice(1)];
      }),
    'fixed',
    ['EVIDENCE_BODY'],
  ],
  [
    'a body is named that is not stored',
    (report) =>
      report.evidence((records) => {
        records[1].bodies = { response: 'b'.repeat(64) };
        return records;
      }),
    'fixed',
    ['EVIDENCE_BODY'],
  ],
  [
    'it is the evidence of another run',
    (report) => report.write('evidence.ndjson.gz', new Tampered(other, scratch).read('evidence.ndjson.gz')),
    'fixed',
    ['HEADER_DIFFERS', 'COUNT_DIFFERS'],
  ],
  [
    'it is a bomb',
    (report) =>
      report.evidence((records) => [
        records[0],
        {
          type: 'exercise',
          scenario: FAILING,
          case: null,
          index: 0,
          purpose: 'run',
          steps: { x: { value: 'x'.repeat(9_000_000) } },
        },
      ]),
    'fixed',
    ['EVIDENCE_LINE_TOO_LONG'],
  ],
];

function withoutFirst(records: Editable[], matches: (record: Editable) => boolean): Editable[] {
  const place = records.findIndex(matches);
  return records.filter((_, index) => index !== place);
}

function twice(records: Editable[], matches: (record: Editable) => boolean): Editable[] {
  const place = records.findIndex(matches);
  return [...records.slice(0, place), records[place], ...records.slice(place)];
}

describe('what was changed is found and named', () => {
  test.each(rows.map((row) => ({ what: row[0], row })))('$what', async ({ row }) => {
    const [, change, manifest, codes, where] = row;
    const report = new Tampered(faulty, scratch);
    change(report);
    if (manifest === 'fixed') report.fixManifest();
    const verification = await verified(report.dir);
    expect(verification.verified).toBe(false);
    expect(codesOf(verification)).toEqual(expect.arrayContaining([...codes]));
    if (where !== undefined) {
      const places = verification.problems.filter(({ code }) => codes.includes(code)).map((problem) => problem.where);
      expect(places.some((place) => (typeof where === 'string' ? place === where : where.test(place)))).toBe(true);
    }
    expect(verification.problems.every(({ kind }) => kind !== 'version')).toBe(true);
  });

  test('a byte of any file', async () => {
    for (const name of readdirSync(faulty)) {
      const size = new Tampered(faulty, scratch).read(name).length;
      for (const place of [0, Math.floor(size / 2), size - 1]) {
        const report = new Tampered(faulty, scratch);
        const bytes = report.read(name);
        bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
        report.write(name, bytes);
        const { problems } = await verified(report.dir);
        const [first] = problems;
        if (name === 'manifest.json') expect(first?.code).toMatch(/^(MANIFEST|FILE)_/);
        else expect(first).toMatchObject({ code: 'FILE_CHANGED', where: name });
      }
    }
  }, 60_000);

  test('how much of a file that was cut off is there', async () => {
    const report = new Tampered(faulty, scratch);
    report.evidence((records) => records.slice(0, Math.floor(records.length / 2)));
    report.fixManifest();
    const { problems, evidence } = await verified(report.dir);
    const { exchanges, exercises } = resultsIn(faulty).summary;
    expect(problems[0]?.message).toMatch(
      new RegExp(`It holds \\d+ of ${exchanges} exchanges and \\d+ of ${exercises} exercises\\.$`),
    );
    expect(evidence).toBeNull();
  });

  test('texts of a file cannot steer the terminal', async () => {
    const report = new Tampered(faulty, scratch);
    report.results((result) => {
      result.requirements[0].statement = 'a\u001b[2Jb\u202ec';
    });
    report.fixManifest();
    const { out } = await inProcess(['verify', report.dir]);
    expect(out).toContain('\\u001b[2Jb\\u202ec');
    for (const steering of ['\u001b', '\u202e']) expect(out).not.toContain(steering);
  });
});

describe('another version of the suite', () => {
  function ofVersion(version: string, change: (report: Tampered) => void): Promise<Verification> {
    const report = new Tampered(faulty, scratch);
    report.results((result) => {
      result.suite.version = version;
    });
    report.evidence((records) => {
      records[0].suite = `lesspay-conformance ${version}`;
      return records;
    });
    change(report);
    report.fixManifest();
    return verified(report.dir);
  }

  test('what it judges otherwise is a difference of version, not of judgement', async () => {
    const verification = await ofVersion('99.0.0', (report) =>
      report.results((result) => {
        failed(result).statement = 'As the sentence was in that version.';
      }),
    );
    expect(verification.problems.length).toBeGreaterThan(0);
    expect(new Set(verification.problems.map(({ kind }) => kind))).toEqual(new Set(['version']));
    expect(verification.notes.join(' ')).toContain('lesspay-conformance 99.0.0');
  });

  test('scenarios that this version does not have are named', async () => {
    const verification = await ofVersion('0.0.1', (report) =>
      report.evidence((records) => {
        for (const record of records) if (record.scenario === 'PAYOUT-BATCH-010') record.scenario = 'PAYOUT-BATCH-910';
        return records;
      }),
    );
    expect(verification.problems).toContainEqual(
      expect.objectContaining({ kind: 'version', code: 'SCENARIO_UNKNOWN', where: 'PAYOUT-BATCH-910' }),
    );
    expect(verification.problems.every(({ kind }) => kind === 'version')).toBe(true);
  });

  test('evidence of the first version can be read, and is not judged again', async () => {
    const report = new Tampered(faulty, scratch);
    report.evidence((records) => {
      records[0].schemaVersion = 1;
      return records;
    });
    report.fixManifest();
    const verification = await verified(report.dir);
    expect(codesOf(verification)).toEqual(['EVIDENCE_TOO_OLD']);
    expect(verification.evidence).toBeNull();
  });
});

describe('what is no report folder ends with 2', () => {
  test.each([
    ['nothing', () => path.join(scratch, 'nothing'), 'there is no'],
    ['an empty folder', () => mkdtempSync(path.join(scratch, 'empty-')), 'has no manifest.json'],
    [
      'a folder without its manifest',
      () => {
        const report = new Tampered(faulty, scratch);
        unlinkSync(report.file('manifest.json'));
        return report.dir;
      },
      'did not finish',
    ],
  ])('%s', async (_what, target, said) => {
    const { code, err } = await inProcess(['verify', target()]);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});
