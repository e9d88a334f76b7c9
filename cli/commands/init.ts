import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { EXIT } from '../../harness/verdict.js';
import { packageRoot } from '../../protocols/package-root.js';
import { ciWorkflow } from '../init/ci-workflow.js';
import { probe } from '../init/probe.js';
import { defaultStatement } from '../init/statement.js';
import type { Io } from '../io.js';
import { type RunOptions, readRunSettings } from '../run/settings.js';

/** The options of `init` as they stand on the command line. */
export interface InitOptions
  extends Pick<
    RunOptions,
    | 'url'
    | 'appId'
    | 'appSecret'
    | 'secondAppId'
    | 'secondAppSecret'
    | 'controlUrl'
    | 'webhookUrl'
    | 'webhookPort'
    | 'timeout'
    | 'confirmHost'
    | 'allowPayouts'
    | 'maxOrders'
    | 'maxAmount'
  > {
  readonly probe?: boolean;
  readonly createOrders?: boolean;
}

const STATEMENT = 'lesspay-ics.json';
const WORKFLOW = path.join('.github', 'workflows', 'lesspay-conformance.yml');
const SETTINGS = '.env.example';

/** Options that mean something for a target only. */
const FOR_A_TARGET = [
  ['url', '--url'],
  ['appId', '--app-id'],
  ['appSecret', '--app-secret'],
  ['secondAppId', '--second-app-id'],
  ['secondAppSecret', '--second-app-secret'],
  ['controlUrl', '--control-url'],
  ['webhookUrl', '--webhook-url'],
  ['webhookPort', '--webhook-port'],
  ['createOrders', '--create-orders'],
] as const;

/** Writes the files that a project needs to test its platform. What is there already stays. Resolves with the exit code. */
export async function init(folder: string | undefined, options: InitOptions, io: Io): Promise<number> {
  const statement = options.probe === true ? await probed(options, io) : unprobed(options);
  const files = [
    { name: SETTINGS, text: readFileSync(path.join(packageRoot, '.env.example'), 'utf8') },
    { name: STATEMENT, text: `${JSON.stringify(statement, null, 2)}\n` },
    { name: WORKFLOW, text: ciWorkflow(STATEMENT) },
  ];
  const shown = folder ?? '.';
  for (const { name, text } of files) {
    const written = await writeNew(path.resolve(io.cwd, shown, name), text);
    io.out(`${written ? 'wrote' : 'kept'} ${path.join(shown, name)}${written ? '' : ': it was there already'}`);
  }
  return EXIT.conformant;
}

function unprobed(options: InitOptions): ReturnType<typeof defaultStatement> {
  const [given] = FOR_A_TARGET.filter(([name]) => options[name] !== undefined);
  if (given !== undefined) {
    throw new UsageError(
      'PROBE_MISSING',
      `${given[1]}: nothing is sent without --probe. Add it, or leave ${given[1]} out.`,
    );
  }
  return defaultStatement();
}

function probed(options: InitOptions, io: Io): ReturnType<typeof probe> {
  const { probe: _probe, createOrders = false, ...target } = options;
  const settings = readRunSettings(target, io);
  if (settings.target === null) {
    throw new UsageError('URL_MISSING', '--probe: give the platform that is to be asked: --url, or LESSPAY_BASE_URL.');
  }
  const { url, credentials } = settings.target;
  io.out(`Asking ${url}${createOrders ? ' and creating orders of small amounts there' : '; nothing is created'}`);
  const limits = createOrders ? settings.limits : null;
  return probe({ url, credentials, timeoutMs: settings.timeoutMs, limits, aids: settings }, io, (line) =>
    io.out(`  ${line}`),
  );
}

/** False when the file exists: it is left as it is. @throws UsageError when it cannot be written */
async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'EEXIST') return false;
    throw new UsageError(
      'NOT_WRITABLE',
      `init: cannot write ${file} (${code}). Give a folder that you may write to: init DIR.`,
    );
  }
}
