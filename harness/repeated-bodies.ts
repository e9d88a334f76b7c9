import { createHash } from 'node:crypto';
import type { Exchange } from './exchange.js';

/** A body that several messages have: it is stored once, and named by its digest afterwards. */
export interface BodyRecord {
  readonly type: 'body';
  /** Of the UTF-8 bytes of `text`, lower-case hexadecimal. */
  readonly sha256: string;
  readonly text: string;
}

/** The digests of the bodies that an exchange record leaves out. */
export interface BodyReferences {
  readonly request?: string;
  readonly response?: string;
}

/** An exchange as a line of evidence holds it: where `bodies` names a digest, the message's own body is empty. */
export interface StoredExchange {
  readonly type: 'exchange';
  readonly exchange: Exchange;
  readonly bodies?: BodyReferences;
}

/** Shorter bodies cost less than their digest. */
const SHORTEST_STORED_ONCE = 200;

/** What writer and reader remember: so many bodies, and so many characters of them. What was forgotten is stored again. */
const MOST_BODIES = 2048;
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Forgets what was not used for longest. Writer and reader do the same steps, so that both forget the same. */
class Recent<T> {
  readonly #items = new Map<string, { readonly item: T; readonly characters: number }>();
  #characters = 0;

  add(key: string, item: T, characters: number): void {
    this.#items.set(key, { item, characters });
    this.#characters += characters;
    for (const [oldest, { characters: own }] of this.#items) {
      if (this.#items.size <= MOST_BODIES && this.#characters <= MOST_CHARACTERS) break;
      this.#items.delete(oldest);
      this.#characters -= own;
    }
  }

  use(key: string): { readonly item: T } | null {
    const found = this.#items.get(key);
    if (found === undefined) return null;
    this.#items.delete(key);
    this.#items.set(key, found);
    return found;
  }
}

/** Which of an exchange's two bodies. */
type Side = 'request' | 'response';

const SIDES: readonly Side[] = ['request', 'response'];

function withBody(exchange: Exchange, side: Side, body: string): Exchange {
  if (side === 'request') return { ...exchange, request: { ...exchange.request, body } };
  return exchange.response === null ? exchange : { ...exchange, response: { ...exchange.response, body } };
}

/** The writing side: a body that comes for the second time is written as a record of its own, and from then on left out. */
export class BodyFolder {
  readonly #seen = new Recent<null>();
  readonly #stored = new Recent<null>();

  /** The records to write for one exchange, in order. */
  fold(exchange: Exchange): readonly (BodyRecord | StoredExchange)[] {
    const records: BodyRecord[] = [];
    const bodies: { -readonly [side in Side]?: string } = {};
    let stored = exchange;
    for (const side of SIDES) {
      const text = exchange[side]?.body ?? '';
      if (text.length < SHORTEST_STORED_ONCE) continue;
      const sha256 = digestOf(text);
      if (this.#stored.use(sha256) === null) {
        if (this.#seen.use(sha256) === null) {
          this.#seen.add(sha256, null, 0);
          continue;
        }
        records.push({ type: 'body', sha256, text });
        this.#stored.add(sha256, null, text.length);
      }
      bodies[side] = sha256;
      stored = withBody(stored, side, '');
    }
    if (stored === exchange) return [{ type: 'exchange', exchange }];
    return [...records, { type: 'exchange', exchange: stored, bodies }];
  }
}

/** Why a body cannot be put back. */
export type BodyProblem = 'digest' | 'missing';

/** The reading side: puts the bodies back. */
export class BodyUnfolder {
  readonly #stored = new Recent<string>();

  /** Remembers a body. Returns what is wrong with it, or null. */
  keep({ sha256, text }: BodyRecord): BodyProblem | null {
    if (digestOf(text) !== sha256) return 'digest';
    this.#stored.add(sha256, text, text.length);
    return null;
  }

  /** The exchange with its bodies; `missing` when one was not stored before. */
  unfold({ exchange, bodies }: StoredExchange): Exchange | 'missing' {
    let whole = exchange;
    for (const side of SIDES) {
      const sha256 = bodies?.[side];
      if (sha256 === undefined) continue;
      const found = this.#stored.use(sha256);
      if (found === null) return 'missing';
      whole = withBody(whole, side, found.item);
    }
    return whole;
  }
}
