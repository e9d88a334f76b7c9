import * as fc from 'fast-check';
import { GeneratorError } from '../generator-error.js';
import { lengthBetween } from './ids.js';

/** What a text consists of. `astral` is outside the Basic Multilingual Plane: two UTF-16 units, four UTF-8 bytes. */
export type TextClass = 'ascii' | 'latin' | 'cjk' | 'rightToLeft' | 'combining' | 'astral' | 'awkward' | 'separators';

/**
 * The characters of each class. `awkward` needs escaping in JSON, XML or HTML, or is easily lost on the way; `separators` are those
 * of the string to sign. Control characters, U+007F to U+009F, U+2028, U+2029 and lone surrogates occur nowhere: inside arrays
 * their place in the signature depends on how it is read.
 */
const CHARACTERS: Readonly<Record<TextClass, readonly string[]>> = {
  ascii: [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.,:;()#'],
  latin: [...'aeiouáéíóúàèìòùäëïöüâêîôûñçßøåæœšžł'],
  cjk: [...'入金出金支付订单测试アカウントテスト한국어결제注文番号'],
  rightToLeft: [...'אבגדהוזחטדفاتورةدفعطلبحساب'],
  combining: ['e\u0301', 'o\u0302', 'a\u030a', 'n\u0303', 'u\u0308', 'z\u030c'],
  astral: [...'😀🎉💳🧾𝒜𝟘𠀀𠜎🏧'],
  awkward: [...`"'\\/<>%+?!*~^|\`@$[]\u00a0\u200b\ufeff`],
  separators: [...'&={}'],
};

/** All classes, in a fixed order. */
export const textClasses = Object.keys(CHARACTERS) as readonly TextClass[];

/** What a text may be. */
export interface TextOptions {
  /** Least number of characters, by code points. Default 1. */
  readonly min?: number;
  /** Greatest number of characters, by UTF-16 units, hence by code points too. */
  readonly max: number;
  /** Default: all classes. */
  readonly classes?: readonly TextClass[];
  /** True leaves out `& = { }`, with which two different messages may have one string to sign. Default false. */
  readonly signatureNeutral?: boolean;
}

/** A text and what is special about it. */
export interface LabelledText {
  readonly label: TextClass;
  readonly text: string;
}

/**
 * Draws a text of one class with its label. It starts and ends with a letter or digit where its length allows, because platforms
 * may trim, and is never blank. Throws `GeneratorError` (`badOption`) for impossible lengths.
 */
export function labelledText(options: TextOptions): fc.Arbitrary<LabelledText> {
  const { min = 1, max, classes = textClasses, signatureNeutral = false } = options;
  const usable = classes.filter((label) => !(signatureNeutral && label === 'separators'));
  if (min < 1 || max < min || usable.length === 0) {
    throw new GeneratorError(
      'badOption',
      `No text has ${min} to ${max} characters of the classes [${usable.join(', ')}].`,
    );
  }
  return fc
    .record({
      label: fc.constantFrom(...usable),
      length: lengthBetween(min, max),
      picks: fc.array(fc.nat({ max: 9_999 }), { minLength: 8, maxLength: 8 }),
    })
    .map(({ label, length, picks }) => ({
      label,
      text: fill(label, { length: fitting(label, length, { min, max }), max, picks }),
    }));
}

/** As `labelledText`, without the label. */
export function text(options: TextOptions): fc.Arbitrary<string> {
  return labelledText(options).map((drawn) => drawn.text);
}

/** Astral characters take two UTF-16 units: of the greatest number of characters none could be one. */
function fitting(label: TextClass, length: number, range: { min: number; max: number }): number {
  return label === 'astral' ? Math.max(range.min, Math.min(length, Math.floor(range.max / 2) + 1)) : length;
}

/** `length` code points, as many of them of the class as fit into `max` UTF-16 units; the rest is ASCII. */
function fill(label: TextClass, size: { length: number; max: number; picks: readonly number[] }): string {
  const special = CHARACTERS[label];
  const filler = CHARACTERS.ascii;
  let result = '';
  let points = 0;
  for (let index = 0; points < size.length; index += 1) {
    const pick = (size.picks[index % size.picks.length] ?? 0) + Math.floor(index / size.picks.length);
    const edge = points === 0 || points === size.length - 1;
    const wanted = edge ? undefined : special[pick % special.length];
    const rest = size.length - points;
    const fits =
      wanted !== undefined &&
      [...wanted].length < rest &&
      result.length + wanted.length + (rest - [...wanted].length) <= size.max;
    const next = fits ? wanted : (filler[pick % 62] ?? 'a');
    result += next;
    points += [...next].length;
  }
  return result;
}
