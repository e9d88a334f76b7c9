import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import type { Manifest } from '../../schemas/report/results.generated.js';
import { readOutputFile } from '../results-file.js';

const MANIFEST = 'manifest.json';

async function sumOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch {
    return null;
  }
  return hash.digest('hex');
}

/**
 * The names of the files of an output folder, once they are known to be as the run wrote them: a new manifest must not vouch for
 * what was changed since. Empty for a folder without a manifest.
 *
 * @throws UsageError naming the file that was changed or removed
 */
export async function untouchedFiles(dir: string, shown: string): Promise<readonly string[]> {
  const file = path.join(dir, MANIFEST);
  if (!existsSync(file)) return [];
  const manifest = readOutputFile(
    file,
    path.join(shown, MANIFEST),
    'report',
    'manifest',
    'report/manifest',
  ) as Manifest;
  for (const { name, sha256 } of manifest.files) {
    const sum = await sumOf(path.join(dir, name));
    if (sum !== sha256) {
      throw new UsageError(
        'FILE_CHANGED',
        `report: ${path.join(shown, name)} ${sum === null ? 'cannot be read' : 'is not as the run wrote it'} (${MANIFEST} has its sum). Restore it, or write the reports to another folder with --out.`,
      );
    }
  }
  return manifest.files.map(({ name }) => name);
}
