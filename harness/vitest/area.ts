import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { runScenario, type ScenarioResult } from '../engine.js';
import { observedResult } from '../observed-result.js';
import type { Scenario } from '../scenario.js';
import type { Session } from '../session.js';
import type { Tally } from '../tally.js';
import { ConformanceError } from './conformance-error.js';
import './context.js';

function failuresOf(tallies: readonly Tally[]): string[] {
  return tallies
    .filter((tally) => tally.failed > 0)
    .map((tally) => {
      const violation = tally.findings[0]?.violations[0];
      return violation === undefined
        ? `${tally.requirement} failed`
        : `${tally.requirement}: expected ${violation.expected}; received ${violation.received}`;
    });
}

/** Hands the scenarios of an area to the engine, one Vitest test each. The suite file of an area does nothing else. */
export function defineArea<Actors, Profile>(
  area: string,
  scenarios: readonly Scenario<Actors, Profile>[],
  open: () => Promise<Session<Actors, Profile>>,
): void {
  const selected = new Set(inject('session').scenarios);
  const chosen = scenarios.filter(({ id }) => selected.has(id));
  describe.skipIf(chosen.length === 0)(area, () => {
    afterAll(async () => (await open()).flush());
    for (const scenario of chosen) {
      test.concurrent(`${scenario.id}: ${scenario.title}`, async ({ task, skip }) => {
        const session = await open();
        if (session.options.signal?.aborted === true) skip('The run was interrupted.');
        const result: ScenarioResult = await runScenario(scenario, session.world, session.options);
        task.meta.conformance = { result, exchanges: session.exchanges(), budgetSpent: session.budgetSpent() };
        if (result.error !== undefined) throw new Error(result.error);
        const failures = failuresOf(result.tallies);
        if (failures.length > 0) throw new ConformanceError(failures);
      });
    }
  });
}

/** The last suite file: one test for each requirement that is judged on all traffic. */
export function defineObserved<Actors, Profile>(open: () => Promise<Session<Actors, Profile>>): void {
  const requirements = inject('session').observed;
  describe.skipIf(requirements.length === 0)('observed', () => {
    beforeAll(async () => {
      const session = await open();
      session.seal();
      await session.flush();
    });
    for (const requirement of requirements) {
      test(`${requirement}: judged on all traffic`, async ({ task }) => {
        const session = await open();
        const result = observedResult(session.observed(requirement));
        task.meta.conformance = { result, exchanges: session.exchanges(), budgetSpent: session.budgetSpent() };
        const failures = failuresOf(result.tallies);
        if (failures.length > 0) throw new ConformanceError(failures);
      });
    }
  });
}
