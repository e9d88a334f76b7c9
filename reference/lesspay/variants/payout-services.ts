import type { Variant } from '../bite.js';
import { unchecked } from '../decisions/check.js';
import { amend } from '../decisions.js';
import { renamed, rewritten } from '../messages.js';

/** How the bank list and the balance are answered. */
export const payoutServiceVariants: readonly Variant[] = [
  {
    id: 'banks-in-an-object',
    behaviour: 'The bank list stands under `data.list`.',
    source: 'Section 5.6: an object with an array under `list`, `records`, `banks` or `data`',
    change: (decisions) => {
      const { services } = decisions;
      return amend(decisions, 'services', { banks: (query) => ({ list: services.banks(query) }) });
    },
  },
  {
    id: 'banks-with-long-names',
    behaviour: 'Entries of the bank list call their members `bank_code` and `bank_name`, with the same text in both.',
    source: 'E-77: names of 5.6, one channel wants the same text',
    change: (decisions) =>
      rewritten(decisions, 'bank', (bank) => {
        const entry = renamed(renamed(bank, 'code', 'bank_code'), 'name', 'bank_name');
        return { ...entry, bank_name: entry.bank_code };
      }),
  },
  {
    id: 'no-banks-for-unknown-channels',
    behaviour: 'The bank list of a channel or currency that does not exist is empty.',
    source: 'PAYOUT-BANK-005: OK with an empty list',
    change: (decisions) =>
      amend(decisions, 'listBanksRules', { channelConfigured: unchecked, currencySupported: unchecked }),
  },
  {
    id: 'balance-as-a-list',
    behaviour: 'The balance is a list with one entry per currency.',
    source: 'Section 5.7: `data` unknown',
    change: (decisions) => {
      const { services } = decisions;
      return amend(decisions, 'services', { balance: (answer) => [services.balance(answer)] });
    },
  },
];
