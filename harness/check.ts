import type { Exchange } from './exchange.js';

/**
 * What a judge says about one point. `met`: as required; a remark says what was accepted although it is not the documented
 * answer. `violated`: the target does otherwise. `unmet`: the point could not be judged because a precondition failed, for
 * example because the control twin was refused.
 */
export type Check =
  | { readonly kind: 'met'; readonly remark?: string; readonly exchange?: string }
  | { readonly kind: 'violated'; readonly expected: string; readonly received: string; readonly exchange?: string }
  | { readonly kind: 'unmet'; readonly code: string; readonly message: string };

/** The point holds. */
export const met: Check = { kind: 'met' };

/** The point holds, and this is worth knowing. */
export function remarked(remark: string, exchange?: Exchange): Check {
  return exchange === undefined ? { kind: 'met', remark } : { kind: 'met', remark, exchange: exchange.id };
}

/** The target does otherwise. `exchange` is the one that shows it. */
export function violated(expected: string, received: string, exchange?: Exchange): Check {
  return { kind: 'violated', expected, received, ...(exchange === undefined ? {} : { exchange: exchange.id }) };
}

/** The point cannot be judged. `code` is a camelCase machine reason. */
export function unmet(code: string, message: string): Check {
  return { kind: 'unmet', code, message };
}

/** Turns a violated check into an unmet precondition: `given(accepted(control))`. */
export function given(check: Check, code = 'controlRefused'): Check {
  return check.kind === 'violated'
    ? unmet(code, `Expected first: ${check.expected}. Received: ${check.received}.`)
    : check;
}

/** Holds when `condition` does. */
export function holds(condition: boolean, expected: string, received: () => string, exchange?: Exchange): Check {
  return condition ? met : violated(expected, received(), exchange);
}

/** What the checks of one exercise amount to for one requirement. */
export type Judgement =
  | { readonly verdict: 'pass'; readonly remarks: readonly { text: string; exchange?: string }[] }
  | { readonly verdict: 'fail'; readonly violations: readonly Extract<Check, { kind: 'violated' }>[] }
  | { readonly verdict: 'inconclusive'; readonly code: string; readonly message: string };

/**
 * Sums up the checks in order. The first unmet precondition ends the judging, unless a violation came before it. No check at
 * all is never a pass.
 */
export function sumUp(checks: readonly Check[]): Judgement {
  const violations: Extract<Check, { kind: 'violated' }>[] = [];
  const remarks: { text: string; exchange?: string }[] = [];
  for (const check of checks) {
    if (check.kind === 'violated') violations.push(check);
    else if (check.kind === 'met') {
      if (check.remark !== undefined) {
        remarks.push({ text: check.remark, ...(check.exchange === undefined ? {} : { exchange: check.exchange }) });
      }
    } else if (violations.length === 0) {
      return { verdict: 'inconclusive', code: check.code, message: check.message };
    } else break;
  }
  if (violations.length > 0) return { verdict: 'fail', violations };
  if (checks.length === 0) {
    return {
      verdict: 'inconclusive',
      code: 'nothingToJudge',
      message: 'The exercise produced nothing that this requirement speaks about.',
    };
  }
  return { verdict: 'pass', remarks };
}

/**
 * Thrown by a drive that cannot go on because the target did not do what comes first, for example did not return an order
 * id. The exercise is then inconclusive for all requirements of the scenario; it is no error of ours.
 */
export class PreconditionFailed extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'PreconditionFailed';
    this.code = code;
  }
}
