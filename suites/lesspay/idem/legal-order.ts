/** What a create was answered with. `unknown`: no answer, or one that does not say whether the create took effect. */
export type CreateAnswer =
  | { readonly kind: 'order'; readonly id: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' };

/** One of several creates with the same `request_id`. */
export interface Attempt {
  /** What was asked for; equal text for equal content. */
  readonly content: string;
  readonly answer: CreateAnswer;
  /** When it was sent and when its answer was there, in milliseconds of one clock. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** An order that a query for the `request_id` showed after all creates were answered. */
export interface FoundOrder {
  readonly id: string;
  /** As of an attempt; null when the query does not show the content. */
  readonly content: string | null;
}

/** Why the answers can, or cannot, be those of a platform that takes one create after the other. */
export type Explanation =
  | { readonly kind: 'explained'; readonly accepted: boolean }
  | { readonly kind: 'unexplained'; readonly expected: string; readonly received: string };

const unexplained = (expected: string, received: string): Explanation => ({ kind: 'unexplained', expected, received });

/**
 * Looks for an order of the creates, one after the other, that explains all answers and what is there in the end: the first
 * that takes effect makes the order, and none of the others makes another. Since the others change nothing, an order is
 * explained by its first create: one whose content the order has, that may have taken effect, and that was not sent only after
 * another had already been answered with the order.
 *
 * `accepted` is false when none of the creates was answered with an order: legal, but worth knowing. Pure.
 */
export function explainedBySomeLegalOrder(attempts: readonly Attempt[], found: readonly FoundOrder[]): Explanation {
  const told = [...new Set(attempts.flatMap(({ answer }) => (answer.kind === 'order' ? [answer.id] : [])))];
  const there = [...new Set(found.map(({ id }) => id))];
  const all = [...new Set([...told, ...there])];
  if (all.length > 1) {
    return unexplained('one order for the `request_id`', `${all.length} orders: ${all.join(', ')}`);
  }
  const accepted = told.length > 0;
  const [order] = found;
  if (order === undefined) {
    return accepted
      ? unexplained(`the query finds order ${told[0]}, which a create was answered with`, 'no order')
      : { kind: 'explained', accepted };
  }
  const firstAnswerAt = Math.min(
    ...attempts.map(({ answer, answeredAt }) => (answer.kind === 'order' ? answeredAt : Number.POSITIVE_INFINITY)),
  );
  const mayBeFirst = attempts.filter(
    ({ answer, sentAt }) => sentAt <= firstAnswerAt && (!accepted || answer.kind !== 'refused'),
  );
  return order.content === null || mayBeFirst.some(({ content }) => content === order.content)
    ? { kind: 'explained', accepted }
    : unexplained(
        `the content of a create that may have been the first: ${[...new Set(mayBeFirst.map(({ content }) => content))].join('; or ')}`,
        order.content,
      );
}
