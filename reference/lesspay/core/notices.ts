import type { RiskNotice } from '../decisions/notifications.js';
import type { Decisions } from '../decisions.js';
import type { Application } from './application.js';
import type { PayinOrder, PayoutOrder } from './orders.js';
import { payoutView } from './views.js';

/** A webhook that is to be sent. Its text is the same for every attempt. */
export interface Notice {
  readonly payOrderId: string;
  readonly url: string;
  readonly text: string;
  readonly signature: string;
}

/** The application that the order belongs to, and the one whose secret signs. */
export interface Parties {
  readonly owner: Application;
  readonly signer: Application;
}

/** The webhook about a pay-in, a risk event where there is one; null when nobody is to be told. */
export function payinNotice(
  order: PayinOrder,
  risk: RiskNotice | null,
  { owner, signer }: Parties,
  { notifications }: Decisions,
): Notice | null {
  const url = notifications.target(order, owner);
  if (url === null) return null;
  const text = notifications.text(notifications.payinBody(order, risk));
  const signature = notifications.payinSignature(text, order, signer);
  return { payOrderId: order.payOrderId, url, text, signature };
}

/** The webhook about a payout as it is now; null when nobody is to be told. */
export function payoutNotice(order: PayoutOrder, { owner, signer }: Parties, decisions: Decisions): Notice | null {
  const { notifications } = decisions;
  const url = notifications.target(order, owner);
  if (url === null) return null;
  const text = notifications.text(notifications.payoutBody(payoutView(order, 'webhook', decisions)));
  return { payOrderId: order.payOrderId, url, text, signature: notifications.payoutSignature(text, signer) };
}
