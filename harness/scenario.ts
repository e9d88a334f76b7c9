import type { Arbitrary } from 'fast-check';
import type { Check } from './check.js';
import type { Exchange, Json } from './exchange.js';

/** What a drive returns: exchanges and plain data under labels. It is stored, so that the same judge can judge it again offline. */
export type Evidence = Readonly<Record<string, Exchange | readonly Exchange[] | Json>>;

/** What a scenario needs besides the endpoint and credentials. Where it is missing, its requirements are not tested. */
export type ScenarioNeed =
  | 'control'
  | 'controlClock'
  /** A clock that the control interface moves, or the user's patience. */
  | 'passingTime'
  | 'controlApplications'
  | 'controlEvents'
  | 'controlFailures'
  | 'inbox'
  | 'secondApplication';

// Methods are compared bivariantly, so that scenarios of different evidence fit into one list.
type Judge<E> = { judge(evidence: E, situation: string): readonly Check[] }['judge'];

/**
 * How one or more requirements are exercised.
 *
 * `given` makes plain data, `drive` acts on the target and returns labelled exchanges, `judge` says for each requirement
 * what the evidence amounts to. Judges are pure: no network, clock, randomness or console.
 *
 * `Actors` are the protocol's actors, `Profile` what the target claims to support.
 */
export interface Scenario<Actors, Profile, Given = unknown, E extends Evidence = Evidence> {
  /** Unique and stable: the principal requirement's id, with a suffix where it has several scenarios. */
  readonly id: string;
  readonly area: string;
  /** A sentence: what is done and what must hold. */
  readonly title: string;
  readonly needs: readonly ScenarioNeed[];
  /** Runs alone, because it moves the target's clock or configuration. */
  readonly exclusive: boolean;
  /** Time plays a part in the judgement, so that load could cause a failure: it is sent again alone before it counts. */
  readonly timed: boolean;
  /** Situations to reach, each with its own share of the exercises. */
  readonly cases: readonly string[];
  /** Factor on the number of exercises: below 1 for slow scenarios. Every case is exercised at least once. */
  readonly weight: number;
  /** False when the target does not claim what the scenario is about: its requirements are not applicable. */
  claimed(profile: Profile): boolean;
  given(profile: Profile, situation: string): Arbitrary<Given>;
  drive(actors: Actors, given: Given, situation: string): Promise<E>;
  /** By requirement id. */
  readonly judge: Readonly<Record<string, Judge<E>>>;
}

/** A scenario as it is written: everything that has an obvious default may be left out. */
export interface ScenarioDefinition<Actors, Profile, Given, E extends Evidence> {
  readonly id: string;
  readonly title: string;
  readonly needs?: readonly ScenarioNeed[];
  readonly exclusive?: boolean;
  /** Default: true where the scenario needs webhooks or the clock. */
  readonly timed?: boolean;
  readonly cases?: readonly string[];
  readonly weight?: number;
  readonly claimed?: (profile: Profile) => boolean;
  readonly given: (profile: Profile, situation: string) => Arbitrary<Given>;
  readonly drive: (actors: Actors, given: Given, situation: string) => Promise<E>;
  readonly judge: Readonly<Record<string, (evidence: E, situation: string) => Check | readonly Check[]>>;
}

/** The only situation of a scenario without cases. */
export const ONLY_CASE = 'default';

/** Completes a definition. The area is the id without its number and suffix. */
export function defineScenario<Actors, Profile, Given, E extends Evidence>(
  definition: ScenarioDefinition<Actors, Profile, Given, E>,
): Scenario<Actors, Profile, Given, E> {
  const judges = Object.entries(definition.judge).map(([requirement, judge]) => [
    requirement,
    (evidence: E, situation: string): readonly Check[] => {
      const checks = judge(evidence, situation);
      return 'kind' in checks ? [checks] : checks;
    },
  ]);
  return {
    id: definition.id,
    area: definition.id.replace(/-\d{3}.*$/, ''),
    title: definition.title,
    needs: definition.needs ?? [],
    exclusive: definition.exclusive ?? false,
    timed:
      definition.timed ??
      (definition.needs ?? []).some((need) => ['inbox', 'controlClock', 'passingTime'].includes(need)),
    cases: definition.cases ?? [ONLY_CASE],
    weight: definition.weight ?? 1,
    claimed: definition.claimed ?? (() => true),
    given: definition.given,
    drive: definition.drive,
    judge: Object.fromEntries(judges),
  };
}
