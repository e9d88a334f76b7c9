import * as fc from 'fast-check';
import { bankQuery } from '../../../generators/lesspay/queries.js';
import { remove, setTo, twin } from '../../../generators/lesspay/twin.js';
import { type Check, given, holds, unmet } from '../../../harness/check.js';
import { dataOf, type Exchange, isJsonObject, type Json, member } from '../../../harness/exchange.js';
import { findPayoutWay } from '../../../protocols/lesspay/ways.js';
import type { PayoutBanksRequest } from '../../../schemas/lesspay/messages.generated.js';
import { accepted, meets } from '../reading/outcomes.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { leftOpen } from '../steps/left-open.js';
import { refusal } from '../steps/refusal.js';

const currenciesOf = ({ payout }: Profile): readonly string[] =>
  (findPayoutWay(payout.wayCode)?.routes ?? [])
    .filter(({ currency, destinations }) => payout.currencies.includes(currency) && destinations.includes('bank'))
    .map(({ currency }) => currency);

const claimed = (profile: Profile): boolean => profile.operations.has('listBanks') && currenciesOf(profile).length > 0;

/** Valid requests for the banks of the channel and currencies that the target claims. */
const claimedBankQuery = (profile: Profile): fc.Arbitrary<PayoutBanksRequest> =>
  fc.oneof(...currenciesOf(profile).map((currency) => bankQuery({ currency, wayCodes: [profile.payout.wayCode] })));

/** The bank list in the answer, wherever it stands (protocol reference, section 5.6); null if nowhere. */
function banksOf(exchange: Exchange): readonly Json[] | null {
  const data = dataOf(exchange);
  if (Array.isArray(data)) return data as readonly Json[];
  for (const name of ['list', 'records', 'banks', 'data']) {
    const list = member(data, name);
    if (Array.isArray(list)) return list as readonly Json[];
  }
  return null;
}

const firstText = (entry: Json, names: readonly string[]): string | null => {
  const found = names.map((name) => member(entry, name)).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : null;
};
const codeOf = (entry: Json): string | null => firstText(entry, ['code', 'bank_code', 'bankCode']);
const nameOf = (entry: Json): string | null => firstText(entry, ['name', 'bank_name', 'bankName']);

/** What the entries of a list amount to; where there is no list or nothing in it, nothing can be said. */
function entries(answer: Exchange, judge: (banks: readonly Json[]) => Check): Check[] {
  const banks = banksOf(answer);
  if (banks === null || banks.length === 0) return [unmet('noBanks', 'The answer lists no bank.')];
  return [...accepted(answer).map((check) => given(check, 'queryRefused')), judge(banks)];
}

/** PAYOUT-BANK-001 to 003: a list of banks with codes and names (demo client; E-76, E-77). */
export const listsBanks = scenario<PayoutBanksRequest, { readonly answer: Exchange }>({
  id: 'PAYOUT-BANK-001',
  title: 'A request for the supported banks is answered with a list of codes and names',
  claimed,
  given: claimedBankQuery,
  drive: async ({ platform }, query) => ({ answer: await platform.listBanks(query) }),
  judge: {
    'PAYOUT-BANK-001': ({ answer }) => [
      ...meets('PAYOUT-BANK-001', answer),
      holds(
        banksOf(answer) !== null,
        '`data`, a list, or with one as `list`, `records`, `banks` or `data`',
        () => (isJsonObject(dataOf(answer)) ? 'an object without such a list' : 'no list'),
        answer,
      ),
    ],
    'PAYOUT-BANK-002': ({ answer }) =>
      entries(answer, (banks) => {
        const wrong = banks.find((bank) => codeOf(bank) === null || nameOf(bank) === null);
        return holds(wrong === undefined, 'a code and a name in each entry', () => JSON.stringify(wrong), answer);
      }),
    'PAYOUT-BANK-003': ({ answer }) =>
      entries(answer, (banks) => {
        const codes = banks.map(codeOf).filter((code) => code !== null);
        const repeated = codes.filter((code, index) => codes.indexOf(code) < index);
        return holds(repeated.length === 0, 'each code once', () => `${repeated.join(', ')} again`, answer);
      }),
  },
});

/** PAYOUT-BANK-004: a country is a two-letter code (S000 30005). */
export const countryIsTwoLetters = refusal<PayoutBanksRequest>({
  id: 'PAYOUT-BANK-004',
  title: 'A request for the banks of a country that is not a two-letter code is refused',
  operation: 'listBanks',
  claimed,
  given: (profile) =>
    twin(claimedBankQuery(profile), setTo('bank_country_code', fc.constantFrom('PHL', 'IND', 'IDN', '1', 'ph1'))),
});

/** PAYOUT-BANK-005: a currency or a channel that does not exist has no banks (S000 30001, 30033; E-05). */
export const existsAtAll = refusal<PayoutBanksRequest>({
  id: 'PAYOUT-BANK-005',
  title: 'A request for the banks of a currency or channel that does not exist is refused, or its list is empty',
  operation: 'listBanks',
  claimed,
  invalidBy: 'platform',
  given: (profile, situation) =>
    twin(
      claimedBankQuery(profile),
      bySituation(
        {
          currency: setTo('currency', fc.constantFrom('XXX', 'ZZZ', 'QQQ')),
          channel: setTo('way_code', fc.constantFrom('NO_SUCH_PAYOUT', 'UNKNOWN_PAYOUT')),
        },
        situation,
      ),
    ),
});

/** PAYOUT-BANK-006: which members may be missing is not documented (demo client). */
export const missingMembers = leftOpen<PayoutBanksRequest>({
  id: 'PAYOUT-BANK-006',
  title: 'Which members a request for the supported banks may lack is recorded',
  operation: 'listBanks',
  claimed,
  given: (profile, situation) => twin(claimedBankQuery(profile), remove(situation)),
});

/** Payout Supported Banks. */
export const payoutBankScenarios: readonly LesspayScenario[] = [
  listsBanks,
  countryIsTwoLetters,
  existsAtAll,
  missingMembers,
];
