import { type Check, unmet } from '../../../../harness/check.js';
import { meets } from '../../reading/outcomes.js';
import type { HistoryEvidence } from './run-history.js';
import { readStory, type SentCreate } from './story.js';

/** The order that is known to have an id: the create that made it. */
interface First {
  readonly create: SentCreate;
  /** False once the id led to a second order: answers after that say nothing new. */
  readonly sound: boolean;
}

/** The creates that were sent when it was certain which create had made the order of their id, beside that one. */
function certainRepeats(creates: readonly SentCreate[]): { readonly first: SentCreate; readonly again: SentCreate }[] {
  const firsts = new Map<number, First>();
  const unknown = new Set<number>();
  const repeats: { readonly first: SentCreate; readonly again: SentCreate }[] = [];
  const moments = [...new Set(creates.map(({ at }) => at))].sort((a, b) => a - b);
  for (const moment of moments) {
    const sent = creates.filter(({ at }) => at === moment);
    for (const idSlot of new Set(sent.map((create) => create.idSlot))) {
      const group = sent.filter((create) => create.idSlot === idSlot);
      const known = firsts.get(idSlot);
      if (known?.sound === true) repeats.push(...group.map((again) => ({ first: known.create, again })));
      const accepted = group.filter(({ answer }) => answer.kind === 'order');
      const orders = new Set([...(known === undefined ? [] : [known.create]), ...accepted].map(orderOf));
      const [create] = accepted;
      if (known !== undefined) firsts.set(idSlot, { ...known, sound: known.sound && orders.size === 1 });
      else if (create !== undefined && !unknown.has(idSlot)) {
        const oneContent = accepted.every(({ contentSlot }) => contentSlot === create.contentSlot);
        const clear = oneContent && group.every(({ answer }) => answer.kind !== 'unknown');
        firsts.set(idSlot, { create, sound: clear && orders.size === 1 });
      }
      if (group.some(({ answer }) => answer.kind === 'unknown')) unknown.add(idSlot);
    }
  }
  return repeats;
}

const orderOf = ({ answer }: SentCreate): string => (answer.kind === 'order' ? answer.id : '');

/**
 * IDEM-001 to IDEM-005 over a whole history: whatever happened since, a create with an id in use is answered as the catalogue says.
 * `content` chooses the repeats with the content of the create that made the order, or those with another. What became of the order
 * is left to IDEM-006.
 */
export function answersToRepeats(
  id: string,
  { content, situation = 'default' }: { readonly content: 'identical' | 'other'; readonly situation?: string },
) {
  return (evidence: HistoryEvidence): Check[] => {
    const chosen = certainRepeats(readStory(evidence).creates).filter(
      ({ first, again }) => (first.contentSlot === again.contentSlot) === (content === 'identical'),
    );
    return chosen.length === 0
      ? [unmet('noRepeat', 'No create of the history repeats one that was certainly accepted.')]
      : chosen.flatMap(({ first, again }) => meets(id, again.exchange, situation, { first: first.exchange }));
  };
}
