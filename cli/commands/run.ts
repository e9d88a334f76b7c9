import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { countExchanges, EVIDENCE_VERSION, EvidenceWriter } from '../../harness/evidence-file.js';
import { readLedger } from '../../harness/ledger.js';
import { isLoopback } from '../../harness/loopback.js';
import type { SessionConfig } from '../../harness/session-config.js';
import { divide } from '../../harness/shard.js';
import { CannotTestError, UsageError } from '../../harness/usage-error.js';
import { EXIT } from '../../harness/verdict.js';
import { renderTerminal } from '../../reports/terminal.js';
import { writeReports } from '../../reports/write.js';
import type { Ics } from '../../schemas/config/config.generated.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { lesspayObservers, lesspayScenarios } from '../../suites/lesspay/index.js';
import type { LesspayScenario } from '../../suites/lesspay/scenario.js';
import { bundleInWords, exitCodeWith } from '../bundle/announce.js';
import { writeBundle } from '../bundle/write-bundle.js';
import type { Io } from '../io.js';
import { suiteIdentity } from '../package-identity.js';
import { type Executed, executeSuites } from '../run/execute.js';
import { watchForInterruption } from '../run/interruption.js';
import { introduction } from '../run/introduction.js';
import {
  ALLURE_FOLDER,
  clearOutputFolder,
  EVIDENCE_FILE,
  LEDGER_FILE,
  makeOutputFolder,
} from '../run/output-folder.js';
import { type Replay, readReplay } from '../run/replay.js';
import { replayFinding } from '../run/replay-finding.js';
import { INTERRUPTED, replayCommand, runResult } from '../run/run-result.js';
import { DEFAULT_OUT, type RunOptions, type RunSettings, readRunSettings } from '../run/settings.js';
import { SHARD_FILE, writeShardFile } from '../run/shard.js';
import { type ReadyTarget, readyTarget } from '../run/target.js';
import { tunnelOf } from '../run/testing-aids.js';
import { type RunEnding, watchTime } from '../run/time-limit.js';
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
    ics: settings.ics,
    seed: replay?.seed ?? settings.seed,
    runs: settings.runs,
    concurrency: settings.concurrency,
    timeoutMs: settings.timeoutMs,
    rps: settings.rps,
    maxRequests: settings.maxRequests,
    limits: settings.limits,
    clockOffsetMs: target.preflight.clockOffsetMs ?? 0,
    timing: target.preflight,
    ...(settings.patienceMs === null ? {} : { patient: true }),
    patienceMs: settings.patienceMs ?? (local ? PATIENCE_LOOPBACK_MS : PATIENCE_REMOTE_MS),
    quietMs: local ? QUIET_LOOPBACK_MS : QUIET_REMOTE_MS,
    maxShrinkExercises: isLoopback(target.url) ? SHRINK_LOOPBACK : SHRINK_REMOTE,
    evidenceFile: path.join(settings.outDir, EVIDENCE_FILE),
    ledgerFile: path.join(settings.outDir, LEDGER_FILE),
    scenarios: scenarios.map(({ id }) => id),
    observed:
      replay === null
        ? lesspayObservers.map(({ requirement }) => requirement).filter((id) => settings.selected.has(id))
        : [],
    replay: replay === null ? null : { situation: replay.situation, path: replay.path },
  };
}

/** The scenarios of this shard, and the ids of those in other shards. @throws UsageError when nothing is left for this one */
function partOf(
  scenarios: readonly LesspayScenario[],
  { shard, runs }: RunSettings,
): { readonly scenarios: readonly LesspayScenario[]; readonly elsewhere: ReadonlySet<string> } {
  if (shard === null) return { scenarios, elsewhere: new Set() };
  const own = divide(scenarios, shard.count, runs)[shard.index - 1] ?? [];
  if (own.length === 0) {
    throw new UsageError(
      'SHARD_EMPTY',
      `--shard: ${shard.index}/${shard.count} has nothing to do, as only ${scenarios.length} scenarios are selected. Divide the run into ${scenarios.length} shards at the most.`,
    );
  }
  return { scenarios: own, elsewhere: new Set(scenarios.filter((each) => !own.includes(each)).map(({ id }) => id)) };
}

/** The budgets and caps in force. */
function limitsOf(settings: RunSettings): NonNullable<RunResult['limits']> {
  const { concurrency, timeoutMs, rps, maxRequests, maxDurationMs, limits } = settings;
  return { concurrency, timeoutMs, requestsPerSecond: rps, maxRequests, maxDurationMs, ...limits };
}

/** The whole of `run`: check, look at the target, exercise, judge, report. Resolves with the exit code. */
export async function run(options: RunOptions, resultsFile: string | undefined, io: Io): Promise<number> {
  if (options.shard !== undefined && options.replay !== undefined) {
    throw new UsageError('SHARD_OF_REPLAY', '--replay sends one case: leave --shard out.');
  }
  const replay =
    options.replay === undefined
      ? null
      : readReplay(options.replay, resultsFile ?? path.join(options.out ?? DEFAULT_OUT, 'results.json'), io);
  const settings = readRunSettings(options, io, replay?.ics as Ics | null | undefined);
  const observed = new Set(lesspayObservers.map(({ requirement }) => requirement));
  const part =
    replay === null
      ? partOf(selectScenarios(lesspayScenarios, observed, settings.selected), settings)
      : {
          scenarios: lesspayScenarios.filter(({ id }) => id === replay.finding.scenario),
          elsewhere: new Set<string>(),
        };

  if (settings.shard !== null && options.seed === undefined) {
    io.note(
      `Shards are merged only if they share a seed; this one drew its own. Give all of them --seed ${settings.seed}.`,
    );
  }
  const tunnel = tunnelOf(settings.webhooks);
  if (tunnel !== null) await checkWebhookPort(tunnel.port);
  if (replay === null) await makeOutputFolder(settings.outDir);

  const interruption = watchForInterruption(io);
  const ending = watchTime(settings.maxDurationMs, interruption.signal);
  try {
    return await exercise(settings, part, replay, io, ending);
  } finally {
    ending.release();
    interruption.end();
  }
}

/** Looks at the target, exercises it, judges and reports. */
async function exercise(
  settings: RunSettings,
  { scenarios, elsewhere }: ReturnType<typeof partOf>,
  replay: Replay | null,
  io: Io,
  ending: RunEnding,
): Promise<number> {
  const startedAt = new Date(io.now()).toISOString();
  const target = await readyTarget(settings, io, ending.signal).catch((error: unknown) => {
    if (ending.signal.aborted && error instanceof CannotTestError) return null;
    throw error;
  });
  try {
    if (target === null || ending.signal.aborted) {
      if (ending.timeIsOver()) {
        io.note('The time of --max-duration was over before anything was tested; no report was written.');
        return EXIT.cannotTest;
      }
      io.note('Interrupted before anything was tested; no report was written.');
      return EXIT.interrupted;
    }
    const session = sessionOf(settings, target, scenarios, replay);
    if (!settings.quiet) io.note(introduction(settings, target, session));
    if (replay !== null) return await replayFinding(replay, session, io, ending);

    await clearOutputFolder(settings.outDir);
    const evidence = new EvidenceWriter(path.join(settings.outDir, EVIDENCE_FILE));
    const suite = `${suiteIdentity.name} ${suiteIdentity.version}`;
    evidence.write({
      type: 'header',
      schemaVersion: EVIDENCE_VERSION,
      suite,
      protocol: 'lesspay',
      seed: session.seed,
      startedAt,
    });
    await evidence.finish();

    const executed = await executeSuites(session, scenarios, io, {
      quiet: settings.quiet,
      ending,
      ...(settings.allure ? { allure: allureOf(settings) } : {}),
    });
    const finishedAt = new Date(io.now()).toISOString();
    const exercises = executed.results.reduce((sum, result) => sum + result.exercises, 0);
    // Counted in the file: a webhook may arrive after the last scenario told how many there were.
    const exchanges = await countExchanges(path.join(settings.outDir, EVIDENCE_FILE));
    evidence.write({ type: 'footer', exchanges, exercises, finishedAt });
    await evidence.finish();

    const incompleteReason = incompleteReasonOf(executed);
    const result = runResult({
      facts: {
        suite: suiteIdentity,
        target: target.identity,
        ics: settings.ics as RunResult['ics'],
        seed: session.seed,
        runs: settings.runs,
        startedAt,
        finishedAt,
        ...(incompleteReason === null ? {} : { incompleteReason }),
        selection: {
          only: [...settings.only],
          level: settings.level,
          ...(settings.shard === null ? {} : { shard: settings.shard }),
        },
        preflight: target.preflight,
        limits: limitsOf(settings),
      },
      results: executed.results,
      exchanges,
      errors: executed.errors,
      selected: settings.selected,
      elsewhere,
      waivers: settings.waivers,
      replayCommand: replayCommand(
        path.join(settings.outName, 'results.json'),
        target.identity,
        settings.safetyOptions,
      ),
    });
    if (settings.shard !== null) {
      const { results, errors } = executed;
      await writeShardFile(settings.outDir, { run: result, replayOptions: settings.safetyOptions, results, errors });
    }
    const written = await writeReports(result, {
      outDir: settings.outDir,
      kinds: settings.reports,
      extraFiles: [EVIDENCE_FILE, LEDGER_FILE, ...(settings.shard === null ? [] : [SHARD_FILE])],
    });
    const names = written.map(({ name }) => name);
    io.out(renderTerminal(result, { color: io.color, written: { outDir: settings.outName, names } }).trimEnd());
    if (session.ledgerFile !== null) io.out(await countOrders(session.ledgerFile));
    const { bundle } = settings;
    if (bundle === null) return result.exitCode;
    const bundled = await writeBundle({ result, outDir: settings.outDir, names, now: io.now() }, bundle);
    io.out(bundleInWords(bundled, bundle));
    return exitCodeWith(bundled, result.exitCode);
  } finally {
    await target?.close();
  }
}

/** Where Allure results go, and where they link to: the page as seen from the folder that the run was started in. */
function allureOf({ outDir, outName, reports }: RunSettings): { allureDir: string; reportPage?: string } {
  const allureDir = path.join(outDir, ALLURE_FOLDER);
  if (!reports.includes('html')) return { allureDir };
  return { allureDir, reportPage: path.join(outName, 'report.html').split(path.sep).join('/') };
}

/** How many orders the run left on the target, for the last line of its output. */
async function countOrders(ledger: string): Promise<string> {
  const { length } = readLedger((await readFile(ledger, 'utf8')).split('\n'));
  return `${length} ${length === 1 ? 'order' : 'orders'} created; see ${LEDGER_FILE}`;
}

/** Why a run is not complete; null when it is. */
function incompleteReasonOf({ interrupted, timeOver, budgetSpent }: Executed): string | null {
  if (interrupted) return INTERRUPTED;
  if (timeOver) return 'the time limit of --max-duration was reached';
  return budgetSpent ? 'the budget of --max-requests was spent' : null;
}
