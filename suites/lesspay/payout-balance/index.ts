import * as fc from 'fast-check';
import { balanceQuery } from '../../../generators/lesspay/queries.js';
import { remove, twin } from '../../../generators/lesspay/twin.js';
import { type Check, given, holds, unmet } from '../../../harness/check.js';
import { dataOf, type Exchange, isJsonObject, type Json } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import { readAmount } from '../../../protocols/amount.js';
import { findPayoutWay, payoutWays } from '../../../protocols/lesspay/ways.js';
import type { PayoutBalanceRequest } from '../../../schemas/lesspay/messages.generated.js';
import { accepted, controlAccepted, meets } from '../reading/outcomes.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { leftOpen } from '../steps/left-open.js';

const currenciesOf = ({ payout }: Profile): readonly string[] => {
  const way = findPayoutWay(payout.wayCode);
  return way?.hasBalance === true
    ? way.routes.map(({ currency }) => currency).filter((currency) => payout.currencies.includes(currency))
    : [];
};

const claimed = (profile: Profile): boolean =>
  profile.operations.has('fetchBalance') && currenciesOf(profile).length > 0;

/** Valid requests for the balance of the channel and currencies that the target claims. */
const claimedBalanceQuery = (profile: Profile): fc.Arbitrary<PayoutBalanceRequest> =>
  fc.oneof(...currenciesOf(profile).map((currency) => balanceQuery({ currency, wayCodes: [profile.payout.wayCode] })));

function moneyIn(value: Json | undefined): { readonly name: string; readonly value: Json }[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(moneyIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    /balance|amount/i.test(name) && (typeof inner === 'string' || typeof inner === 'number')
      ? [{ name, value: inner }]
      : moneyIn(inner),
  );
}

function plainAmounts(answer: Exchange): Check[] {
  const amounts = moneyIn(dataOf(answer));
  if (amounts.length === 0) {
    return [unmet('noAmounts', 'The answer has no member whose name contains `balance` or `amount`.')];
  }
  return amounts.map(({ name, value }) =>
    holds(readAmount(value) !== null, `\`${name}\`, plain decimal text`, () => JSON.stringify(value), answer),
  );
}

/** PAYOUT-BAL-001 and 003: the balance of a channel, as decimal text (demo client; S002 section 1). */
export const tellsTheBalance = scenario<PayoutBalanceRequest, { readonly answer: Exchange }>({
  id: 'PAYOUT-BAL-001',
  title: 'The balance of a channel can be asked for, and is told as decimal text',
  claimed,
  given: claimedBalanceQuery,
  drive: async ({ platform }, query) => ({ answer: await platform.fetchBalance(query) }),
  judge: {
    'PAYOUT-BAL-001': ({ answer }) => {
      const data = dataOf(answer);
      return [
        ...meets('PAYOUT-BAL-001', answer),
        holds(
          isJsonObject(data) || Array.isArray(data),
          '`data`, an object or a list',
          () => JSON.stringify(data) ?? 'nothing',
          answer,
        ),
      ];
    },
    'PAYOUT-BAL-003': ({ answer }) => [
      ...accepted(answer).map((check) => given(check, 'queryRefused')),
      ...plainAmounts(answer),
    ],
  },
});

/** The one channel that is known to have no balance service (demo client). */
const WITHOUT_SERVICE = payoutWays.filter(({ hasBalance }) => !hasBalance).map(({ wayCode }) => wayCode);

/** PAYOUT-BAL-002: a channel without a balance service is answered with an error, not with a failure of the platform. */
export const noBalanceService = scenario<
  { readonly supported: PayoutBalanceRequest; readonly unsupported: PayoutBalanceRequest },
  { readonly control: Exchange; readonly altered: Exchange }
>({
  id: 'PAYOUT-BAL-002',
  title: 'The balance of a channel without a balance service is refused',
  claimed,
  given: (profile) =>
    fc.record({ supported: claimedBalanceQuery(profile), unsupported: balanceQuery({ wayCodes: WITHOUT_SERVICE }) }),
  async drive({ platform }, { supported, unsupported }) {
    return {
      control: await platform.fetchBalance(supported, intent('control')),
      altered: await platform.fetchBalance(
        unsupported,
        intent('altered', { requirement: 'PAYOUT-BAL-002', element: '/way_code', mutation: 'no balance service' }),
      ),
    };
  },
  judge: {
    'PAYOUT-BAL-002': ({ control, altered }) => [...controlAccepted(control), ...meets('PAYOUT-BAL-002', altered)],
  },
});

/** PAYOUT-BAL-004: which members may be missing is not documented (demo client). */
export const missingMembers = leftOpen<PayoutBalanceRequest>({
  id: 'PAYOUT-BAL-004',
  title: 'Which members a balance request may lack is recorded',
  operation: 'fetchBalance',
  claimed,
  given: (profile, situation) => twin(claimedBalanceQuery(profile), remove(situation)),
});

/** Payout Balance. */
export const payoutBalanceScenarios: readonly LesspayScenario[] = [tellsTheBalance, noBalanceService, missingMembers];
