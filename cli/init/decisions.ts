import type { Exchange } from '../../harness/exchange.js';
import type { OperationName } from '../../protocols/lesspay/operations.js';
import { isOffered, type Support, seen, supportIn } from './answer.js';
import type { FullStatement } from './statement.js';

/** Tells the user about one decision, in one line. */
export type Tell = (line: string) => void;

/** One value of a list of claims, with the answers that speak about it. */
export interface Probed<T> {
  readonly value: T;
  readonly answers: readonly Exchange[];
  /** True where a refusal may have another reason than missing support. */
  readonly refusalIsUnclear?: boolean;
}

/** What the answers together say: one acceptance is enough. */
export function supportOf<T>({ answers, refusalIsUnclear = false }: Probed<T>): Support {
  const found = answers.map(supportIn);
  if (found.includes('accepted')) return 'accepted';
  return found.includes('refused') && !refusalIsUnclear ? 'refused' : 'unclear';
}

/** Decides whether an endpoint is claimed, and says so. */
export function decideEndpoint(
  endpoints: FullStatement['endpoints'],
  name: OperationName,
  answer: Exchange,
  tell: Tell,
): void {
  const offered = isOffered(answer);
  if (offered !== null) endpoints[name] = offered;
  const decision = offered === null ? 'cannot tell, left claimed' : offered ? 'offered' : 'not offered';
  tell(`endpoints.${name}: ${decision}. ${seen(answer)}`);
}

/**
 * Decides which values of a list are claimed, and says so for each. What the answers do not tell stays claimed. A list that
 * must not be empty stays whole when nothing of it was accepted.
 */
export function decideList<T extends string>(
  claim: string,
  probed: readonly Probed<T>[],
  { mayBeEmpty }: { readonly mayBeEmpty: boolean },
  tell: Tell,
): T[] {
  const kept: T[] = [];
  for (const each of probed) {
    const support = supportOf(each);
    if (support !== 'refused') kept.push(each.value);
    const words = { accepted: 'accepted', refused: 'not accepted', unclear: 'cannot tell, left claimed' }[support];
    const telling = each.answers.find((answer) => supportIn(answer) === support) ?? each.answers.at(-1);
    tell(`${claim} ${each.value}: ${words}. ${telling === undefined ? 'Nothing could be asked.' : seen(telling)}`);
  }
  if (kept.length > 0 || mayBeEmpty) return kept;
  tell(`${claim}: nothing was accepted, left as it is. Name what the application has.`);
  return probed.map(({ value }) => value);
}

/** Says that a claim was not looked at. */
export function notProbed(claims: string, why: string, tell: Tell): void {
  tell(`${claims}: not probed, left claimed. ${why}`);
}
