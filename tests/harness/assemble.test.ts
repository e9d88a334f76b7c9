import { describe, expect, test } from 'vitest';
import { assemble, type Harvest } from '../../harness/assemble.js';
import { violated } from '../../harness/check.js';
import type { ScenarioResult } from '../../harness/engine.js';
import { count, newTally, notRun, type Tally } from '../../harness/tally.js';
import type { Requirement } from '../../protocols/requirement.js';
import type { RequirementResult } from '../../schemas/report/results.generated.js';
import { requirement } from './conclusion-samples.js';

const ID = 'AREA-001';

interface Seen {
  readonly passed?: number;
  readonly failed?: number;
  readonly inconclusive?: readonly string[];
  readonly notRun?: readonly string[];
  readonly remarks?: readonly string[];
}

function tally({ passed = 0, failed = 0, inconclusive = [], notRun: why = [], remarks = [] }: Seen, id = ID): Tally {
  const made = newTally(id);
  for (let index = 0; index < passed; index += 1) {
    count(made, { verdict: 'pass', remarks: remarks.map((text) => ({ text })) }, 'default');
  }
  const violation = violated('this', 'that') as Extract<ReturnType<typeof violated>, { kind: 'violated' }>;
  for (let index = 0; index < failed; index += 1) count(made, { verdict: 'fail', violations: [violation] }, 'default');
  for (const code of inconclusive) count(made, { verdict: 'inconclusive', code, message: `about ${code}` }, 'default');
  for (const code of why) notRun(made, code, `about ${code}`);
  if (failed > 0) {
    made.findings.push({
      requirement: id,
      scenario: id,
      title: 't',
      case: null,
      seed: 1,
      path: '0',
      failures: failed,
      exercises: passed + failed,
      shrinks: 0,
      reproduced: true,
      violations: [{ expected: 'this', received: 'that' }],
      mutation: null,
      exchanges: [],
    });
  }
  return made;
}

function scenarioResult(tallies: Tally[], error?: string): ScenarioResult {
  return {
    scenario: ID,
    area: 'AREA',
    title: 't',
    tallies,
    exercises: 1,
    ...(error === undefined ? {} : { error }),
  };
}

function harvest(results: readonly ScenarioResult[], changes: Partial<Harvest> = {}): Harvest {
  return {
    results,
    complete: true,
    scenariosOf: new Map([[ID, [ID]]]),
    observed: new Set(),
    selected: new Set([ID]),
    role: 'platform',
    replayCommand: (finding) => `replay ${finding}`,
    curlOf: ({ scenario }) => ({ curl: null, curlNote: `of ${scenario}` }),
    ...changes,
  };
}

function only(
  seen: readonly Seen[],
  { catalogue = {}, error, ...changes }: Partial<Harvest> & { catalogue?: Partial<Requirement>; error?: string } = {},
): RequirementResult {
  const results = seen.map((one, index) => scenarioResult([tally(one)], index === 0 ? error : undefined));
  const { requirements } = assemble([requirement(ID, catalogue)], harvest(results, changes));
  const [result, ...more] = requirements;
  if (result === undefined || more.length > 0) throw new Error('expected one result');
  return result;
}

describe('verdicts', () => {
  test.each<[string, Seen[], string, string | undefined]>([
    ['passed', [{ passed: 3 }], 'pass', undefined],
    ['failed once among passes', [{ passed: 3, failed: 1 }], 'fail', undefined],
    ['failed in another scenario', [{ passed: 3 }, { failed: 1 }], 'fail', undefined],
    ['failed among inconclusives', [{ failed: 1, inconclusive: ['x', 'x'] }], 'fail', undefined],
    ['passed among inconclusives', [{ passed: 1, inconclusive: ['x', 'x'] }], 'pass', undefined],
    ['passed in one scenario, another not run', [{ notRun: ['needsControl'] }, { passed: 1 }], 'pass', undefined],
    ['inconclusive: the most frequent reason', [{ inconclusive: ['x', 'y', 'y'] }], 'inconclusive', 'y'],
    ['inconclusive and not run', [{ notRun: ['needsControl'] }, { inconclusive: ['x'] }], 'inconclusive', 'x'],
    ['not claimed', [{ notRun: ['notClaimed'] }], 'notApplicable', 'notClaimed'],
    ['needs something', [{ notRun: ['needsInbox'] }], 'notTested', 'needsInbox'],
    [
      'one scenario not claimed, one needs something',
      [{ notRun: ['notClaimed'] }, { notRun: ['needsInbox'] }],
      'notTested',
      'needsInbox',
    ],
    ['exercised without a judgement', [{}], 'notTested', 'notExercised'],
  ])('%s', (_what, seen, verdict, reason) => {
    const result = only(seen);
    expect([result.verdict, result.reason?.code]).toEqual([verdict, reason]);
  });

  test.each<[string, Parameters<typeof only>[1], string]>([
    ['other requirements were asked for', { selected: new Set(['AREA-002']) }, 'notSelected'],
    ['the run ended before', { complete: false }, 'interrupted'],
    ['no exchange speaks about it', { observed: new Set([ID]), scenariosOf: new Map() }, 'notObserved'],
    [
      'the run ended before it was observed',
      { observed: new Set([ID]), scenariosOf: new Map(), complete: false },
      'interrupted',
    ],
    ['there is no scenario', { scenariosOf: new Map() }, 'noScenario'],
    ['there is no scenario, in an interrupted run', { scenariosOf: new Map(), complete: false }, 'noScenario'],
    [
      'it needs an operator',
      { scenariosOf: new Map(), catalogue: { coverage: 'needsOperator', coverageNote: 'a bank' } },
      'needsOperator',
    ],
    ['it cannot be seen', { scenariosOf: new Map(), catalogue: { coverage: 'codeReview' } }, 'notObservable'],
  ])('not tested: %s', (_what, changes, reason) => {
    expect(only([], changes)).toMatchObject({ verdict: 'notTested', reason: { code: reason }, exercises: 0 });
  });

  test('what was not selected is not judged, although its scenario ran for others', () => {
    expect(only([{ failed: 2 }], { selected: new Set() })).toMatchObject({ verdict: 'notTested', findings: [] });
  });

  test('the note of the catalogue is the message', () => {
    const result = only([], {
      scenariosOf: new Map(),
      catalogue: { coverage: 'needsOperator', coverageNote: 'A bank must refuse.' },
    });
    expect(result.reason?.message).toBe('A bank must refuse.');
  });

  test('a scenario that threw makes its requirements an error, and is listed', () => {
    const own = scenarioResult([tally({ passed: 1 })], 'stack');
    const { requirements, errors } = assemble([requirement(ID)], harvest([own]));
    expect(errors).toEqual([{ where: ID, message: 'stack' }]);
    expect(requirements[0]).toMatchObject({ verdict: 'error', reason: { code: 'suiteError' }, findings: [] });
    expect(only([{ failed: 1 }], { error: 'stack' }).verdict).toBe('error');
  });
});

describe('info requirements', () => {
  test('never fail: what would be a violation is recorded', () => {
    const result = only([{ passed: 1, failed: 2, remarks: ['seen'] }], { catalogue: { level: 'info' } });
    expect(result).toMatchObject({
      verdict: 'pass',
      findings: [],
      exercises: 3,
      remarks: [
        { text: 'seen', count: 1 },
        { text: 'recorded: that (expected: this)', count: 2 },
      ],
    });
  });

  test('are inconclusive like others', () => {
    expect(only([{ inconclusive: ['x'] }], { catalogue: { level: 'info' } }).verdict).toBe('inconclusive');
  });
});

describe('the list', () => {
  test('holds the requirements in force of the role, in the order of the catalogue', () => {
    const catalogue = [
      requirement('B-001'),
      requirement('A-001', { role: 'merchant' }),
      requirement('A-002', { level: 'withdrawn' }),
      requirement('A-003'),
    ];
    const ids = (role: Harvest['role']): string[] =>
      assemble(catalogue, harvest([], { role })).requirements.map(({ id }) => id);
    expect(ids('platform')).toEqual(['B-001', 'A-003']);
    expect(ids('merchant')).toEqual(['A-001']);
    expect(ids('receiver')).toEqual([]);
  });

  test('findings are numbered over all scenarios, and can be replayed unless they were observed', () => {
    const observed = tally({ failed: 1 });
    for (const finding of observed.findings) Object.assign(finding, { path: null });
    const results = [scenarioResult([tally({ failed: 1 })]), scenarioResult([observed])];
    const { requirements } = assemble([requirement(ID)], harvest(results));
    expect(requirements[0]?.findings.map(({ id, replay }) => [id, replay])).toEqual([
      [`${ID}.1`, `replay ${ID}.1`],
      [`${ID}.2`, ''],
    ]);
  });

  test('tallies of several scenarios are added up', () => {
    const result = only([
      { passed: 2, remarks: ['r'] },
      { passed: 3, remarks: ['r', 's'] },
    ]);
    expect(result).toMatchObject({
      exercises: 5,
      classes: { default: 5 },
      remarks: [
        { text: 'r', count: 5 },
        { text: 's', count: 3 },
      ],
    });
  });

  test('remarks of a noisy target stay few, and none is lost in the count', () => {
    const noisy = tally({});
    for (let index = 0; index < 100; index += 1) {
      count(noisy, { verdict: 'pass', remarks: [{ text: `remark ${index}` }] }, 'default');
    }
    const { requirements } = assemble([requirement(ID)], harvest([scenarioResult([noisy])]));
    const remarks = requirements[0]?.remarks ?? [];
    expect(remarks).toHaveLength(20);
    expect(remarks.reduce((sum, remark) => sum + remark.count, 0)).toBe(100);
  });
});
