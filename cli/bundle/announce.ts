import { EXIT } from '../../harness/verdict.js';
import type { BundleSettings } from './settings.js';
import type { WrittenBundle } from './write-bundle.js';

/** Long lists of reasons and ids are in acceptance.json. */
const MOST_IDS = 5;

/** What is printed about a bundle. */
export function bundleInWords({ acceptance, keyId }: WrittenBundle, { shown, profile }: BundleSettings): string {
  const { verdict, product, reasons, leftToReview } = acceptance;
  const what = product === null ? 'the run' : `${product.vendor} ${product.name} ${product.version}`;
  return [
    `${verdict}: ${what}, by the acceptance profile ${JSON.stringify(profile.name)}`,
    ...reasons.map(({ code, message, requirements }) => {
      const more = requirements.length > MOST_IDS ? ` and ${requirements.length - MOST_IDS} more` : '';
      const ids = requirements.length === 0 ? '' : ` (${requirements.slice(0, MOST_IDS).join(', ')}${more})`;
      return `  ${code}: ${message}${ids}`;
    }),
    ...(leftToReview.length === 0
      ? []
      : [`  left to a review, as no test from outside shows it: ${leftToReview.join(', ')}`]),
    `bundle written to ${shown}, ${keyId === null ? 'not signed' : `signed with the key ${keyId}`}`,
  ].join('\n');
}

/** The exit code of a command that wrote a bundle: its own, unless that is 0 and the run was rejected. */
export function exitCodeWith({ acceptance }: WrittenBundle, own: number): number {
  return own === EXIT.conformant && acceptance.verdict === 'REJECTED' ? EXIT.notConformant : own;
}
