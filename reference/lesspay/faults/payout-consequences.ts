import { ACCEPTED_SINGLE_PAYOUTS } from './requirement-groups.js';

/** What may fail where valid payouts are refused: a part of each of these is that one is accepted. */
export const ofNeedlessRefusals: readonly string[] = [
  ...[
    'AMT-001',
    'AMT-003',
    'AUTH-001',
    'AUTH-018',
    'AUTH-019',
    'AUTH-021',
    'AUTH-030',
    'ERR-006',
    'ERR-014',
    'ERR-016',
    'ERR-017',
    'FMT-009',
  ],
  ...['PAYOUT-BATCH-001', 'PAYOUT-BATCH-002', 'PAYOUT-BATCH-003', 'PAYOUT-BATCH-011', 'PAYOUT-BATCH-012'],
  ...[
    'PAYOUT-BATCH-015',
    'PAYOUT-BATCH-032',
    'PAYOUT-BATCH-033',
    'PAYOUT-BATCH-038',
    'PAYOUT-BATCH-039',
    'PAYOUT-BATCH-041',
  ],
  ...['PAYOUT-BATCH-043', 'PAYOUT-BATCH-045', 'PAYOUT-BATCH-046', 'PAYOUT-BATCH-051'],
  ...ACCEPTED_SINGLE_PAYOUTS,
  ...['TRANS-001', 'TRANS-002', 'TRANS-003', 'TRANS-010', 'TRANS-011', 'WEBHOOK-013', 'WEBHOOK-053'],
];
