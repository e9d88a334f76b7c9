import path from 'node:path';
import { readIcs } from '../../harness/config-file.js';
import type { Shard } from '../../harness/shard.js';
import { UsageError } from '../../harness/usage-error.js';
import { readWaivers, type Waiver } from '../../harness/waivers.js';
import { lesspayRequirements } from '../../protocols/lesspay/requirements/index.js';
import { ReportError } from '../../reports/report-error.js';
import { DEFAULT_REPORT_KINDS, parseReportKinds, REPORT_KINDS, type ReportKind } from '../../reports/report-kinds.js';
import type { Ics } from '../../schemas/config/config.generated.js';
import { type BundleOptions, type BundleSettings, readBundleSettings } from '../bundle/settings.js';
import type { Io } from '../io.js';
import { type LevelLimit, selectRequirements } from '../select.js';
import { nonEmpty, readBaseUrl, readInteger, settingsOf } from '../settings.js';
import { readSafety, type SafetyOptions, type SafetySettings } from './safety.js';
import { readShard } from './shard.js';
import {
  type AidOptions,
  type ApplicationCredentials,
  credentialPair,
  readTestingAids,
  type TestingAids,
} from './testing-aids.js';

/** The options of `run` as they stand on the command line. */
export interface RunOptions extends SafetyOptions, AidOptions, BundleOptions {
  readonly url?: string;
  readonly appId?: string;
  readonly appSecret?: string;
  readonly protocol?: string;
  readonly ics?: string;
  readonly only?: readonly string[];
  readonly level?: string;
  readonly seed?: string;
  readonly runs?: string;
  readonly concurrency?: string;
  readonly rps?: string;
  readonly maxRequests?: string;
  readonly maxDuration?: string;
  readonly patience?: string;
  readonly timeout?: string;
  readonly waivers?: string;
  readonly out?: string;
  readonly report?: string;
  readonly replay?: string;
  readonly shard?: string;
  readonly quiet?: boolean;
}

/** The checked settings of a run. */
export interface RunSettings extends SafetySettings, TestingAids {
  /** null: the reference platform, started for this run. */
  readonly target: {
    readonly url: string;
    readonly credentials: ApplicationCredentials;
  } | null;
  readonly ics: Ics | null;
  readonly only: readonly string[];
  readonly level: LevelLimit | null;
  readonly selected: ReadonlySet<string>;
  /** null: the whole run. */
  readonly shard: Shard | null;
  readonly seed: number;
  readonly runs: number;
  readonly concurrency: number;
  readonly rps: number | null;
  readonly maxRequests: number | null;
  /** Of the whole run; null: no limit. */
  readonly maxDurationMs: number | null;
  readonly timeoutMs: number;
  /** How long a webhook that should come is waited for; null: as the kind of target has it. */
  readonly patienceMs: number | null;
  readonly waivers: readonly Waiver[];
  /** Absolute. */
  readonly outDir: string;
  /** As the user wrote it, for messages. */
  readonly outName: string;
  readonly reports: readonly ReportKind[];
  readonly allure: boolean;
  /** null: no acceptance bundle. */
  readonly bundle: BundleSettings | null;
  readonly quiet: boolean;
}

/** Exercises per property of a default run: enough to reach every case, in a few seconds against the reference platform. */
export const DEFAULT_RUNS = 10;

/** Scenarios side by side. More gains nothing against a target on two cores. */
export const DEFAULT_CONCURRENCY = 8;

/** Where the reports go. */
export const DEFAULT_OUT = 'conformance-report';

/** A target answers a business request well within this. */
export const DEFAULT_TIMEOUT_MS = 10_000;

/** A day: what takes longer is no test run any more. */
const LONGEST_RUN_SECONDS = 86_400;

const SEED_RANGE = { min: 0, max: 2 ** 31 - 1 };

function readTarget(
  options: RunOptions,
  env: Readonly<Record<string, string | undefined>>,
): { readonly url: string; readonly credentials: ApplicationCredentials } | null {
  const url = options.url ?? nonEmpty(env.LESSPAY_BASE_URL);
  const first = credentialPair(
    nonEmpty(options.appId) ?? nonEmpty(env.LESSPAY_APP_ID),
    nonEmpty(options.appSecret) ?? nonEmpty(env.LESSPAY_APP_SECRET),
    {
      id: '--app-id',
      secret: '--app-secret',
      idVariable: 'LESSPAY_APP_ID',
      secretVariable: 'LESSPAY_APP_SECRET',
    },
  );
  if (url === undefined) {
    if (options.appId !== undefined || options.appSecret !== undefined) {
      throw new UsageError(
        'URL_MISSING',
        'Credentials were given without a target: add --url, or leave the credentials out to test the reference platform.',
      );
    }
    return null;
  }
  const base = readBaseUrl(url, options.url === undefined ? 'LESSPAY_BASE_URL' : '--url');
  if (first === null) {
    throw new UsageError(
      'CREDENTIALS_MISSING',
      `Testing ${base} needs credentials: set LESSPAY_APP_ID and LESSPAY_APP_SECRET (in the environment or in .env), or give --app-id and --app-secret.`,
    );
  }
  return { url: base, credentials: first };
}

function readLevel(level: string | undefined): LevelLimit | null {
  if (level === undefined) return null;
  const lower = level.toLowerCase();
  if (lower === 'must' || lower === 'should' || lower === 'may') return lower;
  throw new UsageError('BAD_LEVEL', `--level: received ${JSON.stringify(level)}, expected must, should or may.`);
}

function readReportKinds(names: readonly string[], text: string): readonly ReportKind[] {
  try {
    return parseReportKinds(names.join(','));
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const known = [...REPORT_KINDS, 'allure'];
    const unknown = names.find((name) => !known.includes(name)) ?? '';
    throw new UsageError(
      'UNKNOWN_REPORT',
      `--report: received ${JSON.stringify(unknown)} in ${JSON.stringify(text)}, expected a list of ${known.join(', ')}, for example --report html,junit.`,
    );
  }
}

function readReports(text: string | undefined): { reports: readonly ReportKind[]; allure: boolean } {
  if (text === undefined) return { reports: DEFAULT_REPORT_KINDS, allure: false };
  const names = text.split(',').map((name) => name.trim());
  const others = names.filter((name) => name !== 'allure');
  return {
    reports: others.length === 0 ? [] : readReportKinds(others, text),
    allure: names.length > others.length,
  };
}

/**
 * Checks everything that the user gave, before anything is sent.
 *
 * @param statement what is claimed where no option names a statement: that of the run whose finding is sent again
 * @throws UsageError with one sentence that says how to mend it
 */
export function readRunSettings(options: RunOptions, io: Io, statement: Ics | null = null): RunSettings {
  const env = settingsOf(io);
  if (options.protocol !== undefined && options.protocol !== 'lesspay') {
    throw new UsageError(
      'UNKNOWN_PROTOCOL',
      `--protocol: received ${JSON.stringify(options.protocol)}, expected lesspay. This version tests no other protocol.`,
    );
  }
  const integer = (text: string | undefined, option: string, bounds: { min: number; max: number }): number | null =>
    text === undefined ? null : readInteger(text, option, bounds);
  const level = readLevel(options.level);
  const only = (options.only ?? []).flatMap((name) => name.split(',')).filter((name) => name !== '');
  const selected = selectRequirements(lesspayRequirements, 'platform', only, level);
  const knownIds = new Set(lesspayRequirements.map(({ id }) => id));
  const outName = options.out ?? DEFAULT_OUT;
  if (options.bundle !== undefined && options.replay !== undefined) {
    throw new UsageError('BUNDLE_OF_REPLAY', '--replay sends one case and writes no reports: leave --bundle out.');
  }
  const target = readTarget(options, env);
  const ics = options.ics === undefined ? statement : readIcs(path.resolve(io.cwd, options.ics));
  // The reference platform that a run starts brings everything along: what a vendor offers is elsewhere.
  const aids = readTestingAids(options, env, target === null ? undefined : ics?.testing);
  const maxDuration = integer(options.maxDuration, '--max-duration', { min: 1, max: LONGEST_RUN_SECONDS });
  const patience = integer(options.patience, '--patience', { min: 1, max: 3600 });
  return {
    target,
    ...aids,
    ics,
    only,
    level,
    selected,
    shard: options.shard === undefined ? null : readShard(options.shard),
    seed: integer(options.seed, '--seed', SEED_RANGE) ?? Math.floor(io.random() * SEED_RANGE.max),
    runs: integer(options.runs, '--runs', { min: 1, max: 10_000 }) ?? DEFAULT_RUNS,
    concurrency: integer(options.concurrency, '--concurrency', { min: 1, max: 256 }) ?? DEFAULT_CONCURRENCY,
    rps: integer(options.rps, '--rps', { min: 1, max: 100_000 }),
    maxRequests: integer(options.maxRequests, '--max-requests', { min: 1, max: 10_000_000 }),
    patienceMs: patience === null ? null : patience * 1000,
    maxDurationMs: maxDuration === null ? null : maxDuration * 1000,
    ...readSafety(options, env, {
      url: target?.url ?? null,
      urlOption: options.url === undefined ? 'LESSPAY_BASE_URL' : '--url',
      controlUrl: aids.controlUrl,
      controlOption: aids.controlOption,
    }),
    timeoutMs: integer(options.timeout, '--timeout', { min: 100, max: 600_000 }) ?? DEFAULT_TIMEOUT_MS,
    waivers:
      options.waivers === undefined ? [] : readWaivers(path.resolve(io.cwd, options.waivers), knownIds, io.now()),
    outDir: path.resolve(io.cwd, outName),
    bundle: readBundleSettings(options, io, path.resolve(io.cwd, outName)),
    outName,
    ...readReports(options.report),
    quiet: options.quiet ?? false,
  };
}
