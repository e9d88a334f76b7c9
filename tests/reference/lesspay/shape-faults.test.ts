import { describe, expect, test } from 'vitest';
import { lesspayRequirements } from '../../../protocols/lesspay/requirements/index.js';
import { newApplication } from '../../../reference/lesspay/core/application.js';
import type { JsonObject } from '../../../reference/lesspay/core/json.js';
import type { PayinOrder, PayoutOrder } from '../../../reference/lesspay/core/orders.js';
import type { Place } from '../../../reference/lesspay/decisions/payout-orders.js';
import { annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { createdShapes } from '../../../reference/lesspay/faults/shape/created.js';
import { envelopeShapes } from '../../../reference/lesspay/faults/shape/envelopes.js';
import { payinShapes } from '../../../reference/lesspay/faults/shape/payins.js';
import { payoutShapes } from '../../../reference/lesspay/faults/shape/payouts.js';
import { shapeKinds } from '../../../reference/lesspay/faults/shape/reshape.js';
import { unplanted } from '../../../reference/lesspay/faults/shape/unplanted.js';
import { everyShapeFault, shapeFaults } from '../../../reference/lesspay/faults/shape.js';
import { type MessagePart, messageParts } from '../../../reference/lesspay/messages.js';

const shapes = [...createdShapes, ...envelopeShapes, ...payinShapes, ...payoutShapes];
const ids = new Set(lesspayRequirements.map(({ id }) => id));

const application = newApplication({ appId: 'a', appSecret: 's' });
const base = {
  requestId: 'R1',
  appId: application.appId,
  contentDigest: '',
  createdAt: 1_768_269_600_000,
  notifyUrl: null,
  expiresAt: null,
} as const;
const payin: PayinOrder = {
  ...base,
  kind: 'payin',
  payOrderId: 'P1',
  status: 'PENDING_PAY',
  amount: '10.00',
  currency: 'USD',
  productName: 'Shoes',
  description: 'One pair',
  successUrl: 'https://example.com/s',
  failUrl: 'https://example.com/f',
  apiVersion: 'v2',
  access: 1,
  wayCode: 'CHECKOUT_CARDPAYMENT',
  wayType: 'CARD_PAYMENT',
  session: { token: 't', secret: 's' },
  completeTime: null,
  errorCode: null,
  errorMsg: null,
};
const detail = annexA.payoutOrders.newDetail({
  mchOrderId: 'R1',
  amount: '10.00',
  detailId: 'POD1',
  beneficiary: {
    accountNo: null,
    accountName: null,
    accountType: null,
    bankName: null,
    country: null,
    swiftCode: null,
  },
});
const single: PayoutOrder = {
  ...base,
  kind: 'payout',
  payOrderId: 'PO1',
  status: 'PENDING_CONFIRM',
  currency: 'PHP',
  totalAmount: '10.00',
  day: '2026-01-13',
  failReason: null,
  details: [detail],
};
const batch: PayoutOrder = { ...single, details: [{ ...detail, mchOrderId: 'D1' }] };

/** Every part of a message as the decisions write it. */
function messagesOf(decisions: Decisions): Readonly<Record<MessagePart, JsonObject>> {
  const { envelope, payinOrders, payoutOrders, notifications, services } = decisions;
  const view = (place: Place) => payoutOrders.view(batch, [detail], place);
  const list = payinOrders.list({ total: 1, page: 1, pageSize: 20, records: [payinOrders.record(payin)] });
  return {
    success: envelope.success({ any: 1 }),
    failure: envelope.failure({ status: 200, code: 11 }, 'wrong'),
    createdPayin: payinOrders.created(payin, payinOrders.checkoutUrl(payin)),
    payinList: list,
    payinRecord: payinOrders.record(payin),
    createdPayout: payoutOrders.created(single),
    createdBatch: payoutOrders.created(batch),
    payoutQuery: view('query'),
    payoutQueryDetail: payoutOrders.detailView(detail, 'query'),
    triggerAnswer: view('triggerAnswer'),
    triggerAnswerDetail: payoutOrders.detailView(detail, 'triggerAnswer'),
    payoutWebhook: view('webhook'),
    payoutWebhookDetail: payoutOrders.detailView(detail, 'webhook'),
    payinWebhook: notifications.payinBody(payin, null),
    riskWebhook: notifications.payinBody(payin, { event: 'dispute_received', eventData: {} }),
    bank: (services.banks({ country: 'PH', currency: 'PHP', wayCode: 'TAZAPAY_PAYOUT' }) as unknown[])[0],
    balance: services.balance({ wayCode: 'TAZAPAY_PAYOUT', currency: 'PHP', balance: '1.00' }),
  } as Record<MessagePart, JsonObject>;
}

describe('shape faults', () => {
  test('every requirement they name is in the catalogue, and no id occurs twice', () => {
    const named = everyShapeFault.flatMap(({ must, may }) => [...must, ...may]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(everyShapeFault.map(({ id }) => id)).size).toBe(everyShapeFault.length);
    expect(everyShapeFault.filter(({ must, may }) => must.length === 0 || may.some((id) => must.includes(id)))).toEqual(
      [],
    );
  });

  test('the ones that are planted by default are at least a hundred and have every kind', () => {
    expect(shapeFaults.length).toBeGreaterThanOrEqual(100);
    const every = new Set(everyShapeFault.map(({ id }) => id));
    expect(shapeFaults.filter(({ id }) => !every.has(id))).toEqual([]);
    for (const end of ['dropped', 'null', 'other-type', 'renamed', 'emptied']) {
      expect(shapeFaults.filter(({ id }) => id.endsWith(`-${end}`)).length).toBeGreaterThan(10);
    }
  });

  test('each changes its own part of the messages, and what that part is shown in', () => {
    const before = messagesOf(annexA);
    const planned = shapes.flatMap((shape) =>
      shapeKinds.filter((kind) => shape.must[kind] !== undefined).map(() => shape.part),
    );
    expect(everyShapeFault).toHaveLength(planned.length);
    for (const [index, fault] of everyShapeFault.entries()) {
      const after = messagesOf(fault.change(annexA));
      const changed = messageParts.filter((part) => JSON.stringify(after[part]) !== JSON.stringify(before[part]));
      const part = planned[index];
      expect({ id: fault.id, changed }).toEqual({
        id: fault.id,
        changed: part === 'payinRecord' ? ['payinList', 'payinRecord'] : [part],
      });
    }
  });

  test('every member that is shown is planted or has a reason, kind by kind', () => {
    const missing = Object.entries(messagesOf(annexA)).flatMap(([part, message]) =>
      Object.keys(message).flatMap((path) =>
        shapeKinds
          .filter((kind) => {
            const isPlanted = shapes.some(
              (shape) => shape.part === part && shape.path === path && shape.must[kind] !== undefined,
            );
            const hasReason = unplanted.some(
              ({ parts, paths, kinds }) =>
                parts.some((known) => known === part) && paths.includes(path) && (kinds?.includes(kind) ?? true),
            );
            return !isPlanted && !hasReason;
          })
          .map((kind) => `${part} ${path} ${kind}`),
      ),
    );
    expect(missing).toEqual([]);
  });
});
