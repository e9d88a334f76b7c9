import * as fc from 'fast-check';
import { minorDigits } from '../../generators/lesspay/amounts.js';
import { countryOf } from '../../generators/lesspay/countries.js';
import { type PayinMode, payin } from '../../generators/lesspay/payin.js';
import { payout } from '../../generators/lesspay/payout.js';
import { payoutBatch } from '../../generators/lesspay/payout-batch.js';
import { payoutProfiles } from '../../generators/lesspay/payout-profiles.js';
import type { Exchange } from '../../harness/exchange.js';
import type { FreshIds } from '../../harness/fresh-ids.js';
import type { PlatformClient } from '../../harness/lesspay/platform-client.js';
import type { AmountLimits, CardMode, PayoutDestination } from '../../harness/lesspay/profile.js';
import { fromMinorUnits } from '../../protocols/amount.js';
import { providersFor } from '../../protocols/lesspay/wallet-providers.js';
import { findPayinWay, findPayoutWay } from '../../protocols/lesspay/ways.js';
import { supportIn } from './answer.js';
import { decideEndpoint, decideList, notProbed, type Probed, type Tell } from './decisions.js';
import type { FullStatement } from './statement.js';
import { tryAmounts } from './try-amounts.js';

/** What creating orders needs. */
export interface Creator {
  readonly client: PlatformClient;
  readonly ids: FreshIds;
  readonly statement: FullStatement;
  readonly tell: Tell;
}

const CARD_WAY = 'CHECKOUT_CARDPAYMENT';

/** Always the same messages: only ids differ from one probe to the next. */
const SEED = 1;

const isCrypto = (currency: string): boolean =>
  findPayinWay('COIN_PAY')?.currencies.some((each) => each === currency) === true;

/** The smallest amount that is no fraction: one unit; of a cryptocurrency a hundredth. */
function smallAmount(currency: string): string {
  const digits = minorDigits(currency);
  return isCrypto(currency) ? '0.01' : fromMinorUnits(10n ** BigInt(digits), digits);
}

function one<T extends { readonly request_id: string }>(arbitrary: fc.Arbitrary<T>, ids: FreshIds): T {
  const [message] = fc.sample(arbitrary, { seed: SEED, numRuns: 1 });
  if (message === undefined) throw new Error('Nothing was drawn.');
  return { ...message, request_id: ids.next(message.request_id.length) };
}

const accepted = (answers: readonly Exchange[]): boolean => answers.some((answer) => supportIn(answer) === 'accepted');

/** How each card mode is drawn. Made-up card data may be refused where the mode itself is there. */
const CARD_MODES: readonly { readonly mode: CardMode; readonly draw: PayinMode; readonly madeUp: boolean }[] = [
  { mode: 'cashier', draw: 'cardCashier', madeUp: false },
  { mode: 'openapi', draw: 'openapiCard', madeUp: true },
  { mode: 'token', draw: 'openapiToken', madeUp: true },
  { mode: 'session', draw: 'paymentSession', madeUp: false },
];

/** Creates pay-ins of small amounts: one for each claimed currency, way and card mode. */
export async function tryPayins({ client, ids, statement, tell }: Creator): Promise<void> {
  const { endpoints, payin: claims } = statement;
  const create = (
    options: Parameters<typeof payin>[0] & { readonly currency: string },
    named: boolean,
    amount = smallAmount(options.currency),
  ) => {
    const { way_code, way_type, ...rest } = one(payin({ ...options, signatureNeutral: true }), ids);
    const way = named
      ? { ...(way_code === undefined ? {} : { way_code }), ...(way_type === undefined ? {} : { way_type }) }
      : {};
    return client.createPayin({ ...rest, ...way, target_amount: amount });
  };

  const byCurrency = new Map<string, Exchange[]>();
  for (const currency of claims.currencies) byCurrency.set(currency, [await create({ currency }, false)]);
  const [first] = [...byCurrency.values()].flat();
  if (first !== undefined) decideEndpoint(endpoints, 'createPayin', first, tell);
  if (endpoints.createPayin === false) {
    notProbed('payin', 'The target does not offer the endpoint.', tell);
    return;
  }

  const limits: Record<string, AmountLimits> = {};
  for (const [currency, [small]] of byCurrency) {
    if (small === undefined || isCrypto(currency)) continue;
    const found = await tryAmounts(
      'payin.limits',
      currency,
      small,
      (amount) => create({ currency }, false, amount),
      tell,
    );
    if (found !== null) limits[currency] = found;
  }
  if (Object.keys(limits).length > 0) claims.limits = limits;

  const ways: Probed<string>[] = [];
  for (const code of claims.wayCodes) {
    const known = claims.currencies.filter(
      (each) => findPayinWay(code)?.currencies.some((own) => own === each) === true,
    );
    const likelyFirst = [...known].sort(
      (a, b) => Number(accepted(byCurrency.get(b) ?? [])) - Number(accepted(byCurrency.get(a) ?? [])),
    );
    const answers: Exchange[] = [];
    for (const currency of likelyFirst) {
      if (accepted(answers)) break;
      const mode = code === CARD_WAY ? ({ mode: 'cardCashier' } as const) : ({ wayCodes: [code] } as const);
      const answer = await create({ currency, ...mode }, true);
      answers.push(answer);
      byCurrency.get(currency)?.push(answer);
    }
    ways.push({ value: code, answers });
  }

  const cardWay = findPayinWay(CARD_WAY)?.currencies ?? [];
  const cardCurrency =
    cardWay.find((each) => accepted(byCurrency.get(each) ?? [])) ?? cardWay.find((each) => byCurrency.has(each));
  const modes: Probed<CardMode>[] = [];
  for (const { mode, draw, madeUp } of CARD_MODES) {
    const answers = cardCurrency === undefined ? [] : [await create({ currency: cardCurrency, mode: draw }, true)];
    modes.push({ value: mode, answers, refusalIsUnclear: madeUp });
  }
  claims.currencies = decideList(
    'payin.currencies',
    [...byCurrency].map(([value, answers]) => ({ value, answers })),
    { mayBeEmpty: false },
    tell,
  );
  claims.wayCodes = decideList('payin.wayCodes', ways, { mayBeEmpty: true }, tell);
  claims.cardModes = decideList('payin.cardModes', modes, { mayBeEmpty: true }, tell);
}

/** Creates payouts of small amounts: one for each claimed currency and destination. */
export async function tryPayouts({ client, ids, statement, tell }: Creator): Promise<void> {
  const { endpoints, payout: claims } = statement;
  const { wayCode } = claims;
  const batch = (kind: 'bank' | 'ewallet', currency: string, amount = smallAmount(currency)): Promise<Exchange> => {
    const drawn = one(
      payoutBatch({ kind, currency, wayCode, details: { min: 1, max: 1 }, signatureNeutral: true }),
      ids,
    );
    const details = drawn.payout_order_details.map((detail) => ({ ...detail, amount }));
    return client.createPayoutBatch({ ...drawn, total_amount: amount, payout_order_details: details });
  };
  const single = (options: Parameters<typeof payout>[0] & { readonly currency: string }): Promise<Exchange> =>
    client.createPayout({
      ...one(payout({ ...options, signatureNeutral: true }), ids),
      amount: smallAmount(options.currency),
    });

  const routes = (findPayoutWay(wayCode)?.routes ?? []).filter(
    ({ currency }) => claims.currencies.includes(currency) && countryOf(currency) !== undefined,
  );
  const toBanks = routes.filter(({ destinations }) => destinations.includes('bank'));
  const toWallets = routes.filter(
    ({ currency, destinations }) => destinations.includes('ewallet') && providersFor(currency).length > 0,
  );
  const currencies: Probed<string>[] = [];
  for (const { currency } of toBanks) currencies.push({ value: currency, answers: [await batch('bank', currency)] });
  const banks = currencies.flatMap(({ answers }) => answers);
  const limits: Record<string, AmountLimits> = {};
  for (const { value: currency, answers } of currencies) {
    const [small] = answers;
    if (small === undefined) continue;
    const found = await tryAmounts('payout.limits', currency, small, (amount) => batch('bank', currency, amount), tell);
    if (found !== null) limits[currency] = found;
  }
  if (Object.keys(limits).length > 0) claims.limits = limits;
  const wallets: Exchange[] = [];
  for (const { currency } of toWallets) if (!accepted(wallets)) wallets.push(await batch('ewallet', currency));
  const [batchAnswer] = [...banks, ...wallets];
  if (batchAnswer !== undefined) decideEndpoint(endpoints, 'createPayoutBatch', batchAnswer, tell);

  const route = payoutProfiles.find(
    (each) => each.wayCode === wayCode && each.kind === 'bank' && claims.currencies.includes(each.currency),
  );
  if (route !== undefined) {
    const answer = await single({ wayCodes: [wayCode], currency: route.currency, kind: 'bank' });
    decideEndpoint(endpoints, 'createPayout', answer, tell);
  } else notProbed('endpoints.createPayout', `No source shows a single payout through ${wayCode}.`, tell);
  const crypto =
    endpoints.createPayout === false
      ? []
      : [await single({ wayCodes: [null], currency: 'USDT', kind: 'crypto_wallet' })];

  if (endpoints.createPayoutBatch !== false && currencies.length > 0) {
    const others = claims.currencies.filter((each) => !currencies.some(({ value }) => value === each));
    claims.currencies = [
      ...decideList('payout.currencies', currencies, { mayBeEmpty: others.length > 0 }, tell),
      ...others,
    ];
  }
  const destinations: Probed<PayoutDestination>[] = [
    { value: 'bank', answers: banks },
    { value: 'ewallet', answers: wallets },
    { value: 'crypto_wallet', answers: crypto },
  ];
  claims.destinations = decideList('payout.destinations', destinations, { mayBeEmpty: false }, tell);
}
