import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { amount } from '../../../generators/lesspay/amounts.js';
import { history } from '../../../generators/lesspay/history.js';
import { placeholderId } from '../../../generators/lesspay/ids.js';
import { payin } from '../../../generators/lesspay/payin.js';
import { payout } from '../../../generators/lesspay/payout.js';
import { payoutBatch } from '../../../generators/lesspay/payout-batch.js';
import { balanceQuery, bankQuery, payinQuery } from '../../../generators/lesspay/queries.js';
import { labelledText } from '../../../generators/lesspay/text.js';
import * as change from '../../../generators/lesspay/twin.js';
import { httpUrl } from '../../../generators/lesspay/urls.js';

const details = { min: 2, max: 5 };

/**
 * The first 16 digits of the SHA-256 of the first three values that seed 42 gives. A seed that somebody wrote down must give the
 * same messages in every patch release: change a digest only together with the minor version.
 */
const frozen: [string, fc.Arbitrary<unknown>, string][] = [
  ['amount', amount({ currency: 'PHP' }), '6862c3dd0b1c24c6'],
  ['bounded amount', amount({ currency: 'IDR', minMinor: 5n, maxMinor: 500n }), 'd1af1d3486f22888'],
  ['placeholderId', placeholderId({ min: 1, max: 64 }), '8b9c962aad6e40c2'],
  ['labelledText', labelledText({ max: 50 }), '806f4469217d6f77'],
  ['httpUrl', httpUrl({ path: '/pay' }), 'eeadb1b1189333af'],
  ['history', history({ creates: { min: 3, max: 12 }, ids: 'mixed', contents: 'mixed' }), '6e6c2a18da028bff'],
  ['payin', payin(), 'b3c70e88e809df46'],
  ['payin by card', payin({ mode: 'openapiCard' }), '45475a925664861e'],
  ['payin session', payin({ mode: 'paymentSession' }), '6142344cbdedf161'],
  ['payout', payout(), 'ab0027db2341cd7f'],
  ['payout wallet', payout({ kind: 'ewallet' }), '49499576cb2a7f0d'],
  ['payoutBatch', payoutBatch(), '652a3cea5aa8582a'],
  ['payinQuery', payinQuery(), '1c66ea961a13aea8'],
  ['bankQuery', bankQuery(), 'a4b456181220089d'],
  ['balanceQuery', balanceQuery(), '72c2711a1ebe940d'],
  ['twin', change.twin(payoutBatch(), change.byMinorUnits('total_amount')), '5fd7ea827ec41938'],
  ['twin of an element', change.twin(payin(), change.missing('notify_url')), '2fbdcb2489c9a85c'],
  ['twin of two details', change.twin(payoutBatch({ details }), change.duplicateDetailId()), 'a3381a95f2f00284'],
];

test.each(frozen)('%s', (_, arbitrary, digest) => {
  const values = fc.sample(arbitrary, { seed: 42, numRuns: 3 });
  expect(createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16)).toBe(digest);
});
