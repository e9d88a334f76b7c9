/** Leaves a member out. */
export const absent = Symbol('absent');

/**
 * Changes one element of a value in place: replaces it, adds it, or takes it out.
 *
 * @param pointer JSON pointer (RFC 6901) of the element
 */
export function changed(value: unknown, pointer: string, to: unknown): unknown {
  if (pointer === '') return to;
  const names = pointer.slice(1).split('/');
  const last = names.pop() ?? '';
  let parent = value;
  for (const name of names) parent = isContainer(parent) ? parent[name] : undefined;
  if (!isContainer(parent)) throw new Error(`Nothing holds ${pointer}.`);
  if (to === absent) delete parent[last];
  else parent[last] = to;
  return value;
}

const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
