import * as fc from 'fast-check';
import { type PayinMode, payin } from '../../../generators/lesspay/payin.js';
import type { CardMode } from '../../../harness/lesspay/profile.js';
import { findPayinWay } from '../../../protocols/lesspay/ways.js';
import type { CreatePayinRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { Profile } from '../scenario.js';
import { claimedRange } from './claimed-amounts.js';

/** Which of the pay-ins that a target claims. */
export interface PayinWishes {
  /** Default `cashier`. */
  readonly mode?: PayinMode;
  /** Cashier only: `none` leaves the choice to the payer, `named` has a `way_code`. Default: either. */
  readonly way?: 'none' | 'named';
  /** Cashier only: further narrows the ways. */
  readonly wayCode?: string;
  /** Default: each currency that the target claims. */
  readonly currency?: string;
  /** True leaves `& = { }` out of free texts and URLs. */
  readonly signatureNeutral?: boolean;
}

const CARD_WAY = 'CHECKOUT_CARDPAYMENT';

const cardModeOf: Readonly<Record<Exclude<PayinMode, 'cashier'>, CardMode>> = {
  cardCashier: 'cashier',
  openapiCard: 'openapi',
  openapiToken: 'token',
  paymentSession: 'session',
};

interface Route {
  readonly currency: string;
  /** Null: no way is named. */
  readonly wayCode: string | null;
}

/** The documented ways that the target claims and that a cashier request can name. */
export function claimedWayCodes(profile: Profile): readonly string[] {
  return profile.payin.wayCodes.filter(
    (code) =>
      findPayinWay(code) !== undefined && (code !== CARD_WAY || profile.payin.cardModes.has(cardModeOf.cardCashier)),
  );
}

function routesOf(profile: Profile, { mode = 'cashier', way, wayCode, currency }: PayinWishes): Route[] {
  const currencies = profile.payin.currencies.filter((code) => currency === undefined || code === currency);
  const supports = (code: string, each: string): boolean =>
    findPayinWay(code)?.currencies.some((known) => known === each) ?? false;
  if (mode !== 'cashier') {
    const claimed = profile.payin.cardModes.has(cardModeOf[mode]) && profile.payin.wayCodes.includes(CARD_WAY);
    return currencies
      .filter((each) => claimed && supports(CARD_WAY, each))
      .map((each) => ({ currency: each, wayCode: null }));
  }
  const codes = claimedWayCodes(profile).filter((code) => wayCode === undefined || code === wayCode);
  return currencies.flatMap((each): Route[] => [
    ...(way === 'named' || wayCode !== undefined ? [] : [{ currency: each, wayCode: null }]),
    ...(way === 'none'
      ? []
      : codes.filter((code) => supports(code, each)).map((code) => ({ currency: each, wayCode: code }))),
  ]);
}

/** True when the target claims pay-ins at all, and some that fit the wishes. */
export function claimsPayin(profile: Profile, wishes: PayinWishes = {}): boolean {
  return profile.operations.has('createPayin') && routesOf(profile, wishes).length > 0;
}

/** Valid pay-ins in the currencies and by the ways that the target claims. Ask `claimsPayin` first. */
export function claimedPayin(profile: Profile, wishes: PayinWishes = {}): fc.Arbitrary<CreatePayinRequest> {
  const { mode = 'cashier', signatureNeutral = false } = wishes;
  return fc.oneof(
    ...routesOf(profile, wishes).map(({ currency, wayCode }) => {
      const usual = { currency, signatureNeutral, amounts: claimedRange(profile.payin.limits, currency) };
      if (mode !== 'cashier') return payin({ mode, ...usual });
      return wayCode === null ? payin(usual).map(withoutWay) : payin({ wayCodes: [wayCode], ...usual });
    }),
  );
}

function withoutWay({
  way_code: _code,
  way_type: _type,
  transaction_network: _network,
  ...message
}: CreatePayinRequest): CreatePayinRequest {
  return message;
}
