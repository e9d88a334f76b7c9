import * as fc from 'fast-check';
import { type History, history } from '../../../generators/lesspay/history.js';
import type { Check } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { sentBody } from '../reading/orders.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { lookUp } from '../steps/look-up.js';
import { oneOrderOnly } from './evidence.js';
import { batchCreate, type Create, type CreateKind, payinCreate, payoutCreate } from './kinds.js';

/** Creates sent at the same moment, and afterwards one query for each `request_id`. */
interface RaceEvidence extends Record<string, Evidence[string]> {
  readonly creates: readonly Exchange[];
  readonly after: readonly Exchange[];
}

interface Race {
  readonly plan: History;
  /** By content slot. */
  readonly contents: readonly Create[];
}

/** More would only make the run longer: two are enough for a lost update, and twelve reach every worker of a small target. */
const CREATES = { min: 2, max: 12 };

/** The length of the ids; a pay-in's may have 20 characters. */
const ID_LENGTH = 18;

/** A race is a dozen requests or more. */
const RACE_WEIGHT = 0.4;

async function runAtOnce(
  actors: Actors,
  { operation, product }: CreateKind,
  { plan, contents }: Race,
): Promise<RaceEvidence> {
  const ids = plan.groups.map(() => actors.freshId(ID_LENGTH));
  const messages = plan.groups.flatMap(({ idSlot, contentSlot }) => {
    const content = contents[contentSlot];
    const id = ids[idSlot];
    return content === undefined || id === undefined ? [] : [{ ...actors.fresh(content), request_id: id }];
  });
  const creates = await Promise.all(
    messages.map((message) => actors.platform.call(operation, message, intent('probe'))),
  );
  const used = [...new Set(messages.map(({ request_id: id }) => id))];
  const after = await Promise.all(used.map((id) => lookUp(actors, product, { request_id: id })));
  return { creates, after };
}

/** For each `request_id`, some order of its creates explains all answers. */
function explained({ creates, after }: RaceEvidence): Check[] {
  return after.map((query) => {
    const { request_id: id } = sentBody(query);
    return oneOrderOnly(
      creates.filter((create) => sentBody(create).request_id === id),
      query,
    );
  });
}

interface RaceOf {
  readonly kind: CreateKind;
  /** Ends the scenario's id. */
  readonly suffix: string;
}

/** IDEM-008: several identical creates at the same moment never lead to two orders (seed 003, uniqueness; codes 1201, 30011). */
const identicalCreatesAtOnce = ({ kind, suffix }: RaceOf): LesspayScenario =>
  scenario<Race, RaceEvidence>({
    id: `IDEM-008-${suffix}`,
    title: `Identical ${suffix} creates are sent at the same moment: all answers and the query show one order at most`,
    weight: RACE_WEIGHT,
    claimed: kind.claimed,
    given: (profile) =>
      fc.record({
        plan: history({ creates: CREATES, ids: 'shared', contents: 'same' }),
        contents: fc.tuple(kind.valid(profile)),
      }),
    drive: (actors, race) => runAtOnce(actors, kind, race),
    judge: { 'IDEM-008': explained },
  });

/** IDEM-006: for one `request_id` there is never more than one order (seed 003 "unique under the same appid"; codes 1201, 30011). */
const differingCreatesAtOnce = ({ kind, suffix }: RaceOf): LesspayScenario =>
  scenario<Race, RaceEvidence>({
    id: `IDEM-006-${suffix}`,
    title: `Differing ${suffix} creates with shared ids are sent at the same moment: each id has one order, that of one create`,
    weight: RACE_WEIGHT,
    claimed: kind.claimed,
    given: (profile) =>
      fc.record({
        plan: history({ creates: { ...CREATES, min: 3 }, ids: 'mixed', contents: 'mixed' }),
        contents: fc.array(kind.valid(profile), { minLength: CREATES.max, maxLength: CREATES.max }),
      }),
    drive: (actors, race) => runAtOnce(actors, kind, race),
    judge: { 'IDEM-006': explained },
  });

/** The races of each kind of create. */
export const races: readonly LesspayScenario[] = [
  { kind: payinCreate, suffix: 'payin' },
  { kind: payoutCreate, suffix: 'payout' },
  { kind: batchCreate, suffix: 'batch' },
].flatMap((race) => [identicalCreatesAtOnce(race), differingCreatesAtOnce(race)]);
