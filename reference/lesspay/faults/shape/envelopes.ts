import { both, each, type MemberShape } from './member-shape.js';

const NOT_TEXT = ['dropped', 'null', 'renamed', 'otherType'] as const;
const SAYS_NOTHING = ['dropped', 'null', 'renamed', 'emptied'] as const;

/** The members of the envelope (S003 1.6; S000; S001), of the bank list and of the balance (the demo client's examples). */
export const envelopeShapes: readonly MemberShape[] = [
  { part: 'success', path: 'msg', form: 'text', area: 'ENV', must: each(NOT_TEXT, 'ENV-002'), may: [] },
  {
    part: 'failure',
    path: 'msg',
    form: 'text',
    area: 'ENV',
    must: both(each(NOT_TEXT, 'ENV-002'), each(SAYS_NOTHING, 'ENV-005')),
    // What a code means shows in the text only, where several faults share it.
    may: ['ERR-003'],
  },
  {
    part: 'failure',
    path: 'data',
    form: 'object',
    area: 'ENV',
    must: each(['otherType'], 'ENV-012'),
    may: ['QUERY-006', 'QUERY-007', 'QUERY-020', 'PAYOUT-QUERY-005', 'PAYOUT-QUERY-012', 'PAYOUT-NOTIFY-004'],
  },
  {
    part: 'bank',
    path: 'code',
    form: 'text',
    area: 'PAYOUT-BANK',
    must: each([...NOT_TEXT, 'emptied'], 'PAYOUT-BANK-002'),
    may: ['PAYOUT-BANK-003'],
  },
  {
    part: 'bank',
    path: 'name',
    form: 'text',
    area: 'PAYOUT-BANK',
    must: each([...NOT_TEXT, 'emptied'], 'PAYOUT-BANK-002'),
    may: [],
  },
  {
    part: 'balance',
    path: 'balance',
    form: 'amount',
    area: 'PAYOUT-BAL',
    must: each(['otherType', 'emptied'], 'PAYOUT-BAL-003'),
    may: [],
  },
];
