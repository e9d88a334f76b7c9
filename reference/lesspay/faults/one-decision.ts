import type { Fault, FaultLayer } from '../bite.js';
import { amend, type Decisions } from '../decisions.js';

type DecisionGroup = Exclude<keyof Decisions, 'steps'>;

/** What a planted defect breaks. */
interface Breaks {
  /** Ids of the requirements that must fail. */
  readonly must: readonly string[];
  /** Ids of those that may fail as a consequence; default none. */
  readonly may?: readonly string[];
  /** See `Fault`. */
  readonly remembers?: true;
}

/**
 * Makes faults of one area, each with one decision changed: the named one of the named group, from the original that it is given.
 *
 * @example plant('no-expiry', 'Orders never expire.', ['lifecycle', 'expired'], () => () => null, { must: ['STATE-016'] })
 */
export function plantingIn(area: string, layer: FaultLayer = 'behaviour') {
  return <Group extends DecisionGroup, Name extends keyof Decisions[Group] & string>(
    id: string,
    defect: string,
    [group, name]: readonly [Group, Name],
    change: (original: Decisions[Group][Name], decisions: Decisions) => Decisions[Group][Name],
    { must, may = [], ...memory }: Breaks,
  ): Fault => ({
    id,
    defect,
    area,
    layer,
    where: `${group}.${name}`,
    must,
    may,
    ...memory,
    change(decisions) {
      const changed = { [name]: change(decisions[group][name], decisions) };
      return amend(decisions, group, changed as unknown as Partial<Decisions[Group]>);
    },
  });
}
