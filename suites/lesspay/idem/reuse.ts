import * as fc from 'fast-check';
import { setTo, twin } from '../../../generators/lesspay/twin.js';
import { matchOutcome } from '../../../harness/answers.js';
import { type Check, given, unmet } from '../../../harness/check.js';
import { describeAnswer, type Exchange, envelopeOf } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { PI_DUP, PO } from '../../../protocols/lesspay/outcomes.js';
import { orderIdOf } from '../reading/orders.js';
import { accepted, controlAccepted, meets, situationsOf } from '../reading/outcomes.js';
import { recorded, succeeded } from '../reading/recorded.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { lookUp } from '../steps/look-up.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';
import { batchCreate, type Create, type CreateKind, type OtherContent, payinCreate } from './kinds.js';
import { firstOrderStays, type RepeatEvidence } from './repeats.js';

const bothClaimed = (profile: Profile): boolean => claimsPayin(profile) && claimsBatch(profile);

/** By the word that a situation of these requirements begins with. */
const kindOf = (situation: string): CreateKind =>
  bySituation({ 'pay-in': payinCreate, payout: batchCreate }, situation.replace(/,.*/, ''));

/** A create that is refused for its content, and the valid one with the same `request_id`. */
interface RefusedFirst extends Record<string, Evidence[string]> {
  readonly refused: Exchange;
  readonly repaired: Exchange;
}

interface BrokenAndRepaired {
  readonly broken: Create;
  readonly repaired: Create;
}

/** IDEM-011: whether a `request_id` can be used again after its create was refused for its content is reported. */
const afterRefusal = scenario<BrokenAndRepaired, RefusedFirst>({
  id: 'IDEM-011',
  title:
    'A create is refused for its content and sent again repaired, with the same `request_id`: what happens is reported',
  cases: situationsOf('IDEM-011'),
  weight: 0.4,
  claimed: bothClaimed,
  given: (profile, situation) =>
    situation === 'pay-in'
      ? twin(claimedPayin(profile), setTo('target_amount', 'abc')).map(({ control, altered }) => ({
          broken: altered,
          repaired: control,
        }))
      : twin(claimedBatch(profile, { details: { min: 1, max: 2 } }), setTo('total_amount', 'abc')).map(
          ({ control, altered }) => ({ broken: altered, repaired: control }),
        ),
  async drive(actors, { broken, repaired }, situation) {
    const { operation } = kindOf(situation);
    const first = actors.fresh(broken);
    return {
      refused: await actors.platform.call(operation, first, intent('control')),
      repaired: await actors.platform.call(
        operation,
        { ...actors.fresh(repaired), request_id: first.request_id },
        intent('probe', { requirement: 'IDEM-011', case: situation }),
      ),
    };
  },
  judge: {
    'IDEM-011': ({ refused, repaired }, situation) => [
      ...(succeeded(refused) || refused.response === null
        ? [unmet('notRefused', `The create with a broken amount was not refused: ${describeAnswer(refused)}.`)]
        : []),
      recorded(`${situation} create, repaired after a refusal`, repaired),
    ],
  },
});

/** A create and its repeat with the members in another order. */
interface ReorderedEvidence extends Record<string, Evidence[string]> {
  readonly first: Exchange;
  readonly again: Exchange;
}

/** Only the root's members change places: inside arrays the order would change the signature. */
const reversed = (message: object): object => Object.fromEntries(Object.entries(message).reverse());

/** How a repeat was understood, in a word. */
function understoodAs(first: Exchange, again: Exchange): string {
  if (envelopeOf(again)?.code === 0) {
    return orderIdOf(again) === orderIdOf(first) ? 'treated as identical: the first order again' : 'another order';
  }
  if (matchOutcome(again, PO(30011)).strict.length > 0) return 'treated as identical';
  if (matchOutcome(again, PO(30010)).strict.length > 0) return 'treated as different';
  return matchOutcome(again, PI_DUP).strict.length > 0 ? 'refused as a duplicate, as any repeat is' : 'refused';
}

/** IDEM-013: whether a repeat with the members in another order counts as identical is reported. */
const inAnotherOrder = scenario<Create, ReorderedEvidence>({
  id: 'IDEM-013',
  title: 'A create is sent again with its members in another order: what happens is reported',
  cases: situationsOf('IDEM-013'),
  weight: 0.4,
  claimed: bothClaimed,
  given: (profile, situation) => kindOf(situation).valid(profile),
  async drive(actors, message, situation) {
    const { operation } = kindOf(situation);
    const once = actors.fresh(message);
    return {
      first: await actors.platform.call(operation, once, intent('control')),
      again: await actors.platform.call(
        operation,
        reversed(once),
        intent('probe', { requirement: 'IDEM-013', case: situation }),
      ),
    };
  },
  judge: {
    'IDEM-013': ({ first, again }, situation) => [
      ...controlAccepted(first),
      recorded(`${situation} repeat in another member order`, again, understoodAs(first, again)),
    ],
  },
});

interface FinalReuse extends OtherContent {
  readonly end: 'SUCCEED' | 'FAILED';
}

async function end(
  actors: Parameters<typeof move>[0],
  kind: CreateKind,
  id: string,
  to: FinalReuse['end'],
): Promise<void> {
  if (kind.product === 'payout' && to === 'SUCCEED') await move(actors, id, 'PENDING_PAY');
  await move(actors, id, to);
}

/** IDEM-015: a `request_id` stays in use when its order has become final (seed 001, code 1201; seed 000, code 30011). */
const afterFinalState = scenario<FinalReuse, RepeatEvidence & { readonly final: Exchange }>({
  id: 'IDEM-015',
  title: 'An order has become final and its `request_id` is used again: the create is refused as before',
  needs: ['control'],
  cases: situationsOf('IDEM-015'),
  claimed: bothClaimed,
  given: (profile, situation) =>
    fc
      .tuple(kindOf(situation).differing(profile), fc.constantFrom('SUCCEED' as const, 'FAILED' as const))
      .map(([differing, to]) => ({ ...differing, end: to })),
  async drive(actors, { first: one, other, element, mutation, end: to }, situation) {
    const kind = kindOf(situation);
    const once = actors.fresh(one);
    const { created, id, requestId } = await newOrder(actors.platform, kind.operation, once);
    await end(actors, kind, id, to);
    const ids = { request_id: requestId };
    const final = await lookUp(actors, kind.product, ids);
    const identical = situation.endsWith('identical repeat');
    const again = await actors.platform.call(
      kind.operation,
      identical ? once : { ...actors.fresh(other), ...ids },
      intent('altered', { requirement: 'IDEM-015', case: situation, ...(identical ? {} : { element, mutation }) }),
    );
    return { first: created, final, again, after: await lookUp(actors, kind.product, ids) };
  },
  judge: {
    'IDEM-015': ({ first, final, again, after }, situation): Check[] => [
      ...accepted(final).map((check) => given(check, 'queryRefused')),
      ...meets('IDEM-015', again, situation, { first, after }),
    ],
    'IDEM-006': firstOrderStays,
  },
});

/** What may follow a create with the same `request_id` later. */
export const reuse: readonly LesspayScenario[] = [afterRefusal, inAnotherOrder, afterFinalState];
