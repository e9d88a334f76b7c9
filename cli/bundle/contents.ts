import { fileText } from '../../reports/bundle/statement.js';
import type { RunResult } from '../../schemas/report/results.generated.js';

export const ACCEPTANCE = 'acceptance.json';
/** The signature of a bundle: it names the manifest, so the manifest cannot name it. */
export const ENVELOPE = 'statement.dsse.json';
export const ICS = 'ics.json';
export const WAIVERS = 'waivers.json';

/**
 * What was claimed and waived, as files of a bundle: they follow from the results. Without a statement there is no `ics.json`.
 *
 * @returns name to text
 */
export function configurationFiles({ ics, waivers }: RunResult): ReadonlyMap<string, string> {
  const accepted = waivers.map(({ entry: _entry, state: _state, ...waiver }) => waiver);
  return new Map([
    ...(ics === null ? [] : [[ICS, fileText(ics)] as const]),
    [WAIVERS, fileText({ schemaVersion: 1, waivers: accepted })],
  ]);
}
