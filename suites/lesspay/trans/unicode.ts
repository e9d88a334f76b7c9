import * as fc from 'fast-check';
import { text } from '../../../generators/lesspay/text.js';
import { type Check, holds, unmet } from '../../../harness/check.js';
import type { Exchange, Json } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { lengths } from '../../../protocols/lesspay/limits.js';
import { deliveredBody, deliveriesAbout } from '../reading/deliveries.js';
import { payinRecordsOf, payoutOf, recordRequestId, sentBody } from '../reading/orders.js';
import { controlAccepted, meets } from '../reading/outcomes.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { aroundNow, lookUp } from '../steps/look-up.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';
import { askPayin } from '../steps/payin-query.js';
import type { SomePayout } from '../steps/some-payout.js';

const drawnText = text({
  min: 3,
  max: lengths.payinDescription.max,
  classes: ['latin', 'cjk', 'rightToLeft', 'combining'],
});

/** Texts with at least one character outside ASCII, within the Basic Multilingual Plane. */
const description: fc.Arbitrary<string> = drawnText.map((drawn) =>
  /[^ -~]/.test(drawn) ? drawn : `é${drawn.slice(1)}`,
);

interface Echoed extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly after: Exchange;
}

const unchanged = (sent: Json | undefined, shown: Json | undefined, where: Exchange): Check[] =>
  shown === undefined || shown === null
    ? []
    : [holds(shown === sent, `\`description\` ${JSON.stringify(sent)}`, () => JSON.stringify(shown), where)];

const judgeEcho =
  (shownIn: (evidence: Echoed) => Json | undefined) =>
  (evidence: Echoed): Check[] => [
    ...meets('TRANS-010', evidence.created),
    ...unchanged(sentBody(evidence.created).description, shownIn(evidence), evidence.after),
  ];

/** TRANS-010: text outside ASCII is accepted in pay-ins, and comes back unchanged where a query shows it (S002 1). */
export const payinText = scenario<object, Echoed>({
  id: 'TRANS-010-payin',
  title: 'A pay-in description outside ASCII is accepted and comes back unchanged.',
  claimed: (profile) => claimsPayin(profile),
  given: (profile) =>
    fc.tuple(claimedPayin(profile), description).map(([message, drawn]) => ({ ...message, description: drawn })),
  async drive(actors, message) {
    const fresh = actors.fresh(message) as { readonly request_id: string };
    const created = await actors.platform.createPayin(fresh, intent('probe'));
    const query = { request_id: fresh.request_id, ...aroundNow(actors) };
    return { created, after: (await askPayin(actors, query, intent('probe'))).exchange };
  },
  judge: {
    'TRANS-010': judgeEcho(({ created, after }) => {
      const { request_id: id } = sentBody(created);
      return payinRecordsOf(after).find((record) => recordRequestId(record) === id)?.description;
    }),
  },
});

type SomeBody = SomePayout['message'];

/** TRANS-010: text outside ASCII is accepted in payouts, and comes back unchanged where a query shows it (S002 1). */
const payoutText = (
  operation: SomePayout['operation'],
  claimed: (profile: Profile) => boolean,
  message: (profile: Profile) => fc.Arbitrary<SomeBody>,
): LesspayScenario =>
  scenario<SomeBody, Echoed>({
    id: `TRANS-010-${operation}`,
    title: `A payout description outside ASCII is accepted and comes back unchanged (${operation}).`,
    claimed,
    given: (profile) =>
      fc.tuple(message(profile), description).map(([payout, drawn]) => ({ ...payout, description: drawn })),
    async drive(actors, payout) {
      const fresh = actors.fresh<SomeBody>(payout);
      const created = await actors.platform.call(operation, fresh, intent('probe'));
      return { created, after: await lookUp(actors, 'payout', { request_id: fresh.request_id }) };
    },
    judge: { 'TRANS-010': judgeEcho(({ after }) => payoutOf(after)?.description) },
  });

/** Each endpoint that creates payouts reads its own message. */
export const payoutTexts: readonly LesspayScenario[] = [
  payoutText('createPayout', claimsBankPayout, claimedBankPayout),
  payoutText('createPayoutBatch', claimsBatch, claimedBatch),
];

interface Announced extends Record<string, Evidence[string]> {
  readonly id: string;
  readonly created: Exchange;
  readonly deliveries: readonly Exchange[];
}

/** TRANS-010: text outside ASCII comes back unchanged in the webhooks that carry it (S002 1). */
export const webhookText = scenario<object, Announced>({
  id: 'TRANS-010-webhook',
  title: 'A pay-in description outside ASCII is announced unchanged.',
  needs: ['control', 'inbox'],
  weight: 0.3,
  claimed: (profile: Profile) => claimsPayin(profile),
  given: (profile) =>
    fc.tuple(claimedPayin(profile), description).map(([message, drawn]) => ({ ...message, description: drawn })),
  async drive(actors: Actors, message) {
    const fresh = actors.fresh(message) as { readonly request_id: string };
    const { id, created } = await newOrder(actors.platform, 'createPayin', fresh);
    await move(actors, id, 'SUCCEED');
    const deliveries = await actors.mailbox.waitFor((seen) => deliveriesAbout(seen, id).length > 0, actors.patienceMs);
    return { id, created, deliveries };
  },
  judge: {
    'TRANS-010': ({ id, created, deliveries }) => {
      const about = deliveriesAbout(deliveries, id);
      if (about.length === 0) return unmet('noDelivery', 'No webhook about the order arrived.');
      const sent = sentBody(created).description;
      return [
        ...controlAccepted(created, 'createRefused'),
        ...about.flatMap((delivery) => unchanged(sent, deliveredBody(delivery)?.description, delivery)),
      ];
    },
  },
});

/** Text outside ASCII. */
export const unicodeScenarios: readonly LesspayScenario[] = [payinText, ...payoutTexts, webhookText];
