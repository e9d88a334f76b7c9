import type { Need } from '../../requirement.js';

/** Expands `STATE-003..005` into the three ids. */
function expand(range: string): string[] {
  const match = /^(.+)-(\d{3})\.\.(\d{3})$/.exec(range);
  if (match === null) return [range];
  const [, area, from, to] = match;
  return Array.from(
    { length: Number(to) - Number(from) + 1 },
    (_, index) => `${area}-${String(Number(from) + index).padStart(3, '0')}`,
  );
}

/** Which requirements need more than an endpoint and credentials (protocol reference, section 11.13). */
const table: Readonly<Record<Need, readonly string[]>> = {
  secondApplication: ['AUTH-011', 'QUERY-020', 'PAYOUT-QUERY-012', 'IDEM-007', 'WEBHOOK-052'],
  reachableNotifyUrl: [
    ...['WEBHOOK-001..020', 'WEBHOOK-036..041', 'WEBHOOK-043..044', 'WEBHOOK-049', 'WEBHOOK-052..053'],
    ...['PAYOUT-NOTIFY-002..003', 'QUERY-022', 'PAYOUT-QUERY-013'],
  ],
  defaultNotifyUrl: ['WEBHOOK-006', 'WEBHOOK-007', 'PAYIN-CREATE-031', 'PAYOUT-BATCH-020'],
  orderMover: [
    ...['STATE-003..009', 'STATE-012..019', 'IDEM-015', 'PAYOUT-QUERY-011', 'PAYOUT-QUERY-015', 'PAYOUT-QUERY-017'],
    ...[
      'PAYIN-CREATE-042',
      'WEBHOOK-005..020',
      'WEBHOOK-036..041',
      'WEBHOOK-043..044',
      'WEBHOOK-049',
      'WEBHOOK-052..053',
    ],
  ],
  configurableApplication: ['ERR-015..018', 'ERR-021'],
  faultInjection: ['ERR-019', 'ERR-020'],
  timeOrPatience: ['STATE-016', 'WEBHOOK-036..038'],
  testCard: ['PAYIN-CARD-001..015', 'PAYIN-CREATE-007..012'],
  v1Merchant: ['WEBHOOK-017', 'WEBHOOK-018'],
};

const byId = new Map<string, Need[]>();
for (const [need, ranges] of Object.entries(table) as [Need, readonly string[]][]) {
  for (const id of ranges.flatMap(expand)) byId.set(id, [...(byId.get(id) ?? []), need]);
}

/** What a test of the requirement needs beyond an endpoint and credentials; empty for most. */
export function needsOf(id: string): readonly Need[] {
  return byId.get(id) ?? [];
}
