/** What may fail where valid pay-ins are refused: a part of each of these is that one is accepted. */
export const whereValidPayinsAreRefused: readonly string[] = [
  ...['AMT-001', 'AUTH-001', 'AUTH-016', 'AUTH-017', 'AUTH-018', 'AUTH-046', 'FMT-009', 'IDEM-007'],
  ...['PAYIN-CARD-001', 'PAYIN-CARD-007', 'PAYIN-CARD-011', 'PAYIN-CARD-014'],
  ...['PAYIN-CREATE-001', 'PAYIN-CREATE-024', 'PAYIN-CREATE-027', 'PAYIN-CREATE-028', 'PAYIN-CREATE-029'],
  ...['PAYIN-CREATE-030', 'PAYIN-CREATE-033', 'PAYIN-CREATE-038', 'TRANS-001', 'TRANS-002', 'TRANS-010'],
];

/** What may fail where pay-ins that exist are not found: a part of each of these is that one is found. */
export const wherePayinsAreNotFound: readonly string[] = [
  ...['AUTH-001', 'IDEM-001', 'IDEM-002', 'IDEM-006', 'IDEM-008', 'IDEM-015', 'PAYIN-CREATE-034'],
  ...['QUERY-001', 'QUERY-002', 'QUERY-003', 'QUERY-011', 'QUERY-014', 'QUERY-021', 'QUERY-022'],
  ...['TRANS-001', 'TRANS-002'],
];

/** What fails too where a mistake of the client is taken for one of the platform. */
export const whereMistakesAreErrors: readonly string[] = ['ERR-001', 'ERR-002'];
