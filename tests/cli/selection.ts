/** Requirements of several areas, with and without control interface and inbox, that take little time to exercise. */
export const someRequirements: readonly string[] = [
  '--only',
  'PAYIN-CREATE-001',
  'PAYOUT-CREATE-001',
  'PAYOUT-BATCH-001',
  'PAYOUT-BATCH-010',
  'AUTH-002',
  'IDEM-001',
  'QUERY-001',
  'STATE-001',
];
