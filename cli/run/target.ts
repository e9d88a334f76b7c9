import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { preflight } from '../../harness/lesspay/preflight.js';
import { isLoopback } from '../../harness/loopback.js';
import type { SessionConfig, SessionCredentials } from '../../harness/session-config.js';
import { openTransport, type Transport } from '../../harness/transport.js';
import { checkTunnel } from '../../harness/webhook-reachability.js';
import { startReferencePlatform } from '../../reference/lesspay/start.js';
import type { PreflightResult, TargetIdentity } from '../../schemas/report/results.generated.js';
import type { Io } from '../io.js';
import { findControl } from './find-control.js';
import type { RunSettings } from './settings.js';
import { tunnelOf } from './testing-aids.js';

/** A target that was looked at and can be tested. */
export interface ReadyTarget {
  readonly identity: TargetIdentity;
  readonly url: string;
  readonly credentials: SessionCredentials;
  readonly second: SessionCredentials | null;
  readonly control: SessionConfig['control'];
  readonly webhooks: SessionConfig['webhooks'];
  readonly preflight: PreflightResult;
  close(): Promise<void>;
}

/** Makes a second application where the control interface can: five requirements need one. */
async function createSecond(controlUrl: string, transport: Transport): Promise<SessionCredentials | null> {
  const answer = await transport.send({
    method: 'POST',
    url: `${controlUrl}/applications`,
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (answer.kind === 'failure' || answer.status >= 300) return null;
  try {
    const { app_id: appId, app_secret: appSecret } = JSON.parse(answer.body) as Record<string, unknown>;
    return typeof appId === 'string' && typeof appSecret === 'string' ? { name: 'second', appId, appSecret } : null;
  } catch {
    return null;
  }
}

function webhooksOf(settings: RunSettings, url: string): SessionConfig['webhooks'] {
  if (typeof settings.webhooks === 'object') return settings.webhooks;
  return settings.webhooks === 'byTarget' && isLoopback(url) ? { port: 0, publicUrl: null } : null;
}

/**
 * Starts or reaches the target, looks at it, and finds what helps to test it.
 *
 * @param interruption ends the requests in flight; the caller then finds it aborted
 * @throws CannotTestError
 */
export async function readyTarget(settings: RunSettings, io: Io, interruption: AbortSignal): Promise<ReadyTarget> {
  const reference = settings.target === null ? await startReferencePlatform({}) : null;
  const transport = openTransport({ timeoutMs: settings.timeoutMs, connections: 4, signal: interruption });
  try {
    const [firstOwn, secondOwn] = reference?.applications ?? [];
    const credentials = settings.target?.credentials ?? firstOwn;
    const url = settings.target?.url ?? reference?.url;
    if (credentials === undefined || url === undefined)
      throw new Error('The reference platform started without an application.');
    const tunnel = tunnelOf(settings.webhooks);
    if (tunnel !== null) await checkTunnel(tunnel, transport, randomUUID());
    const control = await findControl(settings, url, transport);
    const first: SessionCredentials = { name: 'first', ...credentials };
    const checked = await preflight({
      url,
      credentials: first,
      transport,
      now: io.now,
      controlNow: control?.health.now ?? null,
      wait: (ms) => setTimeout(ms, undefined, { signal: interruption }).catch(() => {}),
    });
    const given = settings.target === null ? secondOwn : settings.second;
    const created =
      (given ?? null) === null && control?.health.capabilities.has('applications')
        ? await createSecond(control.url, transport)
        : null;
    const webhooks = webhooksOf(settings, url);
    return {
      identity: {
        url,
        fingerprint: createHash('sha256')
          .update(JSON.stringify([url, control?.health.product ?? null, control?.health.version ?? null]))
          .digest('hex'),
        reference: reference !== null,
        controlUrl: control?.url ?? null,
        webhooks: webhooks === null ? 'none' : webhooks.publicUrl === null ? 'loopback' : 'tunnel',
        secondApplication: given !== undefined && given !== null ? 'given' : created === null ? 'none' : 'created',
      },
      url,
      credentials: first,
      second: given !== undefined && given !== null ? { name: 'second', ...given } : created,
      control:
        control === null
          ? null
          : {
              url: control.url,
              product: control.health.product,
              version: control.health.version,
              capabilities: [...control.health.capabilities],
            },
      webhooks,
      preflight: checked,
      close: async () => reference?.close(),
    };
  } catch (error) {
    await reference?.close();
    throw error;
  } finally {
    await transport.close();
  }
}
