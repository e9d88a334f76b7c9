import { onTestFinished } from 'vitest';
import { type Child, type ChildOptions, start } from './process.js';

/** A reference platform in a process of its own. */
export interface Served {
  readonly child: Child;
  readonly url: string;
}

export const FIRST = { appId: 'first-application-0001', appSecret: 'first-secret-5hV2q' } as const;
export const SECOND = { appId: 'second-application-002', appSecret: 'second-secret-8Rk1d' } as const;

/** Options of `serve` that give both applications. */
export const givenCredentials: readonly string[] = [
  ...['--app-id', FIRST.appId, '--app-secret', FIRST.appSecret],
  ...['--second-app-id', SECOND.appId, '--second-app-secret', SECOND.appSecret],
];

/** The same as the environment of `run`. */
export function targetEnvironment(url: string): Record<string, string> {
  return {
    LESSPAY_BASE_URL: url,
    LESSPAY_APP_ID: FIRST.appId,
    LESSPAY_APP_SECRET: FIRST.appSecret,
    LESSPAY_SECOND_APP_ID: SECOND.appId,
    LESSPAY_SECOND_APP_SECRET: SECOND.appSecret,
  };
}

/** Starts `serve` and waits until it listens; it ends with the test. */
export async function serve(args: readonly string[] = givenCredentials, options: ChildOptions = {}): Promise<Served> {
  const child = start(['serve', ...args], options);
  onTestFinished(async () => {
    child.signal('SIGKILL');
    await child.ended;
  });
  const [, url = ''] = await child.until('out', /^listening on (http:\/\/127\.0\.0\.1:\d+)\n/);
  return { child, url };
}
