import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../../harness/exchange.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import type { Problems } from './problems.js';

/** The exchanges that the results show or name, to be compared with the evidence as it is read. */
export interface ShownExchanges {
  compare(exchange: Exchange, problems: Problems): void;
  /** Reports those that never came. */
  missing(problems: Problems): void;
}

/** What the results show of the evidence. */
export function findingExchanges({ requirements }: RunResult): ShownExchanges {
  const shown = new Map<string, { readonly exchange: Exchange; readonly by: string }[]>();
  const named = new Map<string, string>();
  for (const { id, remarks, findings } of requirements) {
    for (const { exchange } of remarks) if (exchange !== undefined) named.set(exchange, id);
    for (const finding of findings) {
      for (const { exchange } of finding.violations) if (exchange !== undefined) named.set(exchange, finding.id);
      for (const exchange of [...finding.exchanges.map((each) => each.exchange), ...(finding.besides ?? [])]) {
        named.set(exchange.id, finding.id);
        const copies = shown.get(exchange.id) ?? [];
        shown.set(exchange.id, [...copies, { exchange, by: finding.id }]);
      }
    }
  }
  return {
    compare(exchange, problems) {
      named.delete(exchange.id);
      for (const { exchange: copy, by } of shown.get(exchange.id) ?? []) {
        if (isDeepStrictEqual(copy, exchange)) continue;
        problems.add({
          kind: 'evidence',
          code: 'FINDING_EXCHANGE_DIFFERS',
          where: by,
          message: `${by} shows the exchange ${exchange.id} otherwise than the evidence holds it.`,
        });
      }
    },
    missing(problems) {
      for (const [id, by] of named) {
        problems.add({
          kind: 'evidence',
          code: 'FINDING_EXCHANGE_MISSING',
          where: by,
          message: `${by} names the exchange ${id}, which is not in the evidence.`,
        });
      }
    },
  };
}
