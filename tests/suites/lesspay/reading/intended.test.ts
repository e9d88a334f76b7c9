import { describe, expect, test } from 'vitest';
import type { ExchangeIntent } from '../../../../harness/exchange.js';
import {
  EMPTY_LIST,
  either,
  forbidden,
  NOT_5XX,
  OK,
  PI_AUTH,
  PO,
  REFUSAL,
  tolerating,
} from '../../../../protocols/lesspay/outcomes.js';
import type { Outcome } from '../../../../protocols/outcome.js';
import {
  intended,
  isAboutCredentials,
  isMistake,
  mustBeRefused,
  strictCodes,
} from '../../../../suites/lesspay/reading/intended.js';
import { altered, request, webhook } from '../observers/traffic.js';

const sentFor = (intent?: ExchangeIntent) => request(intent === undefined ? {} : { intent });
const expecting = (outcome: Outcome) => ({ requirement: 'X-001', level: 'MUST' as const, outcome });

describe('intended', () => {
  test('what the catalogue expects of an altered request', () => {
    expect(intended(sentFor(altered('PAYOUT-CREATE-015')))).toMatchObject({
      requirement: 'PAYOUT-CREATE-015',
      level: 'MUST',
      outcome: { name: expect.stringContaining('PO(30001)') },
    });
    expect(intended(sentFor({ role: 'altered', requirement: 'PAYOUT-CREATE-015' }))).not.toBeNull();
    expect(intended(sentFor(altered('AUTH-005', 'payout')))?.outcome.name).toContain('PO-AUTH');
  });

  test.each<[string, ExchangeIntent | undefined]>([
    ['a control', { role: 'control', requirement: 'PAYOUT-CREATE-015' }],
    ['no purpose', undefined],
    ['no requirement', { role: 'altered' }],
    ['an unknown requirement', altered('NOWHERE-001')],
    ['a situation that the requirement does not have', altered('AUTH-005', 'nowhere')],
  ])('nothing: %s', (_what, intent) => {
    expect(intended(sentFor(intent))).toBeNull();
  });

  test('nothing of what is no request', () => {
    const delivery = { ...webhook('payoutWebhook', {}), intent: altered('PAYOUT-CREATE-015') };
    expect([intended(delivery), isMistake(delivery)]).toEqual([null, false]);
  });
});

test.each<[string, Outcome, boolean, readonly number[] | null, boolean]>([
  ['OK', OK, false, [0], false],
  ['PO(30002)', PO(30002), true, [30002], false],
  ['either', either(PO(30002), PO(30004)), true, [30002, 30004], false],
  ['an empty list, tolerated', tolerating(PO(30020), EMPTY_LIST), false, [30020], false],
  ['any refusal', REFUSAL, true, null, false],
  ['anything below 500', NOT_5XX, false, null, false],
  ['PI-AUTH', PI_AUTH, true, null, true],
  ['401 or 403', either(PI_AUTH, forbidden('noOrderCreated')), true, null, false],
  ['nothing strict', { ...PI_AUTH, strict: [] }, true, [], false],
  [
    'from 401 to 403',
    { ...PI_AUTH, strict: PI_AUTH.strict.map((pattern) => ({ ...pattern, status: [{ from: 401, to: 403 }] })) },
    true,
    null,
    false,
  ],
  [
    'from 400 to 401',
    { ...PI_AUTH, strict: PI_AUTH.strict.map((pattern) => ({ ...pattern, status: [{ from: 400, to: 401 }] })) },
    true,
    null,
    false,
  ],
])('%s: refusal, codes and credentials', (_name, outcome, refusal, codes, credentials) => {
  const purpose = expecting(outcome);
  expect([mustBeRefused(purpose), strictCodes(purpose), isAboutCredentials(purpose)]).toEqual([
    ...[refusal, codes, credentials],
  ]);
});

test('isMistake: not where the documents just expect a success', () => {
  const intents = [
    altered('PAYOUT-CREATE-015'),
    altered('FMT-009'),
    altered('AUTH-005', 'payout'),
    altered('NOWHERE-001'),
  ];
  expect(intents.map((intent) => isMistake(sentFor(intent)))).toEqual([true, false, true, true]);
  // The platform fails, whatever is sent: for pay-ins all that is documented is a 5xx or its code, for payouts any refusal.
  expect([isMistake(sentFor(altered('ERR-020', 'pay-in'))), isMistake(sentFor(altered('ERR-020', 'payout')))]).toEqual([
    ...[false, false],
  ]);
  expect([isMistake(sentFor({ role: 'altered' })), isMistake(sentFor({ role: 'control' }))]).toEqual([true, false]);
});
