import type { Exchange } from '../../../harness/exchange.js';
import { envelopeOf, type Json } from '../../../harness/exchange.js';
import { acrossExchanges } from '../../../harness/observer.js';
import type { WireResult } from '../../../harness/transport.js';
import { messageRuleProblems } from '../../../protocols/lesspay/message-rules.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
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
  /** Altered bodies that both judges find right: other spellings of the same, and what the documents leave open. */
  readonly stillValid: number;
  /** Requests under way together with others, of which the bytes cannot be told apart. */
  readonly passedOver: number;
  /** One line for each body about which the scenario and the judges do not agree. */
  readonly disagreements: readonly string[];
}

/** A request as it was on the wire, with its answer. */
interface OnTheWire {
  readonly body: string | Uint8Array | null;
  answer: WireResult | null;
}

type Counts = { valid: number; invalid: number; onlyPlatform: number; stillValid: number; passedOver: number };

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
  const counts: Counts = { valid: 0, invalid: 0, onlyPlatform: 0, stillValid: 0, passedOver: 0 };
  const disagreements: string[] = [];
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    let scenario = '';
    let underWay = 0;
    let last: OnTheWire | null = null;
    const note = (exchange: Exchange): void => {
      const sent = last;
      last = null;
      const problem = judge(exchange, sent, counts);
      if (problem !== null) disagreements.push(`seed ${seed}, ${scenario}: ${problem}`);
    };
    await experiment(annexA, seed, {
      oneByOne: (id) => {
        scenario = id;
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
        const sent: OnTheWire = { body, answer: null };
        return (answer) => {
          // With others under way it is not known whose record comes next.
          last = underWay === 1 ? sent : null;
          sent.answer = answer;
          underWay -= 1;
        };
      },
    });
  }
  return { seeds, ...counts, disagreements };
}

/** Counts one request; returns what is wrong, or null. */
function judge(exchange: Exchange, sent: OnTheWire | null, counts: Counts): string | null {
  const { operation, intent, method } = exchange;
  if (intent === null || operation === null || method !== 'POST') return null;
  const about = intent.role === 'altered' && intent.element?.startsWith('/') === true;
  if (intent.role !== 'control' && !about) return null;
  if (sent === null || typeof sent.body !== 'string') {
    counts.passedOver += 1;
    return null;
  }
  const goodForm = hasGoodForm(operation as OperationName, sent.body);
  const accepted = envelopeOf(exchange)?.code === 0;
  const words = `${operation} ${intent.element ?? ''} ${intent.mutation ?? ''}: the schemas find it ${goodForm ? 'right' : 'wrong'}, the reference platform ${accepted ? 'accepts' : 'refuses'} it: ${sent.body.slice(0, 400)}`;
  if (intent.role === 'control') {
    if (!goodForm || !accepted) return `called valid, but ${words}`;
    counts.valid += 1;
    return null;
  }
  if (!goodForm && accepted) return `altered, and the judges differ: ${words}`;
  if (!goodForm) counts.invalid += 1;
  else if (accepted) counts.stillValid += 1;
  else counts.onlyPlatform += 1;
  return null;
}
