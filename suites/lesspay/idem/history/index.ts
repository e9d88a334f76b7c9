import * as fc from 'fast-check';
import { type CommandListOptions, commandList } from '../../../../generators/lesspay/command-list.js';
import type { Check } from '../../../../harness/check.js';
import { payinMachine, payoutBatchMachine, type StateMachine } from '../../../../protocols/lesspay/state-machines.js';
import type { OrderStatus } from '../../../../protocols/lesspay/statuses.js';
import { type LesspayScenario, type Profile, scenario } from '../../scenario.js';
import { batchCreate, type CreateKind, payinCreate, payoutCreate } from '../kinds.js';
import { amountsAreKept } from './amounts.js';
import { answersToRepeats } from './answers.js';
import { ordersAreDistinct } from './distinct.js';
import { oneOrderForEachId } from './one-order.js';
import { type HistoryEvidence, type HistoryPlan, runHistory } from './run-history.js';
import { statesFollowTheLifeCycle } from './states.js';

/** Few enough that the commands meet: what goes wrong between orders goes wrong between three. */
const IDS = 3;

/** A create and another one for the same id. */
const CONTENTS = 2;

/** A history is a dozen requests; some are a hundred. */
const HISTORY_WEIGHT = 0.1;

interface HistoryOf {
  readonly kind: CreateKind;
  /** Ends the scenarios' ids. */
  readonly suffix: string;
  readonly machine: StateMachine<OrderStatus>;
  /** The scenario's id for the answers to repeats, and their judges. */
  readonly answers: string;
  readonly judges: Readonly<Record<string, (evidence: HistoryEvidence) => Check[]>>;
}

const planned =
  ({ kind }: HistoryOf, options: Partial<CommandListOptions>) =>
  (profile: Profile): fc.Arbitrary<HistoryPlan> =>
    fc.record({
      commands: commandList({
        ids: IDS,
        contents: CONTENTS,
        listings: kind.product === 'payin',
        ...options,
      }),
      // What goes wrong here goes wrong between commands: all shrinking is spent on having fewer of them.
      contents: fc.noShrink(fc.array(kind.differing(profile), { minLength: IDS, maxLength: IDS })),
    });

/** IDEM-006, AMT-007: whatever is created, repeated and asked for, each id has one order (S003 "unique under the same appid"). */
const anyHistory = (of: HistoryOf): LesspayScenario =>
  scenario<HistoryPlan, HistoryEvidence>({
    id: `IDEM-006-history-${of.suffix}`,
    title: `After any history of ${of.suffix} creates, repeats and queries, some of them at the same moment, each id has one order with the amounts of its create`,
    weight: HISTORY_WEIGHT,
    claimed: of.kind.claimed,
    given: planned(of, {}),
    drive: (actors, plan) => runHistory(actors, of.kind, plan),
    judge: { 'IDEM-006': oneOrderForEachId, 'AMT-007': amountsAreKept },
  });

/** IDEM-006, AMT-007, STATE-012: the same while the operator moves the orders. */
const settledHistory = (of: HistoryOf): LesspayScenario =>
  scenario<HistoryPlan, HistoryEvidence>({
    id: `IDEM-006-settled-history-${of.suffix}`,
    title: `After any history of ${of.suffix} creates, repeats, queries and moves by the operator, each id has one order, in a state that follows from the moves`,
    needs: ['control'],
    weight: HISTORY_WEIGHT,
    claimed: of.kind.claimed,
    given: planned(of, { settleTo: [...new Set(of.machine.transitions.map(({ to }) => to))] }),
    drive: (actors, plan) => runHistory(actors, of.kind, plan),
    judge: {
      'IDEM-006': oneOrderForEachId,
      'AMT-007': amountsAreKept,
      'STATE-012': statesFollowTheLifeCycle,
    },
  });

/** IDEM-001 to IDEM-005, FMT-014: after any history an id is in use as it was, and no two ids share an order. */
const repeatsAfterHistory = (of: HistoryOf): LesspayScenario =>
  scenario<HistoryPlan, HistoryEvidence>({
    id: of.answers,
    title: `During and after any history of ${of.suffix} creates, a repeat is answered as right after the create, and each id has an order of its own`,
    weight: HISTORY_WEIGHT,
    claimed: of.kind.claimed,
    given: planned(of, {
      opening: [
        { idSlot: 0, contentSlot: 0 },
        { idSlot: 1, contentSlot: 0 },
      ],
      closing: [
        { idSlot: 0, contentSlot: 0 },
        { idSlot: 0, contentSlot: 1 },
      ],
    }),
    drive: (actors, plan) => runHistory(actors, of.kind, plan),
    judge: { ...of.judges, 'FMT-014': ordersAreDistinct },
  });

const kinds: readonly HistoryOf[] = [
  {
    kind: payinCreate,
    suffix: 'payin',
    machine: payinMachine,
    answers: 'IDEM-001-history',
    judges: {
      'IDEM-001': answersToRepeats('IDEM-001', { content: 'identical' }),
      'IDEM-002': answersToRepeats('IDEM-002', { content: 'other' }),
      'PAYIN-CREATE-033': ordersAreDistinct,
    },
  },
  {
    kind: batchCreate,
    suffix: 'batch',
    machine: payoutBatchMachine,
    answers: 'IDEM-003-history',
    judges: {
      'IDEM-003': answersToRepeats('IDEM-003', { content: 'identical' }),
      'IDEM-004': answersToRepeats('IDEM-004', { content: 'other' }),
    },
  },
  {
    kind: payoutCreate,
    suffix: 'payout',
    machine: payoutBatchMachine,
    answers: 'IDEM-005-history',
    judges: {
      'IDEM-005': (evidence) => [
        ...answersToRepeats('IDEM-005', { content: 'identical', situation: 'identical repeat' })(evidence),
        ...answersToRepeats('IDEM-005', { content: 'other', situation: 'other content' })(evidence),
      ],
    },
  },
];

/** Histories of creates, repeats, queries and moves: what holds of one create and its repeat holds after anything else, too. */
export const histories: readonly LesspayScenario[] = kinds.flatMap((of) => [
  anyHistory(of),
  settledHistory(of),
  repeatsAfterHistory(of),
]);
