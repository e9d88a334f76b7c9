import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { envelopeOf } from '../../harness/exchange.js';
import { amend, annexA } from '../../reference/lesspay/decisions.js';
import { startReferencePlatform } from '../../reference/lesspay/start.js';
import type { Finding } from '../../schemas/report/results.generated.js';
import { command, mainScript } from './process.js';
import { resultsIn, scratchFolder, textOf } from './scratch.js';
import { FIRST, SECOND, targetEnvironment } from './serve-child.js';

/** A folder for PATH in which the command has its name. */
function commandFolder(cwd: string): string {
  const folder = path.join(cwd, 'bin');
  mkdirSync(folder);
  const file = path.join(folder, 'lesspay-conformance');
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${mainScript}' "$@"\n`);
  chmodSync(file, 0o755);
  return folder;
}

/** Runs a line as a person would, and returns the code of the answer. */
async function codeOf(line: string, cwd: string, bin: string, env: Record<string, string>): Promise<number> {
  const out = await new Promise<string>((resolve, reject) => {
    const options = { cwd, env: { PATH: `${bin}:${process.env.PATH ?? ''}`, ...env } };
    execFile('sh', ['-c', line], options, (error, stdout, stderr) =>
      error === null && stderr === '' ? resolve(stdout) : reject(new Error(`${stderr}\n${String(error)}`)),
    );
  });
  const [, body = ''] = /\r\n\r\n([\s\S]*)$/.exec(out) ?? [];
  return (JSON.parse(body) as { code: number }).code;
}

function recordedCode({ violations, exchanges }: Finding): number | undefined {
  const shown = exchanges.find(({ exchange }) => exchange.id === violations[0]?.exchange);
  return shown === undefined ? undefined : envelopeOf(shown.exchange)?.code;
}

describe('the curl line of a finding', () => {
  test('run by a shell, is answered with the same code; by a mended platform with another one; no reproducer holds a secret', async () => {
    const cwd = scratchFolder();
    const bin = commandFolder(cwd);
    const decisions = amend(annexA, 'createBatchRules', { totalIsTheSum: () => null });
    const faulty = await startReferencePlatform({ applications: [FIRST, SECOND], decisions });
    onTestFinished(() => faulty.close());
    const healthy = await startReferencePlatform({ applications: [FIRST, SECOND], decisions: annexA });
    onTestFinished(() => healthy.close());
    const env = targetEnvironment(faulty.url);
    const ran = await command(['run', '--only', 'PAYOUT-BATCH-010', 'ERR', '--seed', '5', '--runs', '2'], { cwd, env });
    expect(ran.code).toBe(1);
    const folder = path.join(cwd, 'conformance-report');
    const findings = resultsIn(folder).requirements.flatMap((requirement) => requirement.findings);
    const [finding] = findings;
    expect(finding?.id).toBe('PAYOUT-BATCH-010.1');
    if (finding?.curl == null) throw new Error('there is no line');

    expect(recordedCode(finding)).toBe(0);
    expect(await codeOf(finding.curl, cwd, bin, env)).toBe(0);
    expect(await codeOf(finding.curl, cwd, bin, targetEnvironment(healthy.url))).toBe(30002);

    for (const name of ['results.json', 'report.html', 'summary.md', 'junit.xml', 'exchanges.har']) {
      expect(await textOf(folder, name), name).not.toContain(FIRST.appSecret);
    }
  }, 60_000);
});
