import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { suiteIdentity } from '../../cli/package-identity.js';
import { inProcess } from './memory-io.js';
import { command, mainScript } from './process.js';
import { scratchFolder } from './scratch.js';

describe('the program itself', () => {
  test('--version prints the version and nothing else', async () => {
    expect(await inProcess(['--version'])).toEqual({ code: 0, out: `${suiteIdentity.version}\n`, err: '' });
  });

  test('--help lists the commands and the exit codes on standard output', async () => {
    const { code, out, err } = await inProcess(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of ['run', 'report', 'init', 'serve', 'sign', 'requirements', 'explain']) {
      expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    }
    expect(out).toContain(
      '0 conformant, 1 not conformant, 2 wrong usage, 3 could not test, 4 our own error, 130 interrupted',
    );
  });

  test.each(['run', 'report', 'init', 'serve', 'sign', 'requirements', 'explain'])(
    '%s --help ends with 0',
    async (name) => {
      const { code, out, err } = await inProcess([name, '--help']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`Usage: lesspay-conformance ${name}`);
    },
  );

  test('no arguments: the help, on standard error, and 2', async () => {
    const { code, out, err } = await inProcess([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: lesspay-conformance');
  });

  test('the built program has the same version and passes its exit code on', async () => {
    expect(await command(['--version'])).toMatchObject({ code: 0, out: `${suiteIdentity.version}\n`, err: '' });
    expect(await command(['rum'])).toMatchObject({ code: 2, out: '' });
  });

  test('a reader that closes its end early is no error', async () => {
    const pipe = spawn('sh', ['-c', `"${process.execPath}" "${mainScript}" requirements --json | head -c 10`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const err: string[] = [];
    pipe.stderr.setEncoding('utf8').on('data', (piece: string) => err.push(piece));
    await new Promise((resolve) => pipe.once('close', resolve));
    expect(err.join('')).toBe('');
  });
});

describe('settings from a .env file', () => {
  const body = '{"a":"1"}';

  async function signatureWith(env: Record<string, string>, file: string | null): Promise<unknown> {
    const cwd = scratchFolder();
    if (file !== null) writeFileSync(path.join(cwd, '.env'), file);
    const { code, out, err } = await inProcess(['sign', '--json'], { env, cwd, input: body });
    return code === 0 ? JSON.parse(out).signature : err;
  }

  test('it is read from the current folder', async () => {
    const fromFile = await signatureWith({}, '# local settings\nLESSPAY_APP_SECRET="from-file"\n');
    expect(fromFile).toMatch(/^[0-9A-F]{64}$/);
    expect(fromFile).toBe(await signatureWith({ LESSPAY_APP_SECRET: 'from-file' }, null));
  });

  test('the environment wins', async () => {
    expect(await signatureWith({ LESSPAY_APP_SECRET: 'mine' }, 'LESSPAY_APP_SECRET=from-file\n')).toBe(
      await signatureWith({ LESSPAY_APP_SECRET: 'mine' }, null),
    );
  });

  test('without either the secret is missing', async () => {
    expect(await signatureWith({}, null)).toMatch(/^error: The secret is missing: set LESSPAY_APP_SECRET/);
  });

  test('a run takes its target from it', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, '.env'), 'LESSPAY_BASE_URL=http://127.0.0.1:9\nLESSPAY_APP_ID=filed\n');
    const { code, err } = await inProcess(['run'], { cwd });
    expect(err).toMatch(/^error: The secret of application filed is missing/);
    expect(code).toBe(2);
  });

  test('one that cannot be read is named', async () => {
    const cwd = scratchFolder();
    mkdirSync(path.join(cwd, '.env'));
    const { code, err } = await inProcess(['run'], { cwd });
    expect(err).toMatch(/^error: Cannot read .*\.env: .*Mend or remove the file/);
    expect(code).toBe(2);
  });
});
