import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { amend, annexA } from '../../reference/lesspay/decisions.js';
import { startReferencePlatform } from '../../reference/lesspay/start.js';
import { localServer } from './local-server.js';
import { command } from './process.js';
import { resultsIn, scratchFolder } from './scratch.js';
import { FIRST, SECOND, targetEnvironment } from './serve-child.js';

/** A platform that takes timestamps of half a minute only, with a `Date` header or without one. */
async function impatient(sendDate: boolean): Promise<string> {
  const decisions = amend(annexA, 'credentials', { isFresh: (stamp, { now }) => Math.abs(stamp - now) <= 30_000 });
  const platform = await startReferencePlatform({ applications: [FIRST, SECOND], decisions });
  const face = await localServer(async (request, body, response) => {
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && /^(x-|content-type)/.test(name) ? [[name, value] as [string, string]] : [],
    );
    const answer = await fetch(platform.url + (request.url ?? '/'), { method: 'POST', headers, body });
    response.sendDate = sendDate;
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  onTestFinished(async () => {
    await face.close();
    await platform.close();
  });
  return face.url;
}

describe('a verdict that hangs on the clock of the target', () => {
  test.each([
    [true, { verdict: 'fail' }],
    [
      false,
      {
        verdict: 'inconclusive',
        reason: {
          code: 'clockUnknown',
          message: expect.stringMatching(/^Expected OK.*But the target's clock is not known \(it sends no Date/),
        },
      },
    ],
  ])('with a Date header (%s)', async (sendDate, expected) => {
    const url = await impatient(sendDate);
    const cwd = scratchFolder();
    const testing = { control: 'none', webhooks: 'none' };
    writeFileSync(path.join(cwd, 'ics.json'), JSON.stringify({ schemaVersion: 1, protocol: 'lesspay', testing }));
    await command(['run', '--ics', 'ics.json', '--only', 'AUTH-030', '--runs', '2', '--report', 'json'], {
      cwd,
      env: targetEnvironment(url),
    });
    const { requirements, preflight } = resultsIn(path.join(cwd, 'conformance-report'));
    expect(preflight?.clockErrorMs === null).toBe(!sendDate);
    expect(requirements.find(({ id }) => id === 'AUTH-030')).toMatchObject(expected);
  });
});
