import type { Exchange } from '../../harness/exchange.js';
import type { PlatformClient } from '../../harness/lesspay/platform-client.js';
import { type PayoutWay, payoutWays } from '../../protocols/lesspay/ways.js';
import { decideEndpoint, decideList, notProbed, type Probed, supportOf, type Tell } from './decisions.js';
import type { FullStatement } from './statement.js';

/** An order that cannot exist: asking for it changes nothing. */
export const NO_SUCH_ORDER = 'PROBE000000000000000';

const MINUTE_MS = 60_000;

/** What the bank lists and balances of a channel say about its currencies. */
async function askChannel(client: PlatformClient, way: PayoutWay): Promise<readonly Probed<string>[]> {
  const probed: Probed<string>[] = [];
  for (const { currency, country } of way.routes) {
    const answers: Exchange[] = [];
    if (country !== null) {
      answers.push(await client.listBanks({ bank_country_code: country, currency, way_code: way.wayCode }));
    }
    if (way.hasBalance) answers.push(await client.fetchBalance({ currency, way_code: way.wayCode }));
    probed.push({ value: currency, answers });
  }
  return probed;
}

/**
 * Asks what can be asked without creating anything: queries for an order that does not exist, bank lists and balances.
 *
 * @param platformNow the target's clock, milliseconds since the epoch
 */
export async function askHarmlessly(
  client: PlatformClient,
  platformNow: () => number,
  statement: FullStatement,
  tell: Tell,
): Promise<void> {
  const { endpoints, payout } = statement;
  const end = Math.round(platformNow());
  const questions = {
    fetchPayin: { request_id: NO_SUCH_ORDER, start_time: end - MINUTE_MS, end_time: end },
    fetchPayout: { request_id: NO_SUCH_ORDER },
    triggerNotify: { request_id: NO_SUCH_ORDER },
  } as const;
  for (const name of ['fetchPayin', 'fetchPayout', 'triggerNotify'] as const) {
    decideEndpoint(endpoints, name, await client[name](questions[name]), tell);
  }

  const [documented, ...others] = [...payoutWays].sort(
    (a, b) => Number(b.wayCode === payout.wayCode) - Number(a.wayCode === payout.wayCode),
  );
  const first = documented === undefined ? [] : await askChannel(client, documented);
  for (const name of ['listBanks', 'fetchBalance'] as const) {
    const answer = first.flatMap(({ answers }) => answers).find(({ operation }) => operation === name);
    if (answer !== undefined) decideEndpoint(endpoints, name, answer, tell);
  }
  if (endpoints.listBanks === false && endpoints.fetchBalance === false) {
    notProbed('payout.wayCode, payout.currencies', 'Neither bank lists nor balances are offered.', tell);
    return;
  }
  const isAccepted = (probed: readonly Probed<string>[]): boolean =>
    probed.some((each) => supportOf(each) === 'accepted');
  let [wayCode, probed] = [payout.wayCode, first];
  // Another channel is looked for only where the documented one is refused, not where it merely did not tell.
  if (first.every((each) => supportOf(each) === 'refused')) {
    for (const way of others) {
      const found = await askChannel(client, way);
      if (!isAccepted(found)) continue;
      [wayCode, probed] = [way.wayCode, found];
      break;
    }
  }
  payout.wayCode = wayCode;
  tell(`payout.wayCode ${wayCode}: ${isAccepted(probed) ? 'accepted' : 'not shown to be accepted, left claimed'}.`);
  payout.currencies = decideList('payout.currencies', probed, { mayBeEmpty: false }, tell);
}
