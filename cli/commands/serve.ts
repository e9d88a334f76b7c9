import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
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
    ...(first === null ? {} : { applications: second === null ? [first] : [first, second] }),
    ...(options.defaultNotifyUrl === undefined
      ? {}
      : { defaultNotifyUrl: readHttpUrl(options.defaultNotifyUrl, '--default-notify-url').href }),
    ...(options.store === undefined ? {} : { storeFile: path.resolve(io.cwd, options.store) }),
  });
  io.out(`listening on ${platform.url}`);
  if (first === null) {
    platform.applications.forEach(({ appId, appSecret }, index) => {
      const name = index === 0 ? '' : index === 1 ? 'second ' : `${index + 1}. `;
      io.out(`${name}app id     ${appId}`);
      io.out(`${name}app secret ${appSecret}`);
    });
  }
  io.note(`control interface at ${platform.controlUrl}; stop with Ctrl-C`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await platform.close();
  return 0;
}
