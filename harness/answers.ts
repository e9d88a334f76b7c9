import type { Condition, Outcome, ResponsePattern } from '../protocols/outcome.js';
import { BUDGET_SPENT } from './budget.js';
import { type Check, met, remarked, unmet, violated } from './check.js';
import { describeAnswer, type Envelope, type Exchange, envelopeOf } from './exchange.js';
import { CAP_AMOUNT, CAP_ORDERS } from './governor.js';

function patternMatches(pattern: ResponsePattern, status: number, envelope: Envelope | null): boolean {
  if (!pattern.status.some(({ from, to }) => status >= from && status <= to)) return false;
  const { code } = pattern;
  switch (code.kind) {
    case 'none':
      return envelope === null;
    case 'any':
      return envelope !== null;
    case 'oneOf':
      if (envelope === null || !code.codes.includes(envelope.code)) return false;
      break;
    case 'noneOf':
      if (envelope === null || code.codes.includes(envelope.code)) return false;
      break;
  }
  if (pattern.msg === undefined) return true;
  return typeof envelope?.msg === 'string' && envelope.msg.trim().toLowerCase() === pattern.msg.toLowerCase();
}

/** How an answer compares with an outcome: every pattern that fits, the documented ones first. */
export interface OutcomeMatch {
  readonly strict: readonly ResponsePattern[];
  readonly tolerant: readonly ResponsePattern[];
}

/** Compares an answer with what a requirement accepts. Pure. Conditions are left to the caller. */
export function matchOutcome(exchange: Exchange, outcome: Outcome): OutcomeMatch {
  if (exchange.response === null) return { strict: [], tolerant: [] };
  const { status } = exchange.response;
  const envelope = envelopeOf(exchange);
  const fits = (pattern: ResponsePattern): boolean => patternMatches(pattern, status, envelope);
  return { strict: outcome.strict.filter(fits), tolerant: outcome.tolerant.filter(fits) };
}

/** Why an exchange says nothing about the target's rules: no answer, too many requests, down for maintenance. */
export function noVerdictFrom(exchange: Exchange): Check | null {
  if (exchange.failure?.code === BUDGET_SPENT)
    return unmet('budgetSpent', 'The budget of the run was spent: raise --max-requests.');
  if (exchange.failure?.code === CAP_ORDERS)
    return unmet('capOrders', 'The run created as many orders as it may: raise --max-orders.');
  if (exchange.failure?.code === CAP_AMOUNT)
    return unmet('capAmount', 'The order amounts to more than the run may create: raise --max-amount.');
  if (exchange.response === null)
    return unmet('noAnswer', `${exchange.operation ?? exchange.method}: ${describeAnswer(exchange)}.`);
  if (exchange.response.status === 429)
    return unmet('rateLimited', 'The target answered HTTP 429; lower --rps or --concurrency.');
  if (exchange.response.status === 503)
    return unmet('unavailable', 'The target answered HTTP 503: offline for maintenance.');
  return null;
}

/** One kind of answer in words: `HTTP 200/400 with code 11`. Conditions are left out. */
export function describePattern({ status, code, msg }: ResponsePattern): string {
  const statuses = status.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join('/');
  const codes =
    code.kind === 'none'
      ? 'no envelope'
      : code.kind === 'any'
        ? 'any code'
        : code.kind === 'oneOf'
          ? `code ${code.codes.join(' or ')}`
          : `a code other than ${code.codes.join(', ')}`;
  return `HTTP ${statuses} with ${codes}${msg === undefined ? '' : ` and msg "${msg}"`}`;
}

/** What an outcome expects, in words: its macro and the codes that stand first. */
export function describeOutcome(outcome: Outcome): string {
  return `${outcome.name}: ${[...new Set(outcome.strict.map(describePattern))].join(', or ')}`;
}

/** The checks that a condition of an outcome asks for, by condition. */
export type ConditionChecks = (condition: Condition) => readonly Check[];

/**
 * The answer is one that the outcome accepts, together with the conditions of the pattern that it fits. Where several patterns
 * fit, one whose conditions hold is enough. A tolerant match is met with a remark.
 */
export function answers(exchange: Exchange, outcome: Outcome, conditionChecks: ConditionChecks = () => []): Check[] {
  const impossible = noVerdictFrom(exchange);
  if (impossible !== null) return [impossible];
  const { strict, tolerant } = matchOutcome(exchange, outcome);
  const candidates = [
    ...strict.map((pattern) => [met, ...pattern.conditions.flatMap(conditionChecks)]),
    ...tolerant.map((pattern) => [
      remarked(`Accepted, not the documented answer (${outcome.name}): ${describeAnswer(exchange)}`, exchange),
      ...pattern.conditions.flatMap(conditionChecks),
    ]),
  ];
  const good = candidates.find((checks) => checks.every((check) => check.kind === 'met'));
  return good ?? candidates[0] ?? [violated(describeOutcome(outcome), describeAnswer(exchange), exchange)];
}
