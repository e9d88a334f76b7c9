import { minorDigits } from '../../../../generators/lesspay/amounts.js';
import { type Exchange, isJsonObject, type Json } from '../../../../harness/exchange.js';
import { amountValue } from '../../reading/amount-value.js';
import { detailsOf, sentBody } from '../../reading/orders.js';

type JsonObject = { readonly [name: string]: Json };

/** What a create asked for, or what a query shows of the order. */
export interface Content {
  /** By the name of the amount, as they are written. */
  readonly amounts: ReadonlyMap<string, Json>;
  /** Texts that tell two contents apart where a query happens to show them. */
  readonly texts: ReadonlyMap<string, Json>;
  /** Of a single payout that was sent: the decimals of its currency. Its amount may be shown in minor units (E-22). */
  readonly minorDigits?: number;
}

/** Members with these names are shown as they were sent, or not at all. */
const TEXTS = ['product_name', 'description'] as const;

const present = (entries: readonly (readonly [string, Json | undefined])[]): ReadonlyMap<string, Json> =>
  new Map(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined && entry[1] !== null));

const detailAmounts = (details: readonly JsonObject[]): [string, Json | undefined][] =>
  details.map((detail) => [`the amount of detail ${JSON.stringify(detail.mch_order_id ?? null)}`, detail.amount]);

/** The content of a create that was sent. */
export function sentContent(create: Exchange): Content {
  const body = sentBody(create);
  switch (create.operation) {
    case 'createPayin':
      return {
        amounts: present([['target_amount', body.target_amount]]),
        texts: present(TEXTS.map((name) => [name, body[name]])),
      };
    case 'createPayoutBatch': {
      const { payout_order_details: list } = body;
      const details = Array.isArray(list) ? (list as readonly Json[]).filter(isJsonObject) : [];
      return {
        amounts: present([['total_amount', body.total_amount], ...detailAmounts(details)]),
        texts: new Map(),
      };
    }
    default:
      return {
        amounts: present([
          ['total_amount', body.amount],
          ['the amount of the only detail', body.amount],
        ]),
        texts: new Map(),
        minorDigits: minorDigits(String(body.currency)),
      };
  }
}

/** The content of an order that a query shows; `operation` is the one that creates such orders. */
export function shownContent(order: JsonObject, operation: string | null): Content {
  switch (operation) {
    case 'createPayin':
      return {
        amounts: present([['target_amount', order.target_amount]]),
        texts: present(TEXTS.map((name) => [name, order[name]])),
      };
    case 'createPayoutBatch':
      return {
        amounts: present([['total_amount', order.total_amount], ...detailAmounts(detailsOf(order))]),
        texts: new Map(),
      };
    default: {
      const [only, ...others] = detailsOf(order);
      return {
        amounts: present([
          ['total_amount', order.total_amount],
          ['the amount of the only detail', others.length === 0 ? only?.amount : undefined],
        ]),
        texts: new Map(),
      };
    }
  }
}

/** True when the two are the same number, however they are written. */
export function isSameAmount(a: Json | undefined, b: Json | undefined): boolean {
  const left = amountValue(a);
  const right = amountValue(b);
  return left !== null && right !== null && left.isEqualTo(right);
}

/** True when each amount that both name is the same; all of a single payout's may be in minor units. */
export function hasAmountsOf(shown: Content, sent: Content): boolean {
  const all = (same: (value: Json, other: Json | undefined) => boolean): boolean =>
    [...shown.amounts].every(([name, value]) => !sent.amounts.has(name) || same(value, sent.amounts.get(name)));
  const { minorDigits: digits } = sent;
  if (all(isSameAmount) || digits === undefined) return all(isSameAmount);
  return all((value, other) => isSameAmount(value, amountValue(other)?.shiftedBy(digits).toFixed()));
}

/**
 * Texts for comparing contents: equal for contents that the order shown does not tell apart. `shown` is null when the order shows
 * none of the contents sent: then it says nothing about which create came first.
 */
export function comparable(
  sent: readonly Content[],
  order: Content,
): { readonly sent: readonly string[]; readonly shown: string | null } {
  const texts = [...order.texts].filter(([name, value]) => sent.some((content) => content.texts.get(name) === value));
  const names = [...order.amounts.keys(), ...texts.map(([name]) => name)];
  const written = ({ amounts, texts: all }: Content): string =>
    names
      .map((name) => {
        const amount = amounts.get(name);
        const value = amount === undefined ? all.get(name) : (amountValue(amount)?.toFixed() ?? amount);
        return `${name} ${value === undefined ? 'none' : JSON.stringify(value)}`;
      })
      .join(', ');
  const candidates = sent.map(written);
  const shown = written(order);
  return { sent: candidates, shown: names.length > 0 && candidates.includes(shown) ? shown : null };
}

/** The amounts of a content, for people. */
export function amountsInWords({ amounts }: Content): string {
  return [...amounts].map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ');
}
