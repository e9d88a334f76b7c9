import { describe, expect, test } from 'vitest';
import { experiment } from '../../../cli/selftest/experiment.js';
import { variantNamed } from '../../../cli/selftest/registry.js';
import { isJsonObject, type Json, jsonOf } from '../../../harness/exchange.js';
import { acrossExchanges } from '../../../harness/observer.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { startReferencePlatform } from '../../../reference/lesspay/start.js';

/** For each order with several webhooks, whether each was a risk event, in the order of arrival. */
async function arrivals(decisions: Decisions): Promise<boolean[][]> {
  const ofOrder = new Map<Json | undefined, boolean[]>();
  await experiment(decisions, 1, {
    // The second one moves the clock, so that what is late arrives.
    only: new Set(['STATE-014', 'STATE-016']),
    watcher: acrossExchanges(
      'arrivals',
      () => null,
      (exchange) => {
        const body = exchange.kind === 'delivery' ? jsonOf(exchange.request) : undefined;
        if (!isJsonObject(body)) return null;
        ofOrder.set(body.pay_order_id, [...(ofOrder.get(body.pay_order_id) ?? []), body.event !== null]);
        return null;
      },
    ),
  });
  return [...ofOrder.values()].filter((webhooks) => webhooks.length > 1);
}

describe('variants of time', () => {
  test('webhooks overtake each other: a risk event arrives before the result that came before it', async () => {
    expect(await arrivals(annexA)).toContainEqual([false, true]);
    const { change } = variantNamed('webhooks-overtake-each-other');
    expect(await arrivals(change(annexA))).toContainEqual([true, false]);
  });

  test('an answer leaves as late as is decided, over HTTP too', async () => {
    const delayMs = 300;
    const platform = await startReferencePlatform({
      decisions: amend(annexA, 'transport', { answerAfterMs: (answered) => (answered === 0 ? delayMs : 0) }),
    });
    try {
      const took = async (): Promise<number> => {
        const startedAt = performance.now();
        const answer = await fetch(`${platform.url}/nowhere`, { method: 'POST', body: '{}' });
        await answer.text();
        expect(answer.status).toBe(404);
        return performance.now() - startedAt;
      };
      // Timers may fire a little early.
      expect(await took()).toBeGreaterThan(delayMs - 20);
      await took();
      expect(Math.min(await took(), await took(), await took())).toBeLessThan(delayMs - 20);
    } finally {
      await platform.close();
    }
  });
});
