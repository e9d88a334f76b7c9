import type { Erratum } from '../../requirement.js';

/** Types, formats, limits, and what is required. */
export const formatErrata: readonly Erratum[] = [
  {
    id: 'E-22',
    issue:
      'A comment wants the `amount` of a single payout in the smallest unit; every example and every other page uses major units.',
    reading: 'Major units.',
    tolerance: 'Acceptance is tested with amounts that are valid either way, and a differing echo is a remark.',
  },
  {
    id: 'E-23',
    issue:
      'The sample of P-AUTH has `target_amount` as a number; S002 demands text, as the README of the demo client has it.',
    reading: 'Text.',
    tolerance: 'For a number success and a parameter error are both accepted.',
  },
  {
    id: 'E-24',
    issue:
      'A comment gives `date_of_birth` as day-month-year and requires it for wallets of individuals; the examples write year-month-day, and those with wallets leave it out.',
    reading: 'Optional, in either format.',
    tolerance: 'Either outcome.',
  },
  {
    id: 'E-25',
    issue:
      'A `request_id` has at most 20 characters for pay-ins (demo client) and 64 for batches (S003); payout ids of the demo client have 19 to 30.',
    reading: '20 for pay-ins, 64 for payouts.',
    tolerance: 'For pay-ins with 21 to 64 characters success and refusal are both accepted.',
  },
  {
    id: 'E-26',
    issue: 'A limit of 20 characters cannot hold for `mch_order_id`: the demo client sends 22, and S003 allows 64.',
    reading: '64.',
  },
  {
    id: 'E-27',
    issue:
      '`notify_url` is required in S003 and P-CARD and optional in the demo client; both webhook pages describe a default that stands in for it.',
    reading: 'Optional where a default exists; clients always send it.',
    tolerance: 'Without it, success and a parameter error are both accepted.',
  },
  {
    id: 'E-28',
    issue:
      'S003 requires `way_type` and `way_code` in batches, the demo client leaves them out or sends one of the two; for cards P-CARD requires `way_type`, but the session example has none.',
    reading: 'Batches get both, single payouts at least one.',
    tolerance: 'Where one is missing, success and an error are both accepted.',
  },
  {
    id: 'E-30',
    issue: 'One comment calls `pay_access_type` required and in the same breath says that it defaults to the cashier.',
    reading: 'Clients always send it; the default is 1.',
    tolerance: 'Without it, success and a parameter error are both accepted.',
  },
  {
    id: 'E-32',
    issue:
      'S001 demands an identifier for Fetch Payin, the demo client has an example with a time range only; it also marks `start_time` as required.',
    reading: 'An identifier and a window.',
    tolerance: 'With only one of them, success and an error are both accepted.',
  },
  {
    id: 'E-33',
    issue: 'The numbers of Fetch Payin are text in P-FPI and integers in the demo client.',
    reading: 'Integers.',
    tolerance: 'Text as well.',
  },
  {
    id: 'E-36',
    issue:
      'Times are milliseconds of 13 digits in general and ISO 8601 text in the payout members `created_at` and `success_time`; P-PO-WH only says timestamp.',
    reading: 'ISO 8601 for these two.',
    tolerance: 'Except in the answer to a batch create, 13 digits as a number or as text pass as well.',
  },
  {
    id: 'E-58',
    issue:
      'The documents list 7 root members and 8 detail members of a payout; the demo client knows nine more, such as `decimal_places`, `audit_state` and `success_time`.',
    reading: 'A platform sends all of them.',
    tolerance: 'Only those of the documents are demanded.',
  },
  {
    id: 'E-59',
    issue:
      'A `calling_code` has at most 5 characters, such as 1 or 86; the examples leave it out and put whole numbers into `number`.',
    reading: 'Optional.',
  },
  {
    id: 'E-60',
    issue: 'A comment wants `nationality` as a two-letter code; the schema of the docs says nothing.',
    reading: 'Two letters.',
    tolerance: 'For a longer text success and a parameter error are both accepted.',
  },
  {
    id: 'E-68',
    issue: 'A card number of 16 to 19 digits excludes the cards that have 15.',
    reading: 'As stated.',
    tolerance: 'With 15 digits either outcome.',
  },
  {
    id: 'E-72',
    issue: '`complete_time` is null in a sample of a successful pay-in, and its type is not stated.',
    reading: 'Null, or milliseconds of 13 digits.',
    tolerance: 'Null, a number or a text.',
  },
  {
    id: 'E-77',
    issue: 'Of an entry of the bank list only "code and name" is known; for one channel both carry the same text.',
    reading: '`code` and `name`.',
    tolerance: 'Also `bank_code`, `bankCode`, `bank_name` and `bankName`.',
  },
  {
    id: 'E-85',
    issue: '`total_amount_obj.amountStr` is called formatted, and no example shows the format.',
    reading: 'Plain decimal text.',
    tolerance: 'Thousands separators and a currency mark are taken away before the value is compared.',
  },
  {
    id: 'E-87',
    issue:
      'The only list of required pay-in members in the docs is that of a card request to the cashier, with twelve members; the demo client requires ten of them for each request.',
    reading: 'Clients send the ten always and the twelve for cards.',
    tolerance: 'That a missing member is refused is a MUST for card requests to the cashier and a SHOULD for others.',
  },
];
