import type { Fault } from '../bite.js';
import { amend } from '../decisions.js';
import { plant } from './plant.js';

type Members = Readonly<Record<string, unknown>>;

/** Defects of how account numbers and names are masked. */
export const maskFaults: readonly Fault[] = [
  plant(
    'payoutOrders.keptAccountNo',
    (decisions) => amend(decisions, 'payoutOrders', { keptAccountNo: (clear) => clear }),
    {
      id: 'account-number-unmasked',
      defect: 'Account numbers are shown in the clear.',
      must: ['FMT-016'],
      may: ['WEBHOOK-044'],
    },
  ),
  plant(
    'payoutOrders.keptAccountName',
    (decisions) => amend(decisions, 'payoutOrders', { keptAccountName: (clear) => clear }),
    {
      id: 'account-name-unmasked',
      defect: 'Account names are shown in the clear.',
      must: ['FMT-016'],
      may: ['WEBHOOK-044'],
    },
  ),
  plant(
    'payoutOrders.detailView',
    (decisions) => {
      let last = '';
      return amend(decisions, 'payoutOrders', {
        keptAccountNo: (clear) => {
          last = clear;
          return decisions.payoutOrders.keptAccountNo(clear);
        },
        detailView: (detail, place) => ({
          ...(decisions.payoutOrders.detailView(detail, place) as Members),
          ...(last === '' ? {} : { remark: `to ${last}` }),
        }),
      });
    },
    {
      id: 'account-number-in-remark',
      defect: 'An account number is repeated in the clear in a member beside the masked one.',
      must: ['FMT-016'],
      may: ['PAYOUT-NOTIFY-007', 'PAYOUT-QUERY-013', 'WEBHOOK-044'],
      remembers: true,
    },
  ),
  plant(
    'payoutOrders.keptAccountNo',
    (decisions) => amend(decisions, 'payoutOrders', { keptAccountNo: () => '********' }),
    {
      id: 'account-number-masked-entirely',
      defect: 'Nothing of an account number stays readable.',
      must: ['FMT-017'],
    },
  ),
  plant(
    'payoutOrders.keptAccountNo',
    (decisions) => amend(decisions, 'payoutOrders', { keptAccountNo: (clear) => `${'*'.repeat(8)}${clear.slice(-4)}` }),
    {
      id: 'mask-shows-last-four-only',
      defect: 'The mask of an account number leaves the last four characters only.',
      must: ['FMT-017'],
    },
  ),
  plant(
    'payoutOrders.keptAccountNo',
    (decisions) =>
      amend(decisions, 'payoutOrders', { keptAccountNo: (clear) => `${clear.slice(0, 6)}****${clear.slice(-4)}` }),
    {
      id: 'mask-shows-first-six',
      defect: 'The mask of an account number leaves its first six characters.',
      must: ['FMT-017'],
    },
  ),
];
