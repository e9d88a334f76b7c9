/**
 * How many signatures of a two-detail payout batch one core computes per second, and how that compares with the least that any
 * implementation does: `JSON.parse` and one SHA-256 of the same text.
 *
 * Run `npm run build` first, then `node bench/signature.mjs`. `SIGNATURE_MODULE` may point to another build of
 * protocols/lesspay/signature/sign.js.
 */
import { hash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROUNDS = 7;
const ROUND_MS = 500;

const built = process.env.SIGNATURE_MODULE;
const { sign } = await import(
  built === undefined ? '../dist/protocols/lesspay/signature/sign.js' : pathToFileURL(path.resolve(built)).href
);

const detail = (number) => ({
  mch_order_id: `POD000${number}`,
  amount: `${number}00.25`,
  bank_account_no: `13800000000${number}`,
  bank_account_name: 'Juan Dela Cruz',
  bank_account_type: 'individual',
  bank_name: 'BDO Unibank',
  bank_country_code: 'PH',
  bank_swift_code: 'BNORPHMM',
  destination_type: 'bank',
});

/** A different text each time, as in real traffic, so that nothing can be answered from an earlier one. */
const bodies = Array.from({ length: 512 }, (_, index) =>
  JSON.stringify({
    request_id: `PO${1767225600000 + index}`,
    currency: 'PHP',
    total_amount: '300.50',
    way_type: 'BANK_TRANSFER',
    way_code: 'TAZAPAY_PAYOUT',
    notify_url: 'https://shop.example.com/hooks/payout',
    destination_type: 'bank',
    payout_order_details: [detail(1), detail(2)],
  }),
);
const secret = 'lesspay-test-secret';

const signature = (body) => sign(body, secret);
const bareMinimum = (body) => {
  const { request_id } = JSON.parse(body);
  return request_id + hash('sha256', body, 'hex');
};

/** Calls per second in one round. The sum of lengths keeps the results in use. */
function round(work) {
  let calls = 0;
  let characters = 0;
  const start = performance.now();
  let elapsed = 0;
  while (elapsed < ROUND_MS) {
    for (const body of bodies) characters += work(body).length;
    calls += bodies.length;
    elapsed = performance.now() - start;
  }
  if (characters === 0) throw new Error('The work gave no result.');
  return (calls / elapsed) * 1000;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

round(signature);
round(bareMinimum);
const signatures = [];
const minima = [];
for (let count = 0; count < ROUNDS; count += 1) {
  signatures.push(round(signature));
  minima.push(round(bareMinimum));
}
const perSecond = Math.round(median(signatures));
const ratio = median(minima) / median(signatures);
console.log(`body: ${bodies[0].length} characters, ${ROUNDS} rounds of ${ROUND_MS} ms, medians`);
console.log(`signatures per second: ${perSecond.toLocaleString('en')}`);
console.log(`JSON.parse and SHA-256 alone: ${Math.round(median(minima)).toLocaleString('en')} per second`);
console.log(`a signature takes ${ratio.toFixed(2)} times as long`);
