import type { Fault } from '../bite.js';
import type { ViolationName } from '../core/violation.js';
import { answeredAs, type Check, unchecked } from '../decisions/check.js';
import { amend, type Decisions } from '../decisions.js';

/** What a fault says about itself. The area is that of the first requirement that must fail. */
export interface Description extends Pick<Fault, 'id' | 'defect' | 'must'> {
  /** Default: none. */
  readonly may?: readonly string[];
  /** Default: `behaviour`. */
  readonly layer?: Fault['layer'];
  readonly remembers?: true;
}

/** A fault. @param where the decision that `change` changes */
export function plant(where: string, change: Fault['change'], { may = [], layer, ...description }: Description): Fault {
  const [first = ''] = description.must;
  return { area: first.replace(/-\d+$/, ''), layer: layer ?? 'behaviour', may, where, change, ...description };
}

/** The groups of decisions that are checks of requests. */
export type CheckGroup = {
  readonly [Group in keyof Decisions]: Decisions[Group] extends Readonly<Record<string, Check>> ? Group : never;
}[keyof Decisions];

type NameIn<Group extends CheckGroup> = Extract<keyof Decisions[Group], string>;

/** A fault: one check is made otherwise. */
export function plantCheck<Group extends CheckGroup>(
  group: Group,
  name: NameIn<Group>,
  change: (original: Check) => Check,
  description: Description,
): Fault {
  const changed = (decisions: Decisions): Decisions => {
    const original = decisions[group][name] as Check;
    return { ...decisions, [group]: { ...decisions[group], [name]: change(original) } };
  };
  return plant(`${group}.${name}`, changed, description);
}

/** A fault: one check is not made. */
export function unnoticed<Group extends CheckGroup>(
  group: Group,
  name: NameIn<Group>,
  description: Description,
): Fault {
  return plantCheck(group, name, () => unchecked, description);
}

/** A fault: what one check finds is answered as something else. */
export function mistaken<Group extends CheckGroup>(
  group: Group,
  name: NameIn<Group>,
  as: ViolationName,
  description: Description,
): Fault {
  return plantCheck(group, name, (original) => answeredAs(as, original), description);
}

/** A fault: one violation has another answer, wherever a payout endpoint finds it. */
export function answered(name: ViolationName, status: number, code: number, description: Description): Fault {
  return plant(
    `payoutAnswers.${name}`,
    (decisions) => amend(decisions, 'payoutAnswers', { [name]: { status, code } }),
    description,
  );
}
