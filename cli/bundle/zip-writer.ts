import { zipSync } from 'fflate';
import { BUNDLE_NAME, LARGEST_BUNDLE_BYTES, MOST_BUNDLE_FILES } from './zip-form.js';

/** Dates of zip files begin here. They have no time zone, so this is the same moment for every reader. */
const FIRST_DAY = { year: 1980, month: 0, day: 1 } as const;

/**
 * The bytes of a bundle: the same files give the same bytes, on any machine.
 *
 * @throws RangeError for a name, a number or a size that a bundle cannot have
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...files.keys()].sort((a, b) => (a < b ? -1 : 1));
  const wrong = names.find((name) => !BUNDLE_NAME.test(name));
  if (wrong !== undefined) throw new RangeError(`${JSON.stringify(wrong)} cannot be the name of a file in a bundle.`);
  if (names.length > MOST_BUNDLE_FILES) throw new RangeError(`${names.length} files are too many for a bundle.`);
  const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  if (bytes > LARGEST_BUNDLE_BYTES) throw new RangeError(`${bytes} bytes are too many for a bundle.`);
  const { year, month, day } = FIRST_DAY;
  return zipSync(Object.fromEntries(names.map((name) => [name, files.get(name) ?? new Uint8Array()])), {
    level: 0,
    mtime: new Date(year, month, day),
  });
}
