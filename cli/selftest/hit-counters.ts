import { annexA, type Decisions } from '../../reference/lesspay/decisions.js';

/** How often each changed decision was asked, by its name: `requestIds.repeatedPayin`. */
export type Hits = Map<string, number>;

type Members = Readonly<Record<string, unknown>>;

/** Wraps every function, and watches every value, that differs from the platform of Annex A; what is asked is counted in `hits`. */
export function countHits(changed: Decisions, hits: Hits): Decisions {
  const plain = annexA as unknown as Readonly<Record<string, Members>>;
  const decisions: Record<string, unknown> = {};
  for (const [name, group] of Object.entries(changed as unknown as Readonly<Record<string, Members>>)) {
    const before = plain[name];
    if (group === before) decisions[name] = group;
    else if (Array.isArray(group)) watch(decisions, name, name, group, hits);
    else watchGroup(decisions, name, group, before ?? {}, hits);
  }
  return decisions as unknown as Decisions;
}

function watchGroup(target: Record<string, unknown>, name: string, group: Members, before: Members, hits: Hits): void {
  const watched: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(group)) {
    if (value === before[member] && member in before) watched[member] = value;
    else watch(watched, member, `${name}.${member}`, value, hits);
  }
  const missing = Object.keys(before).filter((member) => !(member in group));
  // What is left out is never asked for; then what counts is that the group was.
  if (missing.length === 0) target[name] = watched;
  else watch(target, name, `${name} without ${missing.join(', ')}`, watched, hits);
}

function watch(target: Record<string, unknown>, member: string, name: string, value: unknown, hits: Hits): void {
  hits.set(name, 0);
  const count = (): void => {
    hits.set(name, (hits.get(name) ?? 0) + 1);
  };
  if (typeof value === 'function') {
    target[member] = function counted(this: unknown, ...args: unknown[]): unknown {
      count();
      return Reflect.apply(value, this, args);
    };
    return;
  }
  Object.defineProperty(target, member, {
    enumerable: true,
    get() {
      count();
      return value;
    },
  });
}
