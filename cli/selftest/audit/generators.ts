import type { Exchange } from '../../../harness/exchange.js';
import { envelopeOf, type Json } from '../../../harness/exchange.js';
import { acrossExchanges } from '../../../harness/observer.js';
import type { WireRequest } from '../../../harness/transport.js';
import { messageRuleProblems } from '../../../protocols/lesspay/message-rules.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
import { findRequirement } from '../../../protocols/lesspay/requirements/index.js';
import type { ResponsePattern } from '../../../protocols/outcome.js';
import { annexA } from '../../../reference/lesspay/decisions.js';
import { requestSchemaOf, validateMessage } from '../../../schemas/validator.js';
import { experiment } from '../experiment.js';

/** What two judges that know nothing of the generators, nor of each other, say about what the scenarios sent. */
export interface GeneratorAudit {
  readonly seeds: number;
  /** Bodies that a scenario calls valid. */
  readonly valid: number;
  /** Bodies with one altered element that both judges find wrong. */
  readonly invalid: number;
  /** Altered bodies of good form that only a platform can find wrong: a way that is not configured, an id in use. */
  readonly onlyPlatform: number;
  /** Altered bodies that may be accepted: other spellings of the same, and what the documents leave open. */
  readonly open: number;
  /** Requests under way together with others, of which the bytes cannot be told apart. */
  readonly passedOver: number;
  /** One line for each body about which the scenario and the judges do not agree. */
  readonly disagreements: readonly string[];
}

/** Scenarios in which a control twin is refused on purpose, and why. */
const REFUSED_ON_PURPOSE: ReadonlyMap<string, string> = new Map([
  ['PAYOUT-QUERY-012', 'asks for an order that does not exist'],
  ['IDEM-011', 'its first create is refused, so that nothing has the id'],
]);

/** So much of a body is shown. */
const SHOWN_CHARACTERS = 400;

type Counts = { valid: number; invalid: number; onlyPlatform: number; open: number; passedOver: number };

/** The first judge: the JSON Schema by Ajv, and the rules between members. */
function hasGoodForm(operation: OperationName, text: string): boolean {
  let body: Json;
  try {
    body = JSON.parse(text) as Json;
  } catch {
    return false;
  }
  return (
    validateMessage(requestSchemaOf(operation), body).length === 0 && messageRuleProblems(operation, body).length === 0
  );
}

/**
 * Runs the scenarios one at a time for each seed and compares what they call valid or altered, byte for byte as it was sent, with
 * two judges: the schemas, and the checks of the reference platform, which are written apart from the schemas and the generators.
 */
export async function auditGenerators(firstSeed: number, seeds: number): Promise<GeneratorAudit> {
  const counts: Counts = { valid: 0, invalid: 0, onlyPlatform: 0, open: 0, passedOver: 0 };
  const disagreements: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    let scenario = '';
    let underWay = 0;
    let last: WireRequest['body'] = null;
    const note = (exchange: Exchange): void => {
      const sent = last;
      last = null;
      const problem = judge(exchange, sent, REFUSED_ON_PURPOSE.has(scenario), counts);
      if (problem !== null) disagreements.push(`seed ${seed}, ${scenario}: ${problem}`);
    };
    await experiment(annexA, seed, {
      atOnce: 1,
      within: (id, work) => {
        scenario = id;
        return work();
      },
      watcher: acrossExchanges(
        'generators',
        () => null,
        (exchange) => {
          if (exchange.kind === 'request') note(exchange);
          return null;
        },
      ),
      tap: ({ body }) => {
        underWay += 1;
        return () => {
          // With others under way it is not known whose record comes next.
          last = underWay === 1 ? body : null;
          underWay -= 1;
        };
      },
    });
  }
  return { seeds, ...counts, disagreements };
}

/** True when every answer that the requirement accepts in the situation is a refusal. */
function mustBeRefused(requirement: string, situation: string | undefined): boolean {
  const accepted = findRequirement(requirement)?.accepted ?? [];
  const fitting = accepted.filter(({ when }) => when === situation);
  const outcomes = (fitting.length > 0 ? fitting : accepted).map(({ outcome }) => outcome);
  return (
    outcomes.length > 0 && outcomes.every((outcome) => outcome !== undefined && !outcome.tolerant.some(maySucceed))
  );
}

function maySucceed({ code }: ResponsePattern): boolean {
  switch (code.kind) {
    case 'any':
      return true;
    case 'none':
      return false;
    case 'oneOf':
      return code.codes.includes(0);
    case 'noneOf':
      return !code.codes.includes(0);
  }
}

/** Counts one request as it was on the wire; returns what is wrong, or null. */
function judge(exchange: Exchange, sent: WireRequest['body'], onPurpose: boolean, counts: Counts): string | null {
  const { operation, intent, method } = exchange;
  if (intent === null || operation === null || method !== 'POST') return null;
  const isAltered = intent.role === 'altered' && intent.element?.startsWith('/') === true;
  if (intent.role !== 'control' && !isAltered) return null;
  if (typeof sent !== 'string') {
    counts.passedOver += 1;
    return null;
  }
  const goodForm = hasGoodForm(operation as OperationName, sent);
  const accepted = envelopeOf(exchange)?.code === 0;
  const judges = `the schemas find it ${goodForm ? 'right' : 'wrong'}, the reference platform ${accepted ? 'accepts' : 'refuses'} it: ${sent.slice(0, SHOWN_CHARACTERS)}`;
  if (intent.role === 'control') {
    const refusedOnPurpose = onPurpose && !accepted;
    if (refusedOnPurpose) return null;
    if (!goodForm || !accepted) return `${operation}, called valid: ${judges}`;
    counts.valid += 1;
    return null;
  }
  if (!mustBeRefused(intent.requirement ?? '', intent.case)) counts.open += 1;
  else if (accepted) return `${operation}, called invalid (${intent.element} ${intent.mutation}): ${judges}`;
  else if (goodForm) counts.onlyPlatform += 1;
  else counts.invalid += 1;
  return null;
}
