import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readIcs } from '../../harness/config-file.js';
import { matchReading, type SignatureReading } from '../../protocols/lesspay/signature/readings.js';
import { amend, annexA, type Decisions } from '../../reference/lesspay/decisions.js';
import { type StartApplication, startReferencePlatform } from '../../reference/lesspay/start.js';
import type { Ics } from '../../schemas/config/config.generated.js';
import { inProcess } from './memory-io.js';
import { command } from './process.js';
import { resultsIn, scratchFolder } from './scratch.js';
import { FIRST, SECOND, targetEnvironment } from './serve-child.js';

async function platform(decisions: Decisions, application: Partial<StartApplication> = {}): Promise<string> {
  const running = await startReferencePlatform({ applications: [{ ...FIRST, ...application }, SECOND], decisions });
  onTestFinished(() => running.close());
  return running.url;
}

interface Tested {
  readonly code: number | null;
  readonly err: string;
  /** What was exercised, or kept from it: requirement id to verdict and reason. */
  readonly verdicts: Readonly<Record<string, string>>;
}

/** A run with a statement, against a platform. */
async function runWith(
  url: string,
  claims: Partial<Ics>,
  only: readonly string[],
  { args = [], env = {} }: { readonly args?: readonly string[]; readonly env?: Record<string, string> } = {},
): Promise<Tested> {
  const cwd = scratchFolder();
  writeFileSync(path.join(cwd, 'ics.json'), JSON.stringify({ schemaVersion: 1, protocol: 'lesspay', ...claims }));
  const { code, err } = await command(
    ['run', '--ics', 'ics.json', '--only', ...only, '--runs', '2', '--report', 'json', ...args],
    { cwd, env: { ...targetEnvironment(url), ...env } },
  );
  if (!existsSync(path.join(cwd, 'conformance-report', 'results.json'))) return { code, err, verdicts: {} };
  const { requirements } = resultsIn(path.join(cwd, 'conformance-report'));
  const told = requirements.filter(({ reason }) => reason?.code !== 'notSelected');
  return {
    code,
    err,
    verdicts: Object.fromEntries(
      told.map(({ id, verdict, reason }) => [id, reason === undefined ? verdict : `${verdict} ${reason.code}`]),
    ),
  };
}

const LIMITED = { limits: { minimum: '20.00', single_maximum: '60.00', maximum_details: 4 } } as const;
const BOUNDS = { min: '20.00', max: '60.00' };
const OF_PAYOUTS = { currencies: ['PHP'], limits: { PHP: BOUNDS, USDT: BOUNDS }, maxDetails: 4 };
const NOBODY_HELPS: Ics['testing'] = { control: 'none', webhooks: 'none' };

describe('limits that are claimed', () => {
  const areas = ['PAYOUT-BATCH', 'PAYOUT-CREATE', 'AMT', 'ERR-016', 'ERR-017'];

  test('are kept to by everything that is sent, and judged without an operator', async () => {
    const url = await platform(annexA, LIMITED);
    const { code, verdicts } = await runWith(url, { payout: OF_PAYOUTS, testing: NOBODY_HELPS }, areas);
    expect(code).toBe(0);
    expect(verdicts).toMatchObject({ 'ERR-016': 'pass', 'ERR-017': 'pass', 'PAYOUT-BATCH-012': 'pass' });
    // No limit refused what should be accepted: only what needs an operator was kept from being tested.
    const others = Object.entries(verdicts).filter(([, verdict]) => verdict !== 'pass');
    expect(others.filter(([, verdict]) => !/^notTested (needs|notObserved)|^notApplicable/.test(verdict))).toEqual([]);
    // 100.50 and the sums of 100 to 900 lie beyond the limits; PAYOUT-BATCH-039 speaks of wallets in IDR.
    expect(others.filter(([, verdict]) => verdict === 'notApplicable notClaimed').map(([id]) => id)).toEqual([
      'PAYOUT-CREATE-025',
      'PAYOUT-BATCH-011',
      'PAYOUT-BATCH-039',
    ]);
  });

  test.each([
    ['the maximum', 'createPayoutRules', { singleMaximumKept: () => null }, 'ERR-016'],
    ['the minimum of batches', 'createBatchRules', { minimumKept: () => null }, 'ERR-016'],
    ['the number of details', 'createBatchRules', { detailCount: () => null }, 'ERR-017'],
  ] as const)('%s, not kept by the platform, fails', async (_name, group, change, requirement) => {
    const url = await platform(amend(annexA, group, change), LIMITED);
    const { code, verdicts } = await runWith(url, { payout: OF_PAYOUTS, testing: NOBODY_HELPS }, [requirement]);
    expect({ code, verdicts }).toEqual({ code: 1, verdicts: { [requirement]: 'fail' } });
  });

  test('that a platform does not have fail, and those that are not claimed are not judged without an operator', async () => {
    const url = await platform(annexA);
    const claimed = await runWith(url, { payout: OF_PAYOUTS, testing: NOBODY_HELPS }, ['ERR-016', 'ERR-017']);
    expect(claimed.verdicts).toEqual({ 'ERR-016': 'fail', 'ERR-017': 'fail' });
    const unclaimed = await runWith(url, { testing: NOBODY_HELPS }, ['ERR-016', 'ERR-017']);
    expect(unclaimed.verdicts).toEqual({
      'ERR-016': 'notTested needsControlApplications',
      'ERR-017': 'notTested needsControlApplications',
    });
  });

  test('whose minimum is above the maximum end with 2', () => {
    const file = path.join(scratchFolder(), 'ics.json');
    const limits = { PHP: { min: '60.01', max: '60' } };
    writeFileSync(file, JSON.stringify({ schemaVersion: 1, protocol: 'lesspay', payout: { limits } }));
    expect(() => readIcs(file)).toThrow(
      /at \/payout\/limits\/PHP: expected a `min` that is not above `max` \(60\), received "60\.01"/,
    );
  });
});

/** A platform that reads nested members in one way only. */
function reading(only: SignatureReading): Decisions {
  return amend(annexA, 'credentials', {
    verifySignature: (bodyText, signature, { appSecret }) =>
      bodyText.trim() !== '' && matchReading(bodyText, appSecret, signature, ['sign'])?.reading === only,
  });
}

/** The same, but bodies that all readings sign alike are the first one's. */
function readingNested(only: SignatureReading): Decisions {
  const { verifySignature } = annexA.credentials;
  const isNested = (text: string): boolean => /:\s*\{/.test(text);
  return amend(annexA, 'credentials', {
    verifySignature: (bodyText, signature, application) =>
      isNested(bodyText)
        ? reading(only).credentials.verifySignature(bodyText, signature, application)
        : verifySignature(bodyText, signature, application),
  });
}

describe('the way of signing that is claimed', () => {
  test('is the one that nested bodies are signed with', async () => {
    const url = await platform(readingNested('JSON-SORTED'));
    const only = ['PAYOUT-CREATE-001'];
    const demo = await runWith(url, { testing: NOBODY_HELPS }, only);
    expect(demo.verdicts).toEqual({ 'PAYOUT-CREATE-001': 'fail' });
    const claimed = await runWith(url, { signature: { reading: 'JSON-SORTED' }, testing: NOBODY_HELPS }, only);
    expect(claimed.verdicts).toEqual({ 'PAYOUT-CREATE-001': 'pass' });
  });

  test('is found by init --probe, with a query', async () => {
    const url = await platform(readingNested('JSON-SORTED'));
    const cwd = scratchFolder();
    const { code, out } = await inProcess(['init', '--probe'], { cwd, env: targetEnvironment(url) });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^ {2}signature\.reading JSON-SORTED: the others are refused\. POST .*\/query: HTTP 200, code 30020/m,
    );
    expect(readIcs(path.join(cwd, 'lesspay-ics.json')).signature).toEqual({ reading: 'JSON-SORTED' });
  });
});

describe('what the vendor offers to the tester', () => {
  const NEEDS_SECOND = ['PAYOUT-QUERY-012', 'QUERY-020'];

  test('is taken from the statement: a second application whose secret is in a variable', async () => {
    const url = await platform(annexA);
    const testing = { ...NOBODY_HELPS, secondApplication: { appId: SECOND.appId, secretVariable: 'OTHER_SECRET' } };
    const env = { LESSPAY_SECOND_APP_ID: '', LESSPAY_SECOND_APP_SECRET: '' };
    const without = await runWith(url, { testing: NOBODY_HELPS }, NEEDS_SECOND, { env });
    expect(without.verdicts).toEqual({
      'PAYOUT-QUERY-012': 'notTested needsSecondApplication',
      'QUERY-020': 'notTested needsSecondApplication',
    });
    const named = await runWith(url, { testing }, NEEDS_SECOND, {
      env: { ...env, OTHER_SECRET: SECOND.appSecret },
    });
    expect(named.verdicts).toEqual({ 'PAYOUT-QUERY-012': 'pass', 'QUERY-020': 'pass' });
    // The usual variable holds the secret of another application.
    const elsewhere = { ...env, LESSPAY_SECOND_APP_SECRET: 'of-another-application' };
    const unset = await runWith(url, { testing }, NEEDS_SECOND, { env: elsewhere });
    expect(unset).toMatchObject({ code: 2, err: expect.stringMatching(/set OTHER_SECRET \(in the environment/) });
  });

  test('`none` keeps the run from looking for a control interface and from listening', async () => {
    const url = await platform(annexA);
    const { verdicts } = await runWith(url, { testing: NOBODY_HELPS }, ['PAYOUT-QUERY-017', 'WEBHOOK-052']);
    expect(verdicts).toEqual({
      'PAYOUT-QUERY-017': 'notTested needsControl',
      'WEBHOOK-052': 'notTested needsControl',
    });
  });

  test('a control interface that does not answer ends the run before anything is tested', async () => {
    const url = await platform(annexA);
    const testing = { control: { url: `${url}/elsewhere` } };
    const { code, err } = await runWith(url, { testing }, NEEDS_SECOND);
    expect({ code, err }).toMatchObject({
      code: 3,
      err: expect.stringMatching(/does not answer as a control interface does\. Check --ics, \/testing\/control\/url/),
    });
  });

  test('is written by init --probe, without secrets', async () => {
    const url = await platform(annexA);
    const cwd = scratchFolder();
    const { out } = await inProcess(['init', '--probe'], { cwd, env: targetEnvironment(url) });
    expect(readIcs(path.join(cwd, 'lesspay-ics.json')).testing).toEqual({
      control: { url: `${url}/__control` },
      webhooks: 'loopback',
      secondApplication: { appId: SECOND.appId, secretVariable: 'LESSPAY_SECOND_APP_SECRET' },
    });
    expect(out).toMatch(/^ {2}testing\.secondApplication second-application-002: accepted\./m);
    const wrong = { ...targetEnvironment(url), LESSPAY_SECOND_APP_SECRET: 'a-wrong-one' };
    const elsewhere = scratchFolder();
    const refused = await inProcess(['init', '--probe'], { cwd: elsewhere, env: wrong });
    expect(refused.out).toMatch(/^ {2}testing\.secondApplication second-application-002: not accepted, left out\./m);
    expect(readIcs(path.join(elsewhere, 'lesspay-ics.json')).testing).not.toHaveProperty('secondApplication');
  });
});

describe('init --probe --create-orders', () => {
  test('finds limits beside what is accepted', async () => {
    const url = await platform(annexA, { limits: { minimum: '20.00', single_maximum: '60.00' } });
    const cwd = scratchFolder();
    const { code, out } = await inProcess(['init', '--probe', '--create-orders'], { cwd, env: targetEnvironment(url) });
    expect(code).toBe(0);
    const { payout } = readIcs(path.join(cwd, 'lesspay-ics.json'));
    expect(payout?.limits).toBeUndefined();
    const roomy = await platform(annexA, { limits: { minimum: '5.00', single_maximum: '500.00' } });
    const again = scratchFolder();
    const found = await inProcess(['init', '--probe', '--create-orders'], {
      cwd: again,
      env: targetEnvironment(roomy),
    });
    expect(readIcs(path.join(again, 'lesspay-ics.json')).payout?.limits).toMatchObject({
      PHP: { min: '10.00', max: '100.00' },
    });
    expect(found.out).toMatch(
      /^ {2}payout\.limits PHP: max 100\.00, the nearest that was tried and accepted; 999\.99: POST .*code 30070/m,
    );
    expect(out).not.toMatch(/payout\.limits PHP: m/);
  });
});
