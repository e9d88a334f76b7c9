import { GeneratorError } from '../generator-error.js';

/** One step into a message: a member's name, an element's index, or `*` for one element that is drawn. */
export type Step = string | number;

/**
 * Names one element of a message: `payout_order_details[*].amount`, `notify_url`, or the same as steps
 * (`['payout_order_details', '*', 'amount']`).
 */
export type ElementPath = string | readonly Step[];

/** An object or array of a message, seen as a container that can be edited in place. */
type Container = Record<string, unknown> | unknown[];

/** Where an element is in one particular message. `present` is false when the parent exists but does not have the element. */
export interface Located {
  readonly parent: Container;
  readonly key: string | number;
  readonly present: boolean;
  readonly value: unknown;
  /** JSON pointer (RFC 6901) of the element. */
  readonly pointer: string;
}

const PART = /([^.[\]]+)|\[(\*|\d+)\]/g;
const WHOLE = /^[^.[\]]+(\[(\*|\d+)\]|\.[^.[\]]+)*$/;

/** The steps of a path. Throws `GeneratorError` (`badElementPath`) when the text is not one. */
export function stepsOf(path: ElementPath): readonly Step[] {
  if (typeof path !== 'string') {
    if (path.length > 0) return path;
  } else if (WHOLE.test(path)) {
    return [...path.matchAll(PART)].map(([, name, index]) => {
      if (name !== undefined) return name;
      return index === undefined || index === '*' ? '*' : Number.parseInt(index, 10);
    });
  }
  throw new GeneratorError(
    'badElementPath',
    `The element path ${JSON.stringify(path)} cannot be read. Write member names with points and indices in brackets, e.g. payout_order_details[*].amount.`,
  );
}

/** The JSON pointer (RFC 6901) of the given steps. */
export function pointerOf(steps: readonly Step[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * Finds the element of `message`. `pick` (a natural number) decides which element `*` stands for. Returns null when the way to
 * the element does not exist in this message.
 */
export function locate(message: unknown, path: ElementPath, pick: number): Located | null {
  const walked: Step[] = [];
  let parent: unknown = message;
  const steps = stepsOf(path);
  for (const [depth, step] of steps.entries()) {
    if (!isContainer(parent)) return null;
    if (Array.isArray(parent) && parent.length === 0 && step === '*') return null;
    const key = Array.isArray(parent) ? indexIn(parent, step, pick) : String(step);
    if (key === null) return null;
    walked.push(key);
    const present = Object.hasOwn(parent, key);
    const value: unknown = present ? Reflect.get(parent, key) : undefined;
    if (depth === steps.length - 1) return { parent, key, present, value, pointer: pointerOf(walked) };
    parent = value;
  }
  return null;
}

function indexIn(array: readonly unknown[], step: Step, pick: number): number | null {
  if (step === '*') return pick % array.length;
  const index = typeof step === 'number' ? step : Number.parseInt(step, 10);
  return Number.isInteger(index) && index >= 0 ? index : null;
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}
