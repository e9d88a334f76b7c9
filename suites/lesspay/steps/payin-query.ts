import type { Exchange } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { SendOptions } from '../../../harness/lesspay/platform-client.js';
import { succeeded } from '../reading/recorded.js';

/** Writes the numbers of a query in the form that the target takes. */
export type NumberForm = (query: object) => object;

const asNumbers: NumberForm = (query) => query;

/** The numbers of a query as decimal text, the form of docs page P-FPI. */
export const asDecimalText: NumberForm = (query) =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'number' ? `${value}` : value]),
  );

/**
 * A pay-in query that should succeed. Its numbers are sent as numbers; where they are refused it is sent once more with decimal
 * text, and that answer counts (E-33). `form` is the form of the request that counts.
 */
export async function askPayin(
  actors: Pick<Actors, 'platform'>,
  query: object,
  options: SendOptions = intent('control'),
): Promise<{ readonly exchange: Exchange; readonly form: NumberForm }> {
  const exchange = await actors.platform.fetchPayin(query, options);
  if (succeeded(exchange)) return { exchange, form: asNumbers };
  const again = await actors.platform.fetchPayin(asDecimalText(query), options);
  return succeeded(again) ? { exchange: again, form: asDecimalText } : { exchange, form: asNumbers };
}
