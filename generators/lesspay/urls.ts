import * as fc from 'fast-check';
import { lengthBetween } from './ids.js';

/** The redirect URLs of a pay-in have at most 255 characters (demo, pay-in create request); no other limit is known. */
export const URL_MAX_LENGTH = 255;

/** Names reserved by RFC 2606: a request sent there by mistake reaches nobody. */
const ORIGINS = ['https://shop.example.com', 'http://shop.example.com', 'https://pay.example.org:8443'] as const;

/** What follows the path. `query` has separators of the string to sign, `encoded` an escaped non-ASCII text. */
const ENDINGS = {
  none: '',
  query: '?order=17&step=done',
  encoded: '/%E6%94%AF%E4%BB%98',
} as const;

/** How a URL may look. */
export interface UrlOptions {
  /** What the path begins with, e.g. `/pay/success`. */
  readonly path: string;
  /** True leaves out the ending with `&` and `=`. Default false. */
  readonly signatureNeutral?: boolean;
}

/** An absolute http or https URL of up to 255 ASCII characters; one in seven has exactly 255. */
export function httpUrl(options: UrlOptions): fc.Arbitrary<string> {
  const endings = options.signatureNeutral === true ? [ENDINGS.none, ENDINGS.encoded] : Object.values(ENDINGS);
  return fc
    .record({
      origin: fc.constantFrom(...ORIGINS),
      ending: fc.constantFrom(...endings),
      // Short by default: a long one only makes counterexamples hard to read.
      long: fc.nat({ max: 6 }),
      length: lengthBetween(64, URL_MAX_LENGTH),
    })
    .map(({ origin, ending, long, length }) => {
      const start = `${origin}${options.path}`;
      const padding = (long < 5 ? 0 : long === 5 ? length : URL_MAX_LENGTH) - start.length - ending.length;
      return padding > 1 ? `${start}/${'p'.repeat(padding - 1)}${ending}` : `${start}${ending}`;
    });
}
