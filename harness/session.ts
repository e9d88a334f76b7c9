import type { Check } from './check.js';
import { sumUp } from './check.js';
import type { EngineOptions } from './engine-options.js';
import type { EvidenceWriter } from './evidence-file.js';
import type { Exchange } from './exchange.js';
import type { Observer } from './observer.js';
import type { Recorder } from './recorder.js';
import { count, newTally, type Tally } from './tally.js';
import type { World } from './world.js';

/** One run's worth of connections, evidence and memory, in one thread. */
export interface Session<Actors, Profile> {
  readonly world: World<Actors, Profile>;
  readonly options: EngineOptions;
  /** What the observers saw so far, by requirement. */
  observed(requirement: string): Tally;
  /** How many exchanges were recorded. */
  exchanges(): number;
  /**
   * Closes the books, before what was judged on all traffic is read: what arrives later is neither stored nor judged, so that
   * both are about the same exchanges.
   */
  seal(): void;
  /** True once a request was not sent because the budget of requests was spent. */
  budgetSpent(): boolean;
  /** Completes the evidence written so far. */
  flush(): Promise<void>;
  /** Ends everything in flight. */
  abort(): void;
  close(): Promise<void>;
}

/** At most this many findings of one observer are kept; the rest is counted. */
const MAX_OBSERVED_FINDINGS = 3;

/** Lets observers watch everything that is recorded. Returns the reader of their tallies. */
export function watchWith(
  observers: readonly Observer[],
  recorder: Pick<Recorder, 'listen'>,
  seed: number,
): (requirement: string) => Tally {
  const tallies = new Map<string, Tally>();
  const watchers = observers.map((observer) => {
    const tally = newTally(observer.requirement);
    tallies.set(observer.requirement, tally);
    return { observer, tally, memory: observer.start() };
  });
  recorder.listen((exchange) => {
    for (const { observer, tally, memory } of watchers) {
      const seen = observer.watch(exchange, memory);
      if (seen === null) continue;
      note(tally, 'kind' in seen ? [seen] : seen, exchange, seed);
    }
  });
  return (requirement) => tallies.get(requirement) ?? newTally(requirement);
}

function note(tally: Tally, checks: readonly Check[], exchange: Exchange, seed: number): void {
  if (checks.length === 0) return;
  const judgement = sumUp(checks);
  count(tally, judgement, exchange.operation ?? exchange.kind);
  if (!tally.scenarios.includes('observed')) tally.scenarios.push('observed');
  if (judgement.verdict !== 'fail') return;
  const first = tally.findings[0];
  if (tally.findings.length >= MAX_OBSERVED_FINDINGS) {
    if (first !== undefined) first.failures += 1;
    return;
  }
  const [violation, ...more] = judgement.violations.map(({ expected, received }) => ({
    expected,
    received,
    exchange: exchange.id,
  }));
  if (violation === undefined) return;
  tally.findings.push({
    requirement: tally.requirement,
    scenario: 'observed',
    title: 'Judged on all traffic of the run',
    case: exchange.operation ?? exchange.kind,
    seed,
    path: null,
    failures: 1,
    exercises: 1,
    shrinks: 0,
    reproduced: null,
    violations: [violation, ...more],
    mutation: null,
    exchanges: [{ label: exchange.kind, exchange }],
  });
}

/** Writes every exchange to the evidence file as it is recorded. */
export function recordInto(writer: EvidenceWriter, recorder: Pick<Recorder, 'listen'>): void {
  recorder.listen((exchange) => writer.write({ type: 'exchange', exchange }));
}
