import type { Arbitrary } from 'fast-check';
import type { OperationName, Product } from '../../../protocols/lesspay/operations.js';
import { situationsOf } from '../reading/outcomes.js';
import type { LesspayScenario, Profile } from '../scenario.js';
import { type SentDifferently, sentDifferently } from '../steps/sent-differently.js';
import { offers, type ValidCall, validCall } from '../steps/valid-call.js';

/** The products, with the word that the situations of the catalogue begin with. */
export const products: readonly { readonly product: Product; readonly word: string }[] = [
  { product: 'payin', word: 'pay-in' },
  { product: 'payout', word: 'payout' },
];

const creators: Readonly<Record<Product, readonly OperationName[]>> = {
  payin: ['createPayin'],
  payout: ['createPayoutBatch', 'createPayout'],
};

/**
 * The creates of a product. A batch stands for payouts where it is claimed: it is signed alike under every plausible reading of the
 * signature but one, so that a target with another reading is not refused for that.
 */
export function creates(product: Product): Required<Pick<SentDifferently, 'operations' | 'calls'>> {
  const operations = creators[product];
  return {
    operations,
    calls: (profile: Profile): Arbitrary<ValidCall> =>
      validCall(profile, operations.find((name) => offers(profile, name)) ?? 'createPayin'),
  };
}

/** A request whose credentials are not in order, on both products. */
export type RefusedCredentials = Omit<SentDifferently, 'suffix' | 'operations' | 'cases' | 'leavesNothing'> & {
  /** Tells several ways to break one requirement apart. */
  readonly variant?: string;
  /** How the situations end that the scenario is about. Default: all situations of the requirement. */
  readonly form?: string;
};

/**
 * One scenario for each product that the catalogue names in the situations of the requirement. The twin with proper credentials is
 * accepted, the altered request is refused, and it leaves no order behind (AUTH-037) unless the requirement only reports.
 */
export function refusedCredentials({ variant, form = '', ...definition }: RefusedCredentials): LesspayScenario[] {
  return products.flatMap(({ product, word }) => {
    const cases = situationsOf(definition.id).filter(
      (situation) => situation.startsWith(word) && situation.endsWith(form),
    );
    if (cases.length === 0) return [];
    return [
      sentDifferently({
        ...creates(product),
        // What varies is the message, which a platform does not look at before it knows who sent it.
        weight: 0.4,
        ...definition,
        suffix: variant === undefined ? product : `${product}-${variant}`,
        cases,
        ...(definition.reportOnly === true ? {} : { leavesNothing: 'AUTH-037' }),
      }),
    ];
  });
}
