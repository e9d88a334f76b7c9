import type { ControlCapability } from './control.js';
import type { OrderLimits } from './governor.js';
import type { Timing } from './timing.js';

/** Credentials of one application, as they travel from the command line to the worker. Never written anywhere. */
export interface SessionCredentials {
  readonly name: string;
  readonly appId: string;
  readonly appSecret: string;
}

/** Everything a worker needs to run scenarios. Plain data, so that it can cross a thread boundary. */
export interface SessionConfig {
  readonly protocol: 'lesspay';
  /** Base URL of the target, without a trailing slash. */
  readonly url: string;
  readonly credentials: SessionCredentials;
  readonly second: SessionCredentials | null;
  readonly control: {
    readonly url: string;
    readonly product: string;
    readonly version: string;
    readonly capabilities: readonly ControlCapability[];
  } | null;
  /** How webhooks reach us; null: they do not. */
  readonly webhooks: { readonly port: number; readonly publicUrl: string | null } | null;
  /** Parsed implementation conformance statement, or null for the default claim. */
  readonly ics: object | null;
  readonly seed: number;
  /** Exercises per property. */
  readonly runs: number;
  readonly concurrency: number;
  readonly timeoutMs: number;
  /** Requests per second and in all; null: no limit. */
  readonly rps: number | null;
  readonly maxRequests: number | null;
  /** What may be created on the target. */
  readonly limits: OrderLimits;
  /** Target clock minus ours, milliseconds. */
  readonly clockOffsetMs: number;
  /** What was measured about time; left out: clocks and ways are exact. */
  readonly timing?: Timing;
  readonly patienceMs: number;
  /** True: the user chose that patience, so that scenarios which only wait are exercised too. */
  readonly patient?: boolean;
  readonly quietMs: number;
  readonly maxShrinkExercises: number;
  /** Where evidence is appended; null keeps none. */
  readonly evidenceFile: string | null;
  /** Where every order that is created is written down; null keeps no ledger. */
  readonly ledgerFile: string | null;
  /** Ids of the scenarios to run. */
  readonly scenarios: readonly string[];
  /** Ids of the requirements that are judged on all traffic. */
  readonly observed: readonly string[];
  readonly replay: { readonly situation: string; readonly path: string } | null;
}
