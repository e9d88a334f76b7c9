import type { Fault } from '../bite.js';
import { type MessagePart, rewritten } from '../messages.js';
import { createdShapes } from './shape/created.js';
import { envelopeShapes } from './shape/envelopes.js';
import type { MemberShape } from './shape/member-shape.js';
import { payinShapes } from './shape/payins.js';
import { payoutShapes } from './shape/payouts.js';
import { reshaped, type ShapeKind, shapeKinds, shapeWords } from './shape/reshape.js';

/** Each part of a message in words, and the decision that writes it. */
const parts: Readonly<Record<MessagePart, { readonly words: string; readonly where: string }>> = {
  success: { words: 'every success', where: 'envelope.success' },
  failure: { words: 'every refusal', where: 'envelope.failure' },
  createdPayin: { words: 'the answer to a new pay-in', where: 'payinOrders.created' },
  payinList: { words: 'the answer to a pay-in query', where: 'payinOrders.list' },
  payinRecord: { words: 'each record of a pay-in query', where: 'payinOrders.record' },
  createdPayout: { words: 'the answer to a new single payout', where: 'payoutOrders.created' },
  createdBatch: { words: 'the answer to a new batch', where: 'payoutOrders.created' },
  payoutQuery: { words: 'the answer to a payout query', where: 'payoutOrders.view' },
  payoutQueryDetail: { words: 'each detail in the answer to a payout query', where: 'payoutOrders.detailView' },
  triggerAnswer: { words: 'the answer to a notification trigger', where: 'payoutOrders.view' },
  triggerAnswerDetail: {
    words: 'each detail in the answer to a notification trigger',
    where: 'payoutOrders.detailView',
  },
  payoutWebhook: { words: 'each payout webhook', where: 'payoutOrders.view' },
  payoutWebhookDetail: { words: 'each detail of a payout webhook', where: 'payoutOrders.detailView' },
  payinWebhook: { words: 'the webhook of a pay-in result', where: 'notifications.payinBody' },
  riskWebhook: { words: 'the webhook of a risk event', where: 'notifications.payinBody' },
  bank: { words: 'each entry of the bank list', where: 'services.banks' },
  balance: { words: 'the answer to a balance query', where: 'services.balance' },
};

const kebab = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[._]/g, '-')
    .toLowerCase();

function shapeFault(shape: MemberShape, kind: ShapeKind, must: readonly string[]): Fault {
  const { part, path, form, area, may } = shape;
  const { words, where } = parts[part];
  return {
    id: `shape-${kebab(part)}-${kebab(path)}-${kebab(kind)}`,
    defect: `In ${words}, \`${path}\` ${shapeWords[kind]}.`,
    area,
    layer: 'shape',
    where,
    must,
    may: may.filter((id) => !must.includes(id)),
    change: (decisions) => rewritten(decisions, part, (message) => reshaped(message, path, form, kind)),
  };
}

const shapes: readonly MemberShape[] = [...createdShapes, ...envelopeShapes, ...payinShapes, ...payoutShapes];

const faultsOf = (shape: MemberShape): readonly Fault[] =>
  shapeKinds.flatMap((kind) => {
    const must = shape.must[kind];
    return must === undefined ? [] : [shapeFault(shape, kind, must)];
  });

/** One fault for each member of a message and each kind of wrong form that breaks a requirement. */
export const everyShapeFault: readonly Fault[] = shapes.flatMap(faultsOf);

/**
 * Two faults for each member, other kinds for each next one, so that every message meets every kind: what judges a member
 * seldom tells the kinds apart, and all of them together take long.
 */
export const shapeFaults: readonly Fault[] = shapes.flatMap((shape, index) => {
  const all = faultsOf(shape);
  return all.filter((_, place) => place === index % all.length || place === (index + 2) % all.length);
});
