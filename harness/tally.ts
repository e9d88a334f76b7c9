import type { Finding, Remark } from '../schemas/report/results.generated.js';
import type { Judgement } from './check.js';

/** A finding without its id and what follows from it: they are given when the results are put together. */
export type FoundFailure = Omit<Finding, 'id' | 'replay' | 'curl' | 'curlNote'>;

/** What the exercises so far say about one requirement. Plain data: it travels between threads and is merged. */
export interface Tally {
  readonly requirement: string;
  passed: number;
  failed: number;
  inconclusive: number;
  /** Why it was inconclusive, or not run at all, and how often. */
  reasons: { code: string; message: string; count: number }[];
  remarks: Remark[];
  /** Situation to number of judged exercises. */
  classes: Record<string, number>;
  scenarios: string[];
  findings: FoundFailure[];
}

/** An empty tally. */
export function newTally(requirement: string): Tally {
  return {
    requirement,
    passed: 0,
    failed: 0,
    inconclusive: 0,
    reasons: [],
    remarks: [],
    classes: {},
    scenarios: [],
    findings: [],
  };
}

/** A remark is kept in this many different wordings; the rest is counted under the last. Keeps reports of noisy targets small. */
const MAX_REMARKS = 20;

function addReason(tally: Tally, code: string, message: string, count = 1): void {
  const known = tally.reasons.find((reason) => reason.code === code);
  if (known === undefined) tally.reasons.push({ code, message, count });
  else known.count += count;
}

function addRemark(tally: Tally, remark: Remark): void {
  const known =
    tally.remarks.find(({ text }) => text === remark.text) ??
    (tally.remarks.length >= MAX_REMARKS ? tally.remarks.at(-1) : undefined);
  if (known === undefined) tally.remarks.push({ ...remark });
  else known.count += remark.count;
}

/** Counts one judgement. Findings are added separately. */
export function count(tally: Tally, judgement: Judgement, situation: string): void {
  tally.classes[situation] = (tally.classes[situation] ?? 0) + 1;
  switch (judgement.verdict) {
    case 'pass':
      tally.passed += 1;
      for (const { text, exchange } of judgement.remarks) {
        addRemark(tally, { text, count: 1, ...(exchange === undefined ? {} : { exchange }) });
      }
      break;
    case 'fail':
      tally.failed += 1;
      break;
    case 'inconclusive':
      tally.inconclusive += 1;
      addReason(tally, judgement.code, judgement.message);
      break;
  }
}

/** Turns failures that did not show again into inconclusive exercises. */
export function takeBack(tally: Tally, failures: number, code: string, message: string): void {
  tally.failed -= failures;
  tally.inconclusive += failures;
  addReason(tally, code, message, failures);
}

/** Notes why a requirement's scenario was not run. */
export function notRun(tally: Tally, code: string, message: string): void {
  addReason(tally, code, message, 0);
}

/** Adds `other` to `tally`: the same requirement, seen by another scenario or shard. */
export function merge(tally: Tally, other: Tally): void {
  tally.passed += other.passed;
  tally.failed += other.failed;
  tally.inconclusive += other.inconclusive;
  for (const { code, message, count: times } of other.reasons) addReason(tally, code, message, times);
  for (const remark of other.remarks) addRemark(tally, remark);
  for (const [situation, times] of Object.entries(other.classes)) {
    tally.classes[situation] = (tally.classes[situation] ?? 0) + times;
  }
  tally.scenarios = [...new Set([...tally.scenarios, ...other.scenarios])];
  tally.findings.push(...other.findings);
}
