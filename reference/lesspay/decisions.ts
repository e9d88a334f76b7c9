import type { AnswerTable } from './core/violation.js';
import { payinAnswers, payoutAnswers } from './decisions/answers.js';
import type { Checks } from './decisions/check.js';
import { batchDetail, createBatch, createBatchRules } from './decisions/create-batch.js';
import { createPayin, createPayinRules } from './decisions/create-payin.js';
import { createPayout, createPayoutRules } from './decisions/create-payout.js';
import { type Credentials, credentials } from './decisions/credentials.js';
import { type Envelope, envelope } from './decisions/envelope.js';
import { fetchPayin } from './decisions/fetch-payin.js';
import { type Lifecycle, lifecycle } from './decisions/lifecycle.js';
import { type Lookup, lookup } from './decisions/lookup.js';
import { type Notifications, notifications } from './decisions/notifications.js';
import {
  fetchBalance,
  fetchBalanceRules,
  fetchPayout,
  listBanks,
  listBanksRules,
  triggerNotify,
} from './decisions/other-payout.js';
import { type PayinOrders, payinOrders } from './decisions/payin-orders.js';
import { type PayoutOrders, payoutOrders } from './decisions/payout-orders.js';
import { type RequestIds, requestIds } from './decisions/request-ids.js';
import { type Services, services } from './decisions/services.js';
import { type Step, steps } from './decisions/steps.js';
import { type Syntax, syntax } from './decisions/syntax.js';
import { type Transport, transport } from './decisions/transport.js';

type Named<Group> = Checks<Extract<keyof Group, string>>;

/**
 * Everything that the platform decides, as small named functions and values in groups. The platform's code asks these and
 * nothing else, so a variant or a fault is a change of one of them: see `amend`.
 */
export interface Decisions {
  /** The steps of judging a request, in order (section 9.5 of the protocol reference). */
  readonly steps: readonly Step[];
  readonly transport: Transport;
  readonly payinAnswers: AnswerTable;
  readonly payoutAnswers: AnswerTable;
  readonly envelope: Envelope;
  readonly credentials: Credentials;
  readonly syntax: Syntax;
  /** Checks of the members of each message, and, as `…Rules`, of the whole against application and channel. */
  readonly createPayin: Named<typeof createPayin>;
  readonly createPayinRules: Named<typeof createPayinRules>;
  readonly fetchPayin: Named<typeof fetchPayin>;
  readonly createPayout: Named<typeof createPayout>;
  readonly createPayoutRules: Named<typeof createPayoutRules>;
  readonly createBatch: Named<typeof createBatch>;
  readonly batchDetail: Named<typeof batchDetail>;
  readonly createBatchRules: Named<typeof createBatchRules>;
  readonly fetchPayout: Named<typeof fetchPayout>;
  readonly triggerNotify: Named<typeof triggerNotify>;
  readonly listBanks: Named<typeof listBanks>;
  readonly listBanksRules: Named<typeof listBanksRules>;
  readonly fetchBalance: Named<typeof fetchBalance>;
  readonly fetchBalanceRules: Named<typeof fetchBalanceRules>;
  readonly requestIds: RequestIds;
  readonly lookup: Lookup;
  readonly payinOrders: PayinOrders;
  readonly payoutOrders: PayoutOrders;
  readonly services: Services;
  readonly lifecycle: Lifecycle;
  readonly notifications: Notifications;
}

/** What the documents say, and where they are silent, the choices of Annex A of the protocol reference. */
export const annexA: Decisions = {
  steps,
  transport,
  payinAnswers,
  payoutAnswers,
  envelope,
  credentials,
  syntax,
  createPayin,
  createPayinRules,
  fetchPayin,
  createPayout,
  createPayoutRules,
  createBatch,
  batchDetail,
  createBatchRules,
  fetchPayout,
  triggerNotify,
  listBanks,
  listBanksRules,
  fetchBalance,
  fetchBalanceRules,
  requestIds,
  lookup,
  payinOrders,
  payoutOrders,
  services,
  lifecycle,
  notifications,
};

/**
 * The decisions with some of one group changed.
 *
 * @example amend(annexA, 'createBatchRules', { totalIsTheSum: unchecked })
 * @example amend(annexA, 'payoutAnswers', { duplicateDetail: { status: 200, code: 30000 } })
 */
export function amend<Group extends Exclude<keyof Decisions, 'steps'>>(
  decisions: Decisions,
  group: Group,
  changes: Partial<Decisions[Group]>,
): Decisions {
  return { ...decisions, [group]: { ...decisions[group], ...changes } };
}
