import { describe, expect, test } from 'vitest';
import { at } from '../../../reference/lesspay/core/json.js';
import { violation } from '../../../reference/lesspay/core/violation.js';
import { unchecked } from '../../../reference/lesspay/decisions/check.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { payinCardScenarios } from '../../../suites/lesspay/payin-card/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

describe('PAYIN-CARD against the reference platform', () => {
  test.each([1, 20_26])('everything passes with seed %i', async (seed) => {
    const run = await runInProcess(payinCardScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded: '))).toEqual([]);
  });

  test('every requirement of the area is judged', () => {
    expect(judgedOf(payinCardScenarios)).toEqual(scenarioRequirementsOf('PAYIN-CARD'));
  });
});

const { payinOrders } = annexA;
const ids = (...numbers: readonly string[]): string[] => numbers.map((number) => `PAYIN-CARD-${number}`);

const lies: readonly { says: string; decisions: Decisions; failed: readonly string[] }[] = [
  {
    says: 'card data are not looked at',
    decisions: amend(annexA, 'createPayin', {
      channelExtraPresent: unchecked,
      extraTypePresent: unchecked,
      extraTypeKnown: unchecked,
      cardDataPresent: unchecked,
      cardNumberPresent: unchecked,
      cardNumberFormat: unchecked,
      cardMonthPresent: unchecked,
      cardMonthRange: unchecked,
      cardYearPresent: unchecked,
      cardYearDigits: unchecked,
      cardNotExpired: unchecked,
      cvvPresent: unchecked,
      cvvFormat: unchecked,
      tokenPresent: unchecked,
    }),
    failed: ids('003', '004', '005', '006', '007', '008', '009', '010'),
  },
  {
    says: 'a payment session has no token',
    decisions: amend(annexA, 'payinOrders', { hasSession: () => false }),
    failed: ids('014'),
  },
  {
    says: 'the card number is part of the record',
    decisions: amend(annexA, 'payinOrders', {
      fromRequest: (body, createdAt) => ({
        ...payinOrders.fromRequest(body, createdAt),
        description: String(at(body, 'channel_extra.card_data.number') ?? 'none'),
      }),
    }),
    failed: ids('015'),
  },
];

describe('PAYIN-CARD against a target that errs', () => {
  test.each(lies)('$says', async ({ decisions, failed }) => {
    const run = await runInProcess(payinCardScenarios, { runs: 8, seed: 7, decisions });
    // Observers judge the same traffic for other areas.
    expect(failedOf(run).filter((id) => id.startsWith('PAYIN-CARD-'))).toEqual(failed);
  });

  test('card payments are refused as such, or 3DS must not be chosen', async () => {
    const noThreeDs = amend(annexA, 'createPayin', {
      threeDsObject: (body) =>
        at(body, 'channel_extra.three_ds') === undefined ? null : violation('parameter', 'three_ds is unknown'),
    });
    expect(failedOf(await runInProcess(payinCardScenarios, { runs: 8, seed: 7, decisions: noThreeDs }))).toContain(
      'PAYIN-CARD-011',
    );
    const noCards = amend(annexA, 'createPayinRules', {
      wayTypeEnabled: (body) =>
        at(body, 'way_type') === 'CARD_PAYMENT' ? violation('businessRule', 'no cards') : null,
    });
    expect(failedOf(await runInProcess(payinCardScenarios, { runs: 8, seed: 7, decisions: noCards }))).toContain(
      'PAYIN-CARD-001',
    );
  });

  test('card payments that are not claimed are not tested', async () => {
    const run = await runInProcess(payinCardScenarios, { runs: 1, ics: { payin: { cardModes: [] } } });
    expect(unexpected(run).filter((line) => !line.endsWith('never judged notClaimed'))).toEqual([]);
    expect(run.results.every(({ exercises }) => exercises === 0)).toBe(true);
  });
});
