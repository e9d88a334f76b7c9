import type { LesspayScenario } from '../scenario.js';
import { answeredWithThePayout, deliversTheWebhook, whileItIsPending } from './known.js';
import { unknownOrder, withoutIdentifier } from './refused.js';

/** Trigger Payout Notification: the webhook of a payout once more, on demand. */
export const payoutNotifyScenarios: readonly LesspayScenario[] = [
  answeredWithThePayout,
  deliversTheWebhook,
  unknownOrder,
  withoutIdentifier,
  whileItIsPending,
];
