import * as fc from 'fast-check';
import { minorDigits } from '../../../generators/lesspay/amounts.js';
import type { Check } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import { findCurrency } from '../../../protocols/lesspay/currencies.js';
import { operations } from '../../../protocols/lesspay/operations.js';
import type {
  CreatePayinRequest,
  CreatePayoutBatchRequest,
  CreatePayoutRequest,
} from '../../../schemas/lesspay/messages.generated.js';
import { keepsValue, type SentAmount } from '../reading/echoed-amounts.js';
import { controlAccepted } from '../reading/outcomes.js';
import type { Actors, Profile } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { lookUp } from '../steps/look-up.js';

/** A create of an order with one amount: a single payout, a batch of one detail, or a pay-in. */
type OneAmount =
  | { readonly operation: 'createPayin'; readonly message: CreatePayinRequest }
  | { readonly operation: 'createPayout'; readonly message: CreatePayoutRequest }
  | { readonly operation: 'createPayoutBatch'; readonly message: CreatePayoutBatchRequest };

/** An order, and the amount that is tried out with it. */
export interface PricedOrder {
  readonly order: OneAmount;
  readonly spelling: Spelling;
}

/** An amount as text, what it is worth, and what is special about it in a few words. */
export interface Spelling {
  readonly text: string;
  /** Plain decimal text. */
  readonly value: string;
  readonly kind: string;
}

const currencyOf = ({ operation, message }: OneAmount): string =>
  operation === 'createPayin' ? message.target_currency : message.currency;

const amountOf = ({ operation, message }: OneAmount): string => {
  if (operation === 'createPayin') return message.target_amount;
  return operation === 'createPayout' ? message.amount : message.total_amount;
};

type Priced = CreatePayinRequest | CreatePayoutRequest | CreatePayoutBatchRequest;

/** The message with another amount. In a batch of one detail, total and detail stay equal. */
function priced({ operation, message }: OneAmount, amount: string): Priced {
  if (operation === 'createPayin') return { ...message, target_amount: amount };
  if (operation === 'createPayout') return { ...message, amount };
  return {
    ...message,
    total_amount: amount,
    payout_order_details: message.payout_order_details.map((detail) => ({ ...detail, amount })),
  };
}

/** Currencies of which the sources say how many decimals they have. */
const hasKnownDigits = (currency: string): boolean => {
  const digits = findCurrency(currency)?.digits;
  return digits !== undefined && digits !== null;
};

const hasCents = (currency: string): boolean => hasKnownDigits(currency) && minorDigits(currency) === 2;

/** Which orders are wanted. `currencies`: all, those with a known number of decimals, or those with two. */
export interface OrderWishes {
  readonly product: 'payin' | 'payout';
  readonly currencies: 'all' | 'knownDigits' | 'cents';
}

function kindsOf(profile: Profile, { product, currencies }: OrderWishes): fc.Arbitrary<OneAmount>[] {
  const fits = { all: () => true, knownDigits: hasKnownDigits, cents: hasCents }[currencies];
  if (product === 'payin') {
    return profile.payin.currencies
      .filter((currency) => fits(currency) && claimsPayin(profile, { currency }))
      .map((currency) => claimedPayin(profile, { currency }).map((message) => ({ operation: 'createPayin', message })));
  }
  return profile.payout.currencies.filter(fits).flatMap((currency): fc.Arbitrary<OneAmount>[] => {
    const narrowed: Profile = { ...profile, payout: { ...profile.payout, currencies: [currency] } };
    const one = { min: 1, max: 1 };
    return [
      ...(claimsBankPayout(narrowed)
        ? [claimedBankPayout(narrowed).map((message): OneAmount => ({ operation: 'createPayout', message }))]
        : []),
      ...(claimsBatch(narrowed)
        ? [
            claimedBatch(narrowed, { details: one }).map(
              (message): OneAmount => ({ operation: 'createPayoutBatch', message }),
            ),
          ]
        : []),
    ];
  });
}

/** True when the target claims orders that fit the wishes. */
export function claimsOrders(wishes: OrderWishes): (profile: Profile) => boolean {
  return (profile) => kindsOf(profile, wishes).length > 0;
}

/** Orders of the target's claims, each with a spelling that is drawn for its usual amount and its currency. */
export function pricedOrders(
  wishes: OrderWishes,
  spell: (amount: string, currency: string) => readonly Spelling[],
): (profile: Profile) => fc.Arbitrary<PricedOrder> {
  return (profile) =>
    fc
      .tuple(fc.oneof(...kindsOf(profile, wishes)), fc.nat({ max: 999 }))
      .filter(([order]) => spell(amountOf(order), currencyOf(order)).length > 0)
      .map(([order, pick]) => {
        const spellings = spell(amountOf(order), currencyOf(order));
        const spelling = spellings[pick % spellings.length] ?? { text: '', value: '0', kind: 'none' };
        return { order, spelling };
      });
}

/** The create with the amount that is tried out. */
export function pricedMessage({ order, spelling }: PricedOrder): Priced {
  return priced(order, spelling.text);
}

/** What is sent as the amount. */
export function sentAmountOf({ order, spelling: { text, value } }: PricedOrder): SentAmount {
  return { text, value, currency: currencyOf(order), singlePayout: order.operation === 'createPayout' };
}

/** The order with its usual amount, the one with the amount that is tried out, and a query for the latter. */
export interface PricedEvidence {
  readonly control: Exchange;
  readonly altered: Exchange;
  readonly after: Exchange;
  readonly sent: SentAmount;
  readonly [label: string]: Exchange | SentAmount | string;
  /** What is special about the amount. */
  readonly kind: string;
}

/** Creates both orders and asks for the second. */
export async function createBoth(
  actors: Actors,
  pricedOrder: PricedOrder,
  requirement: string,
  situation: string,
): Promise<PricedEvidence> {
  const { operation, message } = pricedOrder.order;
  const { text, kind } = pricedOrder.spelling;
  const altered = actors.fresh(pricedMessage(pricedOrder));
  return {
    control: await actors.platform.call(operation, actors.fresh(message), intent('control')),
    altered: await actors.platform.call(
      operation,
      altered,
      intent('altered', {
        requirement,
        case: situation,
        element: '/amount',
        mutation: `${kind}: ${JSON.stringify(text)}`,
      }),
    ),
    after: await lookUp(actors, operations[operation].product, { request_id: altered.request_id }),
    sent: sentAmountOf(pricedOrder),
    kind,
  };
}

/** The order with its usual amount was accepted; else the amount that was tried out says nothing. */
export function usualAmountAccepted({ control }: Pick<PricedEvidence, 'control'>): Check[] {
  return controlAccepted(control);
}

/** Where the amount was accepted, its value came back. */
export function echoesTheValue({ after, sent }: Pick<PricedEvidence, 'after' | 'sent'>): Check[] {
  return keepsValue(after, sent);
}
