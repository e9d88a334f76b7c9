import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REPORT_KINDS } from '../../reports/report-kinds.js';
import { writeReports } from '../../reports/write.js';
import type { Manifest, RunResult } from '../../schemas/report/results.generated.js';
import { MANIFEST, RESULTS } from './files.js';
import type { Problems } from './problems.js';
import type { ReportSource } from './source.js';

/**
 * Renders the reports again and compares: what people read must be what the results say. A report that was edited, with its
 * digest put right in the manifest, is found here.
 */
export async function checkReports(
  source: ReportSource,
  manifest: Manifest | null,
  result: RunResult,
  kind: 'judgement' | 'version',
  problems: Problems,
): Promise<void> {
  const named = new Map((manifest?.files ?? []).map((file) => [file.name, file.sha256]));
  const folder = await mkdtemp(path.join(tmpdir(), 'lesspay-verify-'));
  try {
    for (const { name, sha256 } of await writeReports(result, { outDir: folder, kinds: REPORT_KINDS })) {
      const stated = named.get(name);
      if (name === MANIFEST || name === RESULTS || stated === undefined || stated === sha256) continue;
      if (problems.list.some((problem) => problem.code === 'FILE_CHANGED' && problem.where === name)) continue;
      problems.add({
        kind,
        code: 'REPORT_DIFFERS',
        where: name,
        message: `${name} in ${source.shown} is not what ${RESULTS} gives when it is rendered again.`,
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
