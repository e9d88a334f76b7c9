/** The requirements by which a valid batch is accepted. */
export const ACCEPTED_BATCHES: readonly string[] = [
  'PAYOUT-BATCH-001',
  'PAYOUT-BATCH-002',
  'PAYOUT-BATCH-003',
  'PAYOUT-BATCH-011',
  'PAYOUT-BATCH-012',
  'PAYOUT-BATCH-032',
  'PAYOUT-BATCH-038',
  'PAYOUT-BATCH-039',
  'PAYOUT-BATCH-041',
  'PAYOUT-BATCH-043',
  'PAYOUT-BATCH-046',
  'PAYOUT-BATCH-051',
];

/** The requirements by which a valid single payout is accepted. */
export const ACCEPTED_SINGLE_PAYOUTS: readonly string[] = [
  'PAYOUT-CREATE-001',
  'PAYOUT-CREATE-002',
  'PAYOUT-CREATE-003',
  'PAYOUT-CREATE-019',
  'PAYOUT-CREATE-020',
  'PAYOUT-CREATE-025',
  'PAYOUT-CREATE-031',
];

/** The requirements by which a pay-in with a member that is missing or wrong is refused. */
export const REFUSED_PAYIN_MEMBERS: readonly string[] = [
  'PAYIN-CREATE-004',
  'PAYIN-CREATE-005',
  'PAYIN-CREATE-006',
  'PAYIN-CREATE-007',
  'PAYIN-CREATE-008',
  'PAYIN-CREATE-009',
  'PAYIN-CREATE-010',
  'PAYIN-CREATE-011',
  'PAYIN-CREATE-012',
  'PAYIN-CREATE-013',
  'PAYIN-CREATE-015',
  'PAYIN-CREATE-016',
];
