import { type Check, holds, unmet } from '../../../../harness/check.js';
import { amountsInWords, hasAmountsOf, sentContent, shownContent } from './content.js';
import type { HistoryEvidence } from './run-history.js';
import { readStory } from './story.js';

/**
 * AMT-007 over a whole history: the amounts of every order that a query shows are those of a create with its id. Which of several
 * creates it has to be is left to IDEM-006.
 */
export function amountsAreKept(evidence: HistoryEvidence): Check[] {
  const { looks, creates, unclear, operation } = readStory(evidence);
  const checks = looks.flatMap(({ at, idSlot, exchange, orders }) => {
    const sent = creates
      .filter((create) => create.idSlot === idSlot && create.at < at)
      .map((create) => sentContent(create.exchange));
    if (sent.length === 0) return [];
    return orders
      .map((order) => shownContent(order, operation))
      .filter((shown) => shown.amounts.size > 0)
      .map((shown) =>
        holds(
          sent.some((content) => hasAmountsOf(shown, content)),
          `amounts as they were sent: ${[...new Set(sent.map(amountsInWords))].join('; or ')}`,
          () => amountsInWords(shown),
          exchange,
        ),
      );
  });
  return checks.length > 0
    ? [...checks, ...unclear]
    : [...unclear, unmet('noAmounts', 'No query of the history shows an amount.')];
}
