import { describeLimits } from '../../harness/governor.js';
import type { SessionConfig } from '../../harness/session-config.js';
import type { RunSettings } from './settings.js';
import type { ReadyTarget } from './target.js';

/** What is going to be tested, with what, and what it may create: shown before the first order. */
export function introduction(settings: RunSettings, target: ReadyTarget, session: SessionConfig): string {
  const what = target.identity.reference ? `the reference platform at ${target.url}` : target.url;
  const { latencyMs, clockOffsetMs, clockErrorMs, eventLoopLagMs } = target.preflight;
  const clock =
    clockOffsetMs === null
      ? 'no Date header'
      : `clock ${clockOffsetMs >= 0 ? '+' : ''}${clockOffsetMs} ms (±${clockErrorMs ?? 0})`;
  const aids = [
    target.identity.controlUrl === null ? 'no control interface' : `control at ${target.identity.controlUrl}`,
    target.identity.webhooks === 'none' ? 'no webhooks' : `webhooks by ${target.identity.webhooks}`,
    target.identity.secondApplication === 'none'
      ? 'no second application'
      : `second application ${target.identity.secondApplication}`,
  ];
  return [
    `Testing ${what}`,
    `  answers in ${latencyMs.median} ms (95 % within ${latencyMs.p95} ms, our own lag up to ${eventLoopLagMs} ms), ${clock}`,
    `  ${aids.join(', ')}`,
    `  ${session.scenarios.length} scenarios${settings.shard === null ? '' : ` (shard ${settings.shard.index} of ${settings.shard.count})`}, ${settings.runs} exercises per property, seed ${session.seed}`,
    ...(settings.shard === null || target.control === null
      ? []
      : ['  the control interface moves the clock of the target: let its shards run one after the other']),
    ...(target.identity.reference ? [] : [`  ${describeLimits(session.limits)}`]),
  ].join('\n');
}
