import { type Check, holds } from '../../../harness/check.js';
import { type Exchange, envelopeOf, isJsonObject, type Json, jsonOf } from '../../../harness/exchange.js';
import { acrossExchanges, type Observer } from '../../../harness/observer.js';

/** Members that hold money. `amountStr` is formatted for people (E-85), and `total_amount_obj` holds it. */
const MONEY = /amount$/i;

/** What recording puts in the place of a value that must not be stored; it says nothing about the value's form. */
const MASK = '****';

interface FoundAmount {
  readonly name: string;
  readonly value: Json;
}

function amountsIn(value: Json | undefined): FoundAmount[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(amountsIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    MONEY.test(name) && (typeof inner === 'string' || typeof inner === 'number')
      ? [{ name, value: inner }]
      : amountsIn(inner),
  );
}

/** What the platform tells: the answer to a request, or the body of a webhook. */
function toldBy(exchange: Exchange): Json | undefined {
  if (exchange.kind === 'delivery') return jsonOf(exchange.request);
  return exchange.kind === 'request' && envelopeOf(exchange)?.code === 0 ? envelopeOf(exchange)?.data : undefined;
}

/** Digits with at most one point. A leading zero is left to AMT-006. */
const PLAIN = /^[0-9]+(\.[0-9]+)?$/;

/**
 * AMT-009: amounts in answers and webhooks are plain decimal text (S002 section 1). An unusual spelling that was sent, accepted
 * and comes back as it was is left to AMT-002.
 */
const plainAmounts = acrossExchanges<Set<Json>>(
  'AMT-009',
  () => new Set(),
  (exchange, oddlySpelled): readonly Check[] | null => {
    if (exchange.kind === 'request') {
      for (const { value } of amountsIn(jsonOf(exchange.request)))
        if (!PLAIN.test(String(value))) oddlySpelled.add(value);
    }
    const amounts = amountsIn(toldBy(exchange)).filter(
      ({ value }) => typeof value !== 'string' || (value !== '' && !value.includes(MASK) && !oddlySpelled.has(value)),
    );
    if (amounts.length === 0) return null;
    return amounts.map(({ name, value }) =>
      holds(
        typeof value === 'string' && PLAIN.test(value),
        `\`${name}\`, plain decimal text`,
        () => JSON.stringify(value),
        exchange,
      ),
    );
  },
);

/** What holds of the amounts in everything that the platform tells. */
export const amtObservers: readonly Observer[] = [plainAmounts as Observer];
