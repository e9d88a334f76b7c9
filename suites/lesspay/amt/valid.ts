import type { Check } from '../../../harness/check.js';
import { remarked } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { meets } from '../reading/outcomes.js';
import { succeeded } from '../reading/recorded.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { outcomeInWords } from '../steps/left-open.js';
import {
  claimsOrders,
  createBoth,
  echoesTheValue,
  type OrderWishes,
  type PricedEvidence,
  type PricedOrder,
  pricedOrders,
  type Spelling,
  usualAmountAccepted,
} from './priced-order.js';
import {
  fewerDecimals,
  hugeAmounts,
  leadingZero,
  tinyAmounts,
  tooManyDecimals,
  twoDecimals,
  unusualSpellings,
  usualForms,
} from './spellings.js';

interface AmountScenario {
  readonly id: string;
  readonly suffix?: string;
  readonly title: string;
  /** The situation of the catalogue. */
  readonly situation: string;
  readonly wishes: OrderWishes;
  readonly spell: (amount: string, currency: string) => readonly Spelling[];
  readonly judge: (evidence: PricedEvidence, situation: string) => readonly Check[];
}

function amountScenario({ id, suffix, title, situation, wishes, spell, judge }: AmountScenario): LesspayScenario {
  return scenario<PricedOrder, PricedEvidence>({
    id: suffix === undefined ? id : `${id}-${suffix}`,
    title,
    cases: [situation],
    claimed: claimsOrders(wishes),
    given: pricedOrders(wishes, spell),
    drive: (actors, order) => createBoth(actors, order, id, situation),
    judge: { [id]: judge },
  });
}

const recorded = (kind: string, altered: Exchange): Check =>
  remarked(`recorded: ${kind}: ${outcomeInWords(altered)}`, altered);

/** A scenario for each usual form, because a platform may have trouble with any of them. */
const payoutsWith = (suffix: string, form: string, written: RegExp): LesspayScenario =>
  amountScenario({
    id: 'AMT-001',
    suffix: `payout-${suffix}`,
    title: `Payouts of amounts ${form} are accepted`,
    situation: 'payout',
    wishes: { product: 'payout', currencies: 'cents' },
    spell: (amount) => usualForms(amount).filter(({ text }) => written.test(text)),
    judge: ({ altered }, situation) => meets('AMT-001', altered, situation),
  });

/** AMT-001: the text of a positive number is a valid amount (S000 30009; S002 section 2). */
export const validAmounts = [
  payoutsWith('whole', 'without decimals', /^\d+$/),
  payoutsWith('tenths', 'with one decimal', /\.\d$/),
  payoutsWith('cents', 'with two decimals', /\.\d\d$/),
  amountScenario({
    id: 'AMT-001',
    suffix: 'payin',
    title: 'Pay-ins of amounts with two decimals are accepted',
    situation: 'pay-in',
    wishes: { product: 'payin', currencies: 'cents' },
    spell: twoDecimals,
    judge: ({ altered }, situation) => meets('AMT-001', altered, situation),
  }),
  amountScenario({
    id: 'AMT-001',
    suffix: 'payin-fewer-decimals',
    title: 'Whether pay-ins of amounts with fewer than two decimals are accepted is recorded',
    situation: 'pay-in, fewer decimals',
    wishes: { product: 'payin', currencies: 'cents' },
    spell: fewerDecimals,
    judge: ({ control, altered, after, kind }, situation) => [
      ...usualAmountAccepted({ control }),
      ...meets('AMT-001', altered, situation, { after }),
      recorded(`pay-in, ${kind}`, altered),
    ],
  }),
];

/** A spelling that a number parser may take is refused, or taken for exactly what it is worth. */
const refusedOrExact = (
  { control, altered, after, sent, kind }: PricedEvidence,
  situation: string,
): readonly Check[] => [
  ...usualAmountAccepted({ control }),
  ...meets('AMT-002', altered, situation, { after }),
  ...(succeeded(altered) ? echoesTheValue({ after, sent }) : []),
  recorded(kind, altered),
];

/** AMT-002: spellings that are no plain decimal text, but that a number parser may take. */
export const unusualAmounts = [
  amountScenario({
    id: 'AMT-002',
    suffix: 'unusual-payout',
    title: 'A payout amount in an unusual spelling is refused, or kept with its exact value',
    situation: 'payout, unusual spelling',
    wishes: { product: 'payout', currencies: 'all' },
    spell: unusualSpellings,
    judge: refusedOrExact,
  }),
  amountScenario({
    id: 'AMT-002',
    suffix: 'unusual-payin',
    title: 'A pay-in amount in an unusual spelling is refused, or kept with its exact value',
    situation: 'pay-in, unusual spelling',
    wishes: { product: 'payin', currencies: 'all' },
    spell: unusualSpellings,
    judge: refusedOrExact,
  }),
];

/** AMT-003: tiny payouts are refused (S000 30073). */
export const tinyPayouts = amountScenario({
  id: 'AMT-003',
  title: 'A payout of an amount far below any minimum is refused',
  situation: 'default',
  wishes: { product: 'payout', currencies: 'all' },
  spell: tinyAmounts,
  judge: ({ control, altered, after }) => [
    ...usualAmountAccepted({ control }),
    ...meets('AMT-003', altered, 'default', { after }),
  ],
});

/** AMT-005: huge payouts are refused, and never damaged (S000 30070). */
export const hugePayouts = amountScenario({
  id: 'AMT-005',
  title: 'A payout of a huge amount is refused, or kept with its exact value',
  situation: 'default',
  wishes: { product: 'payout', currencies: 'cents' },
  spell: hugeAmounts,
  judge: ({ control, altered, after, sent }) => [
    ...usualAmountAccepted({ control }),
    ...meets('AMT-005', altered, 'default', { after }),
    ...(succeeded(altered) ? echoesTheValue({ after, sent }) : []),
  ],
});

const onlyRecorded =
  (product: 'payin' | 'payout') =>
  ({ control, altered, kind }: PricedEvidence): readonly Check[] => [
    ...usualAmountAccepted({ control }),
    recorded(`${product === 'payin' ? 'pay-in' : 'payout'}, ${kind}`, altered),
  ];

const openScenario = (
  id: string,
  product: 'payin' | 'payout',
  title: string,
  spell: AmountScenario['spell'],
): LesspayScenario =>
  amountScenario({
    id,
    suffix: product,
    title,
    situation: product === 'payin' ? 'pay-in' : 'payout',
    wishes: { product, currencies: 'knownDigits' },
    spell,
    judge: onlyRecorded(product),
  });

/** AMT-004 and AMT-006: more decimals than the currency has, and leading zeros, are not documented. */
export const openAmounts = (['payout', 'payin'] as const).flatMap((product) => [
  openScenario(
    'AMT-004',
    product,
    'Whether an amount may have more decimals than its currency is recorded',
    tooManyDecimals,
  ),
  openScenario('AMT-006', product, 'Whether an amount may have a leading zero is recorded', leadingZero),
]);

/** Which amounts are valid. */
export const amountForms: readonly LesspayScenario[] = [
  ...validAmounts,
  ...unusualAmounts,
  tinyPayouts,
  hugePayouts,
  ...openAmounts,
];
