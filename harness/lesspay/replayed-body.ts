import type { Exchange } from '../exchange.js';
import { type ScannedScalar, scanScalars } from '../json-scan.js';
import { isJsonText } from '../json-text.js';
import { isMasked, madeUpValue } from './made-up-values.js';

/** Stands for twelve digits that a shell makes new each time. No recorded text that is replayed holds it. */
export const FRESH_DIGITS = '\u0000';

/** A recorded body as it can be sent again. */
export interface ReplayedBody {
  /** The text, with `FRESH_DIGITS` where it has a new id. */
  readonly text: string;
  /** Names of the members whose masked value was replaced by a made-up one. */
  readonly madeUp: readonly string[];
  /** True when it names an order by an id of the run. */
  readonly namesOrder: boolean;
}

/** Line ends and other control characters, half surrogate pairs: one line of text cannot carry them. */
const UNSPEAKABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Characters that a reader would not see, or that change the direction of others. In JSON they can only stand in strings. */
const INVISIBLE = /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/;

/** Ids of the run begin with its time and a number (harness/fresh-ids.ts). */
const FRESH_ID = /^[A-Za-z0-9]{12}/;
const FRESH_LENGTH = 12;

/**
 * What to send in place of a recorded body: masked values become made-up ones, and the id of a new order becomes a new one of the
 * same length. Ids that are asked about stay. Invisible characters are written as JSON escapes, which mean the same.
 *
 * @param creates whether the request creates an order
 * @param earlier the requests of the finding that were sent before
 * @returns the body; or, as a text, why it cannot be sent again
 */
export function replayedBody(
  exchange: Exchange,
  creates: boolean,
  earlier: readonly Exchange[],
): ReplayedBody | string {
  const { body, truncated } = exchange.request;
  if (truncated) return 'Its body was cut when it was recorded.';
  if (UNSPEAKABLE.test(body)) return 'Its body holds line ends or control characters, which one line cannot carry.';
  const element = exchange.intent?.element?.split('/').findLast((part) => /[a-z]/i.test(part));
  const parts: string[] = [];
  const madeUp = new Set<string>();
  let reason: string | null = null;
  let namesOrder = false;
  let done = 0;
  const put = ({ start, end }: ScannedScalar, by: string): void => {
    parts.push(body.slice(done, start), by);
    done = end;
  };
  scanScalars(
    body,
    () => true,
    (scalar) => {
      const { value, quoted, member } = scalar;
      if (isMasked(value)) {
        const invented = member === null || member === element ? null : madeUpValue(member, value, body);
        if (invented === null) reason ??= `What was sent in ${member ?? 'its body'} is masked.`;
        else {
          madeUp.add(member ?? '');
          put(scalar, JSON.stringify(invented));
        }
      } else if (/\*{4}|\[secret\]/.test(value)) reason ??= `A part of ${member ?? 'its body'} is masked.`;
      else if (member === 'request_id' && quoted) {
        if (!creates) namesOrder = true;
        else if (earlier.some(({ request }) => request.body.includes(JSON.stringify(value)))) {
          reason ??= 'It creates with an id that the case used before.';
        } else if (FRESH_ID.test(value))
          put(scalar, `"${FRESH_DIGITS}${JSON.stringify(value).slice(1 + FRESH_LENGTH)}`);
      } else if (member === 'pay_order_id') namesOrder = true;
    },
  );
  if (reason !== null) return reason;
  const text = [...parts, body.slice(done)].join('');
  if (!isJsonText(body) && INVISIBLE.test(body)) return 'Its body is no JSON and holds invisible characters.';
  return { text: text.replace(new RegExp(INVISIBLE, 'g'), escaped), madeUp: [...madeUp], namesOrder };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
