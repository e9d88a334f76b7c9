import type { ScenarioResult } from '../../harness/engine.js';
import type { SessionConfig } from '../../harness/session-config.js';
import { EXIT } from '../../harness/verdict.js';
import { lesspayScenarios } from '../../suites/lesspay/index.js';
import type { Io } from '../io.js';
import { executeSuites } from './execute.js';
import type { Replay } from './replay.js';
import type { RunEnding } from './time-limit.js';

/**
 * Sends the smallest case of a finding again and prints what came of it. Nothing is written to a file.
 *
 * @returns the exit code. 0: it is gone. 1: reproduced. 3: cannot tell, as the case was not exercised or could not be judged. 4: our
 * own error. 130: interrupted
 */
export async function replayFinding(
  replay: Replay,
  session: SessionConfig,
  io: Io,
  ending: RunEnding,
): Promise<number> {
  const scenarios = lesspayScenarios.filter(({ id }) => id === replay.finding.scenario);
  const executed = await executeSuites({ ...session, evidenceFile: null, ledgerFile: null }, scenarios, io, {
    quiet: true,
    ending,
  });
  if (executed.interrupted) return EXIT.interrupted;
  if (executed.timeOver) {
    io.out(`${replay.finding.id}: cannot tell. The time of --max-duration was over.`);
    return EXIT.cannotTest;
  }
  const [error] = executed.errors;
  if (error !== undefined) {
    io.note(`error: ${error.where}: ${error.message}`);
    return EXIT.ownError;
  }
  const tally = executed.results
    .flatMap((result: ScenarioResult) => result.tallies)
    .find(({ requirement }) => requirement === replay.finding.requirement);
  if (tally === undefined || tally.passed + tally.failed === 0) {
    const [reason] = tally?.reasons ?? [];
    io.out(`${replay.finding.id}: cannot tell. ${reason?.message ?? 'The case was not exercised.'}`);
    return EXIT.cannotTest;
  }
  if (tally.failed === 0) {
    io.out(`${replay.finding.id}: gone. The same case is now answered as ${replay.finding.requirement} requires.`);
    return EXIT.conformant;
  }
  io.out(`${replay.finding.id}: reproduced.`);
  for (const { expected, received } of tally.findings[0]?.violations ?? []) {
    io.out(`  expected ${expected}`);
    io.out(`  received ${received}`);
  }
  return EXIT.notConformant;
}
