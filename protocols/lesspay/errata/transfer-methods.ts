import type { Erratum } from '../../requirement.js';

/** Within the document on the transfer methods of payouts (S003). */
export const transferMethodErrata: readonly Erratum[] = [
  {
    id: 'E-01',
    issue:
      'S003 1.3 describes the detail amount with the words that belong to the detail id, has lost the name of the `mch_order_id` row and has no row for the amount; S003 2.3 has both.',
    reading: 'Bank details have a required `mch_order_id` (unique, at most 64 characters) and a required `amount`.',
  },
  {
    id: 'E-02',
    issue:
      'S003 1.6 lists `code` twice, and the types of the rows after it are shifted by one, so that `data` is an integer and `data.pay_order_id` an object.',
    reading: '`data` is an object and `data.pay_order_id` a string.',
    tolerance: 'Order ids are accepted as text only.',
  },
  {
    id: 'E-03',
    issue: 'S003 1.6 puts the reserved members `encryptData` and `sign` inside `data`.',
    reading: 'Both are nullable strings that may stand beside `data` or inside it.',
    tolerance: 'Present, null or missing, in either place.',
  },
  {
    id: 'E-08',
    issue:
      'S003 1.3 calls `way_type` the channel type of the payout, S003 2.3 describes it like `way_code`; both say that the platform assigns the value.',
    reading: '`way_type` is the kind of method, `way_code` the channel.',
  },
  {
    id: 'E-09',
    issue: 'S003 2.3 gives `e_wallet` the type String and calls it a nested object.',
    reading: 'It is an object.',
    tolerance: 'A text in its place is to be refused.',
  },
  {
    id: 'E-29',
    issue: 'S003 1.3 requires `bank_swift_code` and adds that overseas cards need it.',
    reading: 'Required across borders, optional within a country; where present it has 8 or 11 characters.',
    tolerance: 'Without it, success and a parameter error are both accepted.',
  },
  {
    id: 'E-75',
    issue: 'S003 2.3 misspells the value `phone`, and the provider names differ in case from place to place.',
    reading: 'The value is `phone`; provider names are compared without case.',
  },
  {
    id: 'E-78',
    issue: 'The sections of S003 for examples (1.4, 1.5, 2.4, 2.5) are empty.',
    reading: 'Examples follow from the tables of members.',
  },
  {
    id: 'E-79',
    issue: 'The overview of S003 allows payouts in OpenAPI mode only, but no payout request has a `pay_access_type`.',
    reading: 'Payouts never have `pay_access_type`.',
    tolerance: 'The member, sent all the same, is ignored.',
  },
];
