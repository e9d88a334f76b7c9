import { describe, expect, test } from 'vitest';
import { concludeRun } from '../../harness/verdict.js';
import type { RequirementResult, WaiverResult } from '../../schemas/report/results.generated.js';
import { resultOf } from './conclusion-samples.js';

const pass = resultOf('A-001', 'pass');
const fail = resultOf('A-002', 'fail');
const waived = resultOf('A-002', 'fail', { waived: true });
const untested = resultOf('A-003', 'notTested');

const waiver = (state: WaiverResult['state']): WaiverResult => ({
  requirement: 'A-002',
  reason: 'known for now',
  owner: 'team',
  expires: '2026-01-01',
  state,
  entry: 0,
});

interface Given {
  readonly results: RequirementResult[];
  readonly waivers?: WaiverResult[];
  readonly errors?: number;
  readonly interrupted?: boolean;
  readonly complete?: boolean;
}

describe('concludeRun', () => {
  test.each<[string, Given, boolean, number]>([
    ['all passed', { results: [pass] }, true, 0],
    ['some not tested', { results: [pass, untested, resultOf('A-004', 'inconclusive')] }, true, 0],
    ['a MUST failed', { results: [pass, fail] }, false, 1],
    ['a SHOULD failed', { results: [pass, { ...fail, level: 'SHOULD' }] }, true, 0],
    ['a MAY failed', { results: [pass, { ...fail, level: 'MAY' }] }, true, 0],
    ['only a SHOULD was exercised, and failed', { results: [{ ...fail, level: 'SHOULD' }] }, true, 0],
    ['a MUST failed and is waived', { results: [pass, waived], waivers: [waiver('used')] }, true, 0],
    ['another MUST failed than the waived one', { results: [waived, fail], waivers: [waiver('used')] }, false, 1],
    ['an unused waiver', { results: [pass], waivers: [waiver('unused')] }, false, 1],
    ['a stale waiver', { results: [pass], waivers: [waiver('stale')] }, false, 1],
    ['an expired waiver', { results: [pass], waivers: [waiver('expired')] }, false, 1],
    ['a waiver that was not evaluated', { results: [pass], waivers: [waiver('notEvaluated')] }, true, 0],
    ['nothing was exercised', { results: [untested, resultOf('A-004', 'inconclusive')] }, false, 3],
    ['there is nothing', { results: [] }, false, 3],
    ['our own error', { results: [pass], errors: 1 }, false, 4],
    ['our own error and a failure', { results: [fail], errors: 1 }, false, 4],
    [
      'our own error in an interrupted run',
      { results: [pass], errors: 1, interrupted: true, complete: false },
      false,
      4,
    ],
    ['interrupted', { results: [pass], interrupted: true, complete: false }, false, 130],
    ['interrupted before anything', { results: [untested], interrupted: true, complete: false }, false, 130],
    ['interrupted with a failure', { results: [fail], interrupted: true, complete: false }, false, 130],
    ['ended early by a limit', { results: [pass], complete: false }, false, 1],
  ])(
    '%s',
    (_what, { results, waivers = [], errors = 0, interrupted = false, complete = true }, conformant, exitCode) => {
      const own = Array.from({ length: errors }, () => ({ where: 'x', message: 'y' }));
      expect(concludeRun(results, waivers, own, { interrupted, complete })).toEqual({ conformant, exitCode });
    },
  );
});
