import type { Json } from '../../../harness/exchange.js';
import type { LesspayScenario } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { ownApplication } from './own-application.js';

const everything: Json = { status: 'active', products: ['payin', 'payout'] };

/** What the operator does to the application, by situation. */
const withoutPayout: Readonly<Record<string, Json>> = {
  'merchant disabled': { status: 'merchant_disabled' },
  'application disabled': { status: 'disabled' },
  'payout not enabled': { products: ['payin'] },
  'method not configured': { way_types: ['WALLET_TRANSFER'] },
};

/** ERR-015: who is disabled, or has no payout, cannot pay out (S000 30040, 30041, 30042, HTTP 403). */
export const cannotPayOut = ownApplication({
  id: 'ERR-015',
  title: 'A payout is refused once its merchant or application is disabled, or has no payout',
  operation: 'createPayout',
  claimed: claimsBankPayout,
  given: (profile, situation) =>
    claimedBankPayout(profile).map((drawn) => {
      const message = { ...drawn, way_type: 'BANK_TRANSFER' as const };
      const changed = bySituation(withoutPayout, situation);
      return { control: message, altered: message, changed, restored: everything };
    }),
});

/** ERR-021: who has no pay-in cannot take payments (S001 5004, HTTP 403). */
export const cannotPayIn = ownApplication({
  id: 'ERR-021',
  title: 'A pay-in is refused for lack of permission once its application has no pay-in',
  operation: 'createPayin',
  claimed: claimsPayin,
  given: (profile) =>
    claimedPayin(profile).map((message) => ({
      control: message,
      altered: message,
      changed: { products: ['payout'] },
      restored: everything,
    })),
});

/** What an application may do. */
export const permissions: readonly LesspayScenario[] = [cannotPayOut, cannotPayIn];
