import type { Exchange } from '../../../harness/exchange.js';
import { findRequirement } from '../../../protocols/lesspay/requirements/index.js';
import type { CodePattern, Outcome } from '../../../protocols/outcome.js';
import type { Level } from '../../../protocols/requirement.js';

/** What the catalogue expects of a request that was sent for one of its requirements. */
export interface Intended {
  readonly requirement: string;
  readonly level: Level;
  readonly outcome: Outcome;
}

/** True for a request that departs on purpose from a valid one. Whether the departure is a mistake, the catalogue says. */
function isAltered(exchange: Exchange): boolean {
  return exchange.kind === 'request' && exchange.intent?.role === 'altered';
}

/** What the catalogue expects of an altered request; null where it was sent for no requirement that speaks of its answer. */
export function intended(exchange: Exchange): Intended | null {
  if (!isAltered(exchange)) return null;
  const { requirement: id, case: situation = 'default' } = exchange.intent ?? {};
  const found = id === undefined ? undefined : findRequirement(id);
  const outcome = found?.accepted.find(({ when }) => when === situation)?.outcome;
  return found === undefined || outcome === undefined ? null : { requirement: found.id, level: found.level, outcome };
}

function allows(code: CodePattern, value: number): boolean {
  switch (code.kind) {
    case 'none':
      return false;
    case 'any':
      return true;
    case 'oneOf':
      return code.codes.includes(value);
    case 'noneOf':
      return !code.codes.includes(value);
  }
}

/** True when no accepted answer is a success: the request is a mistake beyond doubt. */
export function mustBeRefused({ outcome }: Intended): boolean {
  return ![...outcome.strict, ...outcome.tolerant].some(({ code }) => allows(code, 0));
}

/** The codes that the documents expect; null where they name none. */
export function strictCodes({ outcome }: Intended): readonly number[] | null {
  const codes = outcome.strict.map(({ code }) => (code.kind === 'oneOf' ? code.codes : null));
  return codes.some((listed) => listed === null) ? null : codes.flatMap((listed) => listed ?? []);
}

/** True when the documents expect a 5xx: something is wrong, but not with the request. */
function isFailureOfThePlatform({ outcome }: Intended): boolean {
  return outcome.strict.some(({ status }) => status.some(({ from }) => from >= 500));
}

/** True for an altered request that is a mistake of the client, or may be one: the documents do not just expect a success. */
export function isMistake(exchange: Exchange): boolean {
  if (!isAltered(exchange)) return false;
  const purpose = intended(exchange);
  if (purpose !== null && isFailureOfThePlatform(purpose)) return false;
  return purpose === null || strictCodes(purpose)?.some((code) => code !== 0) !== false;
}

/** True when the documents expect HTTP 401 and nothing else: the credentials are missing or wrong. */
export function isAboutCredentials({ outcome }: Intended): boolean {
  return (
    outcome.strict.length > 0 &&
    outcome.strict.every(({ status }) => status.every(({ from, to }) => from === 401 && to === 401))
  );
}
