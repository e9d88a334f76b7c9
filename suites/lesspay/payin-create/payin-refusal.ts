import { type Change, twin } from '../../../generators/lesspay/twin.js';
import type { LesspayScenario } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { claimedPayin, claimsPayin, type PayinWishes } from '../steps/claimed-payins.js';
import { type Refusal, refusal } from '../steps/refusal.js';

/** A pay-in that must be refused because of one member. */
export interface PayinRefusal extends Pick<Refusal<object>, 'id' | 'suffix' | 'title' | 'invalidBy'> {
  /** The catalogue's situations that this scenario covers, each with what is done to a valid request. */
  readonly changes: Readonly<Record<string, Change>>;
  readonly base?: PayinWishes;
}

/** A scenario for a pay-in that is refused: see `refusal`. */
export function payinRefusal({ changes, base, ...definition }: PayinRefusal): LesspayScenario {
  return refusal({
    ...definition,
    // The change is nearly always the same; it is the message around it that varies.
    weight: 0.5,
    operation: 'createPayin',
    cases: Object.keys(changes),
    claimed: (profile) => claimsPayin(profile, base),
    given: (profile, situation) => twin(claimedPayin(profile, base), bySituation(changes, situation)),
  });
}

/**
 * Two scenarios for a member that the documents require of card cashier requests, and the demo client of every request (E-87).
 * `prefix` begins the catalogue's situations, as in `PAY_OUT, card cashier request`.
 */
export function refusedForCardsAndOthers(
  id: string,
  title: string,
  changes: Readonly<Record<string, Change>>,
): LesspayScenario[] {
  const named = (kind: string): Record<string, Change> =>
    Object.fromEntries(
      Object.entries(changes).map(([prefix, change]) => [prefix === '' ? kind : `${prefix}, ${kind}`, change]),
    );
  return [
    payinRefusal({
      id,
      suffix: 'card',
      title,
      changes: named('card cashier request'),
      base: { mode: 'cardCashier' },
    }),
    payinRefusal({ id, title, changes: named('another pay-in request') }),
  ];
}
