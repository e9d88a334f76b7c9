import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { annexA, type Decisions } from '../../reference/lesspay/decisions.js';
import { CannotListenError } from '../../reference/lesspay/http/server.js';
import { type RunningPlatform, type StartOptions, startReferencePlatform } from '../../reference/lesspay/start.js';
import { JournalError } from '../../reference/lesspay/store/journal.js';
import type { Io } from '../io.js';
import { nonEmpty, readHttpUrl, readInteger, settingsOf } from '../settings.js';

/** The options of `serve` as they stand on the command line. */
export interface ServeOptions {
  readonly port?: string;
  readonly appId?: string;
  readonly appSecret?: string;
  readonly secondAppId?: string;
  readonly secondAppSecret?: string;
  readonly defaultNotifyUrl?: string;
  readonly store?: string;
  readonly fault?: string;
  readonly variant?: string;
  readonly listFaults?: boolean;
}

interface Application {
  readonly appId: string;
  readonly appSecret: string;
}

function readApplication(appId: string | undefined, appSecret: string | undefined, prefix: string): Application | null {
  if (appId === undefined && appSecret === undefined) return null;
  if (appId === undefined || appSecret === undefined) {
    const [given, missing] = appId === undefined ? ['secret', 'id'] : ['id', 'secret'];
    throw new UsageError(
      'CREDENTIALS_INCOMPLETE',
      `--${prefix}app-${given} was given without --${prefix}app-${missing}: give both, or neither to have them chosen.`,
    );
  }
  return { appId, appSecret };
}

/** How the platform decides, and what the user is told about it. */
interface Behaviour {
  readonly decisions: Decisions;
  readonly remark: string | null;
}

async function behaviourOf({ fault, variant }: ServeOptions): Promise<Behaviour> {
  if (fault !== undefined && variant !== undefined) {
    throw new UsageError('FAULT_AND_VARIANT', '--fault and --variant were both given: serve one at a time.');
  }
  if (fault === undefined && variant === undefined) return { decisions: annexA, remark: null };
  const { faultNamed, variantNamed } = await import('../selftest/registry.js');
  if (fault !== undefined) {
    const { defect, change, must } = faultNamed(fault);
    const remark = `WARNING: this platform is faulty on purpose (${fault}): ${defect} It breaks ${must.join(', ')}.`;
    return { decisions: change(annexA), remark };
  }
  const { behaviour, change, source } = variantNamed(variant ?? '');
  return { decisions: change(annexA), remark: `variant ${variant}: ${behaviour} (${source})` };
}

async function listFaults(io: Io): Promise<void> {
  const { lesspayFaults } = await import('../../reference/lesspay/faults/index.js');
  const { lesspayVariants } = await import('../../reference/lesspay/variants/index.js');
  const width = Math.max(...[...lesspayFaults, ...lesspayVariants].map(({ id }) => id.length), 0);
  for (const { id, area, defect } of lesspayFaults) io.out(`fault    ${id.padEnd(width)}  ${area}: ${defect}`);
  for (const { id, behaviour } of lesspayVariants) io.out(`variant  ${id.padEnd(width)}  ${behaviour}`);
}

/** A taken port and an unusable store file are the user's to mend. */
async function start(options: StartOptions): Promise<RunningPlatform> {
  try {
    return await startReferencePlatform(options);
  } catch (error) {
    if (error instanceof CannotListenError || error instanceof JournalError) {
      throw new UsageError(error.code, error.message);
    }
    throw error;
  }
}

/** Starts the reference platform and keeps it running until the process is told to end. Resolves with the exit code. */
export async function serve(options: ServeOptions, io: Io): Promise<number> {
  if (options.listFaults === true) {
    await listFaults(io);
    return 0;
  }
  const { decisions, remark } = await behaviourOf(options);
  const env = settingsOf(io);
  const port = options.port === undefined ? 0 : readInteger(options.port, '--port', { min: 0, max: 65_535 });
  const first = readApplication(
    nonEmpty(options.appId) ?? nonEmpty(env.LESSPAY_APP_ID),
    nonEmpty(options.appSecret) ?? nonEmpty(env.LESSPAY_APP_SECRET),
    '',
  );
  const second = readApplication(
    nonEmpty(options.secondAppId) ?? nonEmpty(env.LESSPAY_SECOND_APP_ID),
    nonEmpty(options.secondAppSecret) ?? nonEmpty(env.LESSPAY_SECOND_APP_SECRET),
    'second-',
  );
  if (first === null && second !== null) {
    throw new UsageError(
      'CREDENTIALS_INCOMPLETE',
      'A second application was given without a first: add --app-id and --app-secret.',
    );
  }
  if (first !== null && second !== null && first.appId === second.appId) {
    throw new UsageError('CREDENTIALS_EQUAL', `Both applications have the id ${first.appId}: give them different ids.`);
  }
  const platform = await start({
    port,
    decisions,
    ...(first === null ? {} : { applications: second === null ? [first] : [first, second] }),
    ...(options.defaultNotifyUrl === undefined
      ? {}
      : { defaultNotifyUrl: readHttpUrl(options.defaultNotifyUrl, '--default-notify-url').href }),
    ...(options.store === undefined ? {} : { storeFile: path.resolve(io.cwd, options.store) }),
  });
  // Before anything is printed: whoever reads it may end us at once.
  const toldToEnd = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  io.out(`listening on ${platform.url}`);
  if (remark !== null) io.note(remark);
  if (first === null) {
    platform.applications.forEach(({ appId, appSecret }, index) => {
      const name = index === 0 ? '' : index === 1 ? 'second ' : `${index + 1}. `;
      io.out(`${name}app id     ${appId}`);
      io.out(`${name}app secret ${appSecret}`);
    });
  }
  io.note(`control interface at ${platform.controlUrl}; stop with Ctrl-C`);
  await toldToEnd;
  await platform.close();
  return 0;
}
