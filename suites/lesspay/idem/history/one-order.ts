import { type Check, holds, met, remarked, unmet, violated } from '../../../../harness/check.js';
import { recordOrderId } from '../../reading/orders.js';
import { type Attempt, explainedBySomeLegalOrder, type FoundOrder } from '../legal-order.js';
import { comparable, sentContent, shownContent } from './content.js';
import type { HistoryEvidence } from './run-history.js';
import { type Look, readStory, type SentCreate, type Story } from './story.js';

/** What earlier looks at an id leave possible. */
interface Known {
  readonly order: string;
  /** The content slots that the order may have; null while no look told. */
  readonly contents: ReadonlySet<number> | null;
}

/**
 * IDEM-006 over a whole history: whatever is seen of an id at any time is explained by some order in which the creates before may
 * have taken effect, and it stays so whatever is sent afterwards. Ids that no create used have no order.
 */
export function oneOrderForEachId(evidence: HistoryEvidence): Check[] {
  const story = readStory(evidence);
  const accepted = story.creates.some(({ answer }) => answer.kind === 'order');
  const slots = [...new Set(story.looks.map(({ idSlot }) => idSlot))];
  return [
    ...slots.flatMap((idSlot) => checksOf(idSlot, story)),
    ...story.unclear,
    ...(accepted ? [] : [unmet('nothingAccepted', 'None of the creates of the history was accepted.')]),
  ];
}

/** Ends with the first violation: what follows from it would only repeat it. */
function checksOf(idSlot: number, story: Story): Check[] {
  const creates = story.creates.filter((create) => create.idSlot === idSlot);
  const checks: Check[] = [];
  let known: Known | null = null;
  for (const look of story.looks.filter((each) => each.idSlot === idSlot)) {
    const before = creates.filter(({ at }) => at < look.at);
    const { check, now } = explain(look, before, known, story);
    checks.push(check);
    if (check.kind === 'violated') break;
    known = now;
  }
  return checks;
}

function explain(
  look: Look,
  creates: readonly SentCreate[],
  known: Known | null,
  { operation, ids }: Story,
): { readonly check: Check; readonly now: Known | null } {
  const { exchange, orders } = look;
  const [order] = orders;
  const shownIds = orders.map(recordOrderId).filter((id) => id !== null);
  if (creates.length === 0) {
    const none = `no order: nothing was created with the \`request_id\` ${ids[look.idSlot] ?? ''} so far`;
    return { check: holds(orders.length === 0, none, () => `order ${shownIds.join(', ')}`, exchange), now: known };
  }

  const content = order === undefined ? null : shownContent(order, operation);
  const texts =
    content === null
      ? null
      : comparable(
          creates.map((create) => sentContent(create.exchange)),
          content,
        );
  const found: FoundOrder[] = shownIds.map((id) => ({ id, content: texts?.shown ?? null }));
  const attempts = creates.map(({ at, answer }, index): Attempt => {
    // A command begins when everything before it was answered: the numbers of commands are times.
    return { content: texts?.sent[index] ?? '', answer, sentAt: at, answeredAt: at + 0.5 };
  });
  if (order === undefined && !look.complete) return { check: met, now: known };
  const explanation = explainedBySomeLegalOrder(attempts, found);
  if (explanation.kind === 'unexplained') {
    return { check: violated(explanation.expected, explanation.received, exchange), now: known };
  }
  const [id] = shownIds;
  if (known !== null && id !== known.order) {
    return {
      check: violated(`order ${known.order}, as before`, id === undefined ? 'no order' : `order ${id}`, exchange),
      now: known,
    };
  }
  if (id === undefined) {
    const check = explanation.accepted
      ? met
      : remarked('none of the creates with this `request_id` was accepted', exchange);
    return { check, now: known };
  }
  return staysAsItWas(look, creates, texts, { order: id, contents: known?.contents ?? null });
}

/** The order keeps the content that earlier looks showed: of several possible ones, it never changes between them. */
function staysAsItWas(
  { exchange }: Look,
  creates: readonly SentCreate[],
  texts: ReturnType<typeof comparable> | null,
  known: Known,
): { readonly check: Check; readonly now: Known } {
  if (texts === null || texts.shown === null) return { check: met, now: known };
  const fitting = creates.filter((_, index) => texts.sent[index] === texts.shown).map(({ contentSlot }) => contentSlot);
  const possible = fitting.filter((contentSlot) => known.contents?.has(contentSlot) ?? true);
  const check = holds(possible.length > 0, 'the content that was shown before', () => texts.shown ?? '', exchange);
  return { check, now: { ...known, contents: new Set(possible) } };
}
