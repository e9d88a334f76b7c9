import type { Arbitrary } from 'fast-check';
import { type Check, holds, met, unmet, violated } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import type { Actors } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import type { OrderStatus } from '../../../protocols/lesspay/statuses.js';
import { deliveriesAbout, describeDeliveries } from '../reading/deliveries.js';
import { situationsOf } from '../reading/outcomes.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';

/** A valid create as far as its address is concerned. */
interface Notified {
  readonly request_id: string;
  readonly notify_url?: string;
}

/** What arrived at the URL of the request, and what at the default of the application. */
interface Arrivals extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly own: readonly Exchange[];
  readonly atDefault: readonly Exchange[];
}

/** An order of one product, and the last of the moves that make its platform notify the merchant. */
interface Product {
  readonly operation: 'createPayin' | 'createPayoutBatch';
  readonly end: OrderStatus;
  readonly claimed: (profile: Profile) => boolean;
  readonly valid: (profile: Profile) => Arbitrary<Notified>;
}

const payin: Product = {
  operation: 'createPayin',
  end: 'SUCCEED',
  claimed: (profile) => claimsPayin(profile),
  valid: (profile) => claimedPayin(profile),
};

/** A rejection ends a batch in one step. */
const batch: Product = {
  operation: 'createPayoutBatch',
  end: 'FAILED',
  claimed: (profile) => claimsBatch(profile),
  valid: (profile) => claimedBatch(profile),
};

/** An application of its own has a default address; its order names another address, or none. */
async function notifyOneOrder(actors: Actors, product: Product, drawn: Notified, named: boolean): Promise<Arrivals> {
  const box = actors.openDefaultMailbox();
  const merchant = await actors.operator.createApplication({ default_notify_url: box.url });
  const { notify_url: _ours, ...anonymous } = actors.fresh(drawn);
  const message = named ? { ...anonymous, notify_url: actors.mailbox.url } : anonymous;
  const { created, id } = await newOrder(merchant, product.operation, message);
  await move(actors, id, product.end);
  const about = (deliveries: readonly Exchange[]): boolean => deliveriesAbout(deliveries, id).length > 0;
  const [expected, other] = named ? [actors.mailbox, box] : [box, actors.mailbox];
  await expected.waitFor(about, actors.patienceMs);
  await other.waitFor(about, actors.quietMs);
  return {
    created,
    own: deliveriesAbout(actors.mailbox.deliveries(), id),
    atDefault: deliveriesAbout(box.deliveries(), id),
  };
}

/** At the URL of the request, and not at the default. */
function ownAddressWins({ own, atDefault }: Arrivals): Check {
  const [stray] = atDefault;
  if (stray !== undefined) {
    return violated(
      'deliveries at the `notify_url` of the request only',
      `${describeDeliveries(atDefault)} at the default address`,
      stray,
    );
  }
  return own.length > 0 ? met : unmet('nothingDelivered', 'No delivery arrived at either address.');
}

/** At the default, because the request names no address. */
function defaultStandsIn({ atDefault }: Arrivals): Check {
  return holds(
    atDefault.length > 0,
    'a delivery at the default address of the application',
    () => describeDeliveries(atDefault),
    atDefault[0],
  );
}

const needs = ['control', 'controlApplications', 'inbox'] as const;

function addressed(id: string, title: string, product: Product, named: boolean): LesspayScenario {
  return scenario<Notified, Arrivals>({
    id,
    title,
    needs,
    weight: 0.3,
    claimed: product.claimed,
    given: product.valid,
    drive: (actors, drawn) => notifyOneOrder(actors, product, drawn, named),
    judge: { [id]: named ? ownAddressWins : defaultStandsIn },
  });
}

/** WEBHOOK-005: for a pay-in the `notify_url` of the request goes before the default of the application (docs page P-PI-WH, section 1). */
export const payinGoesToItsOwnAddress = addressed(
  'WEBHOOK-005',
  'A pay-in names its own `notify_url`: its webhook arrives there, and not at the default of the application',
  payin,
  true,
);

/** WEBHOOK-006: for a pay-in without `notify_url` the default of the application is used (docs page P-PI-WH, section 1). */
export const payinGoesToTheDefault = addressed(
  'WEBHOOK-006',
  'A pay-in names no `notify_url`: its webhook arrives at the default of the application',
  payin,
  false,
);

/** WEBHOOK-007: for a payout the `notify_url` of the request goes before the default, which stands in for it (docs page P-PO-WH, section 1). */
export const payoutGoesWhereItShould = scenario<Notified, Arrivals>({
  id: 'WEBHOOK-007',
  title: 'A batch names its own `notify_url` or none: its webhook arrives there, or at the default of the application',
  needs,
  cases: situationsOf('WEBHOOK-007'),
  weight: 0.3,
  claimed: batch.claimed,
  given: batch.valid,
  drive: (actors, drawn, situation) => notifyOneOrder(actors, batch, drawn, situation === 'own URL'),
  judge: {
    'WEBHOOK-007': (arrivals, situation) =>
      situation === 'own URL' ? ownAddressWins(arrivals) : defaultStandsIn(arrivals),
  },
});
