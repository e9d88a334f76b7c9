import type { Check } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { controlAccepted, meets } from '../reading/outcomes.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { lookUp } from '../steps/look-up.js';
import { oneOrderOnly } from './evidence.js';
import { batchCreate, type Create, type CreateKind, type OtherContent, payinCreate, payoutCreate } from './kinds.js';

/** A create, a second one with the same `request_id`, and a query for that id. */
export interface RepeatEvidence extends Record<string, Evidence[string]> {
  readonly first: Exchange;
  readonly again: Exchange;
  readonly after: Exchange;
}

interface Repeat {
  readonly id: string;
  readonly suffix?: string;
  readonly title: string;
  readonly kind: CreateKind;
  /** The catalogue's situation; default `default`. */
  readonly situation?: string;
}

/** The second create is answered as the catalogue accepts, and there is one order, the first. */
export function repeatJudge(id: string, situation: string) {
  return ({ first, again, after }: RepeatEvidence): Check[] => [
    ...controlAccepted(first),
    ...meets(id, again, situation, { first, after }),
  ];
}

/** There is one order, with the content of the first create. */
export function firstOrderStays({ first, again, after }: RepeatEvidence): Check[] {
  return [...controlAccepted(first), oneOrderOnly([first, again], after)];
}

const query = (actors: Actors, kind: CreateKind, { request_id }: Create): Promise<Exchange> =>
  lookUp(actors, kind.product, { request_id });

function identicalRepeat({ id, suffix, title, kind, situation = 'default' }: Repeat): LesspayScenario {
  return scenario<Create, RepeatEvidence>({
    id: suffix === undefined ? id : `${id}-${suffix}`,
    title,
    claimed: kind.claimed,
    given: kind.valid,
    async drive(actors, message) {
      const once = actors.fresh(message);
      const first = await actors.platform.call(kind.operation, once, intent('control'));
      const again = await actors.platform.call(
        kind.operation,
        once,
        intent('altered', { requirement: id, case: situation }),
      );
      return { first, again, after: await query(actors, kind, once) };
    },
    judge: { [id]: repeatJudge(id, situation), 'IDEM-006': firstOrderStays },
  });
}

function otherContent({ id, suffix, title, kind, situation = 'default' }: Repeat): LesspayScenario {
  return scenario<OtherContent, RepeatEvidence>({
    id: suffix === undefined ? id : `${id}-${suffix}`,
    title,
    claimed: kind.claimed,
    given: kind.differing,
    async drive(actors, { first: one, other, element, mutation }) {
      const once = actors.fresh(one);
      const conflicting = { ...actors.fresh(other), request_id: once.request_id };
      const first = await actors.platform.call(kind.operation, once, intent('control'));
      const again = await actors.platform.call(
        kind.operation,
        conflicting,
        intent('altered', { requirement: id, case: situation, element, mutation }),
      );
      return { first, again, after: await query(actors, kind, once) };
    },
    judge: { [id]: repeatJudge(id, situation), 'IDEM-006': firstOrderStays },
  });
}

/** IDEM-001: a pay-in create sent again without any change is refused as a duplicate (seed 001, code 1201). */
export const payinSentAgain = identicalRepeat({
  id: 'IDEM-001',
  title: 'A pay-in create is sent twice: the second is refused as a duplicate',
  kind: payinCreate,
});

/** IDEM-002: a pay-in create with a `request_id` in use and other content is refused as a duplicate (seed 001, code 1201). */
export const payinIdInUse = otherContent({
  id: 'IDEM-002',
  title: 'A second pay-in create has the `request_id` of the first and other content: it is refused as a duplicate',
  kind: payinCreate,
});

/** IDEM-003: a batch sent again without any change is refused as a duplicate, or answered with the order (seed 000, code 30011). */
export const batchSentAgain = identicalRepeat({
  id: 'IDEM-003',
  title: 'A batch is sent twice: the second is refused as a duplicate, or answered with the first order',
  kind: batchCreate,
});

/** IDEM-004: a batch with a `request_id` in use and other content is refused as a conflict (seed 000, code 30010). */
export const batchIdInUse = otherContent({
  id: 'IDEM-004',
  title: 'A second batch has the `request_id` of the first and other content: it is refused as a conflict',
  kind: batchCreate,
});

/** IDEM-005: a single payout with a `request_id` in use is treated like such a batch (seed 000, codes 30010 and 30011). */
export const payoutSentAgain = identicalRepeat({
  id: 'IDEM-005',
  suffix: 'identical',
  title: 'A single payout is sent twice: the second is refused as a duplicate, or answered with the first order',
  kind: payoutCreate,
  situation: 'identical repeat',
});

/** IDEM-005, other content: refused as a conflict (seed 000, code 30010). */
export const payoutIdInUse = otherContent({
  id: 'IDEM-005',
  suffix: 'other-content',
  title: 'A second single payout has the `request_id` of the first and other content: it is refused as a conflict',
  kind: payoutCreate,
  situation: 'other content',
});
