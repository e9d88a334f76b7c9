import path from 'node:path';
import { assemble } from '../../harness/assemble.js';
import type { ScenarioResult } from '../../harness/engine.js';
import { EvidenceWriter } from '../../harness/evidence-file.js';
import type { SessionConfig } from '../../harness/session-config.js';
import { CannotTestError } from '../../harness/usage-error.js';
import { concludeRun, EXIT } from '../../harness/verdict.js';
import { applyWaivers } from '../../harness/waivers.js';
import { lesspayRequirements } from '../../protocols/lesspay/requirements/index.js';
import { summarise } from '../../reports/summary.js';
import { renderTerminal } from '../../reports/terminal.js';
import { writeReports } from '../../reports/write.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { lesspayObservers, lesspayScenarios } from '../../suites/lesspay/index.js';
import type { LesspayScenario } from '../../suites/lesspay/scenario.js';
import type { Io } from '../io.js';
import { suiteIdentity } from '../package-identity.js';
import { executeSuites } from '../run/execute.js';
import { watchForInterruption } from '../run/interruption.js';
import { ALLURE_FOLDER, clearOutputFolder, EVIDENCE_FILE, makeOutputFolder } from '../run/output-folder.js';
import { type Replay, readReplay } from '../run/replay.js';
import { type RunOptions, type RunSettings, readRunSettings } from '../run/settings.js';
import { type ReadyTarget, readyTarget } from '../run/target.js';
import { checkWebhookPort } from '../run/webhook-port.js';
import { selectScenarios } from '../select.js';

/** A webhook that should come is waited for this long: the reference platform needs a few milliseconds, a sandbox may be slow. */
const PATIENCE_LOOPBACK_MS = 5_000;
const PATIENCE_REMOTE_MS = 30_000;

/** A webhook that should not come is watched for this long. */
const QUIET_LOOPBACK_MS = 100;
const QUIET_REMOTE_MS = 3_000;

/** A smaller counterexample is worth this many exercises; against a remote target each one may create an order. */
const SHRINK_LOOPBACK = 60;
const SHRINK_REMOTE = 15;

function sessionOf(
  settings: RunSettings,
  target: ReadyTarget,
  scenarios: readonly LesspayScenario[],
  replay: Replay | null,
): SessionConfig {
  const local = target.webhooks?.publicUrl === null;
  return {
    protocol: 'lesspay',
    url: target.url,
    credentials: target.credentials,
    second: target.second,
    control: target.control,
    webhooks: target.webhooks,
    ics: settings.ics ?? replay?.ics ?? null,
    seed: replay?.seed ?? settings.seed,
    runs: settings.runs,
    concurrency: settings.concurrency,
    timeoutMs: settings.timeoutMs,
    rps: settings.rps,
    maxRequests: settings.maxRequests,
    clockOffsetMs: target.preflight.clockOffsetMs ?? 0,
    patienceMs: local ? PATIENCE_LOOPBACK_MS : PATIENCE_REMOTE_MS,
    quietMs: local ? QUIET_LOOPBACK_MS : QUIET_REMOTE_MS,
    maxShrinkExercises: local ? SHRINK_LOOPBACK : SHRINK_REMOTE,
    evidenceFile: path.join(settings.outDir, EVIDENCE_FILE),
    scenarios: scenarios.map(({ id }) => id),
    observed:
      replay === null
        ? lesspayObservers.map(({ requirement }) => requirement).filter((id) => settings.selected.has(id))
        : [],
    replay: replay === null ? null : { situation: replay.situation, path: replay.path },
  };
}

/** Which scenarios judge a requirement. */
function scenariosByRequirement(): ReadonlyMap<string, readonly string[]> {
  const byRequirement = new Map<string, string[]>();
  for (const { id, judge } of lesspayScenarios) {
    for (const requirement of Object.keys(judge))
      byRequirement.set(requirement, [...(byRequirement.get(requirement) ?? []), id]);
  }
  return byRequirement;
}

function replayCommand(settings: RunSettings, target: ReadyTarget): (findingId: string) => string {
  const results = path.join(settings.outName, 'results.json');
  const where = target.identity.reference ? '' : ` --url ${target.url}`;
  return (findingId) => `lesspay-conformance run${where} --replay ${findingId} ${results}`;
}

/** The whole of `run`: check, look at the target, exercise, judge, report. Resolves with the exit code. */
export async function run(options: RunOptions, resultsFile: string | undefined, io: Io): Promise<number> {
  const settings = readRunSettings(options, io);
  const replay =
    options.replay === undefined
      ? null
      : readReplay(options.replay, resultsFile ?? path.join(settings.outName, 'results.json'), io);
  const observed = new Set(lesspayObservers.map(({ requirement }) => requirement));
  const scenarios =
    replay === null
      ? selectScenarios(lesspayScenarios, observed, settings.selected)
      : lesspayScenarios.filter(({ id }) => id === replay.finding.scenario);

  if (settings.webhooks !== null) await checkWebhookPort(settings.webhooks.port);
  if (replay === null) await makeOutputFolder(settings.outDir);

  const interruption = watchForInterruption(io);
  try {
    return await exercise(settings, scenarios, replay, io, interruption.signal);
  } finally {
    interruption.end();
  }
}

/** Looks at the target, exercises it, judges and reports. */
async function exercise(
  settings: RunSettings,
  scenarios: readonly LesspayScenario[],
  replay: Replay | null,
  io: Io,
  interruption: AbortSignal,
): Promise<number> {
  const startedAt = new Date(io.now()).toISOString();
  const target = await readyTarget(settings, io, interruption).catch((error: unknown) => {
    if (interruption.aborted && error instanceof CannotTestError) return null;
    throw error;
  });
  try {
    if (target === null || interruption.aborted) {
      io.note('Interrupted before anything was tested; no report was written.');
      return EXIT.interrupted;
    }
    const session = sessionOf(settings, target, scenarios, replay);
    if (!settings.quiet) io.note(introduction(settings, target, session));
    if (replay !== null) return await runReplay(replay, session, io, interruption);

    await clearOutputFolder(settings.outDir);
    const evidence = new EvidenceWriter(path.join(settings.outDir, EVIDENCE_FILE));
    const suite = `${suiteIdentity.name} ${suiteIdentity.version}`;
    evidence.write({ type: 'header', schemaVersion: 1, suite, protocol: 'lesspay', seed: session.seed, startedAt });
    await evidence.finish();

    const executed = await executeSuites(session, scenarios, io, {
      quiet: settings.quiet,
      interruption,
      ...(settings.allure ? { allureDir: path.join(settings.outDir, ALLURE_FOLDER) } : {}),
    });
    const finishedAt = new Date(io.now()).toISOString();
    const exercises = executed.results.reduce((sum, result) => sum + result.exercises, 0);
    evidence.write({ type: 'footer', exchanges: executed.exchanges, exercises, finishedAt });
    await evidence.finish();

    const result = assembleRun(settings, target, session, executed, { startedAt, finishedAt, exercises });
    const written = await writeReports(result, {
      outDir: settings.outDir,
      kinds: settings.reports,
      extraFiles: [EVIDENCE_FILE],
    });
    const names = written.map(({ name }) => name);
    io.out(renderTerminal(result, { color: io.color, written: { outDir: settings.outName, names } }).trimEnd());
    return result.exitCode;
  } finally {
    await target?.close();
  }
}

function assembleRun(
  settings: RunSettings,
  target: ReadyTarget,
  session: SessionConfig,
  executed: Awaited<ReturnType<typeof executeSuites>>,
  times: { readonly startedAt: string; readonly finishedAt: string; readonly exercises: number },
): RunResult {
  const spent = settings.maxRequests !== null && executed.exchanges >= settings.maxRequests;
  const complete = !executed.interrupted && !spent;
  const assembled = assemble(lesspayRequirements, {
    results: executed.results,
    complete,
    scenariosOf: scenariosByRequirement(),
    observed: new Set(lesspayObservers.map(({ requirement }) => requirement)),
    selected: settings.selected,
    role: 'platform',
    replayCommand: replayCommand(settings, target),
  });
  const { requirements, waivers } = applyWaivers(assembled.requirements, settings.waivers, Date.parse(times.startedAt));
  const errors = [...assembled.errors, ...executed.errors];
  const { conformant, exitCode } = concludeRun(requirements, waivers, errors, {
    interrupted: executed.interrupted,
    complete,
  });
  return {
    schemaVersion: 1,
    suite: suiteIdentity,
    protocol: 'lesspay',
    role: 'platform',
    target: target.identity,
    ics: settings.ics as RunResult['ics'],
    seed: session.seed,
    runs: settings.runs,
    startedAt: times.startedAt,
    finishedAt: times.finishedAt,
    complete,
    ...(complete
      ? {}
      : { incompleteReason: executed.interrupted ? 'interrupted' : 'the budget of --max-requests was spent' }),
    conformant,
    exitCode,
    selection: { only: [...settings.only], level: settings.level },
    preflight: target.preflight,
    summary: summarise(requirements, times.exercises, executed.exchanges),
    requirements,
    waivers,
    errors,
  };
}

function introduction(settings: RunSettings, target: ReadyTarget, session: SessionConfig): string {
  const what = target.identity.reference ? `the reference platform at ${target.url}` : target.url;
  const { latencyMs, clockOffsetMs, clockErrorMs } = target.preflight;
  const clock =
    clockOffsetMs === null
      ? 'no Date header'
      : `clock ${clockOffsetMs >= 0 ? '+' : ''}${clockOffsetMs} ms (±${clockErrorMs ?? 0})`;
  const aids = [
    target.identity.controlUrl === null ? 'no control interface' : `control at ${target.identity.controlUrl}`,
    target.identity.webhooks === 'none' ? 'no webhooks' : `webhooks by ${target.identity.webhooks}`,
    target.identity.secondApplication === 'none'
      ? 'no second application'
      : `second application ${target.identity.secondApplication}`,
  ];
  return [
    `Testing ${what}`,
    `  answers in ${latencyMs.median} ms, ${clock}; ${aids.join(', ')}`,
    `  ${session.scenarios.length} scenarios, ${settings.runs} exercises per property, seed ${session.seed}`,
  ].join('\n');
}

/** Sends the smallest case of a finding again. 0: it is gone; 1: reproduced. */
async function runReplay(replay: Replay, session: SessionConfig, io: Io, interruption: AbortSignal): Promise<number> {
  const scenarios = lesspayScenarios.filter(({ id }) => id === replay.finding.scenario);
  const executed = await executeSuites({ ...session, evidenceFile: null }, scenarios, io, {
    quiet: true,
    interruption,
  });
  if (executed.interrupted) return EXIT.interrupted;
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
