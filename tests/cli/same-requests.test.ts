import path from 'node:path';
import { expect, test } from 'vitest';
import type { EvidenceRecord, StoredStep } from '../../harness/evidence-file.js';
import type { Exchange } from '../../harness/exchange.js';
import { start } from './process.js';
import { evidenceIn, scratchFolder } from './scratch.js';
import { someRequirements } from './selection.js';

const SELECTION = [...someRequirements, '--runs', '4', '--report', 'json'];

function exchangesOf(step: StoredStep): readonly string[] {
  return 'exchange' in step ? [step.exchange] : 'exchanges' in step ? step.exchanges : [];
}

/**
 * A request without what differs from run to run: fresh ids (of the same length), ids that the platform gave, the time, the
 * signature, ports and mailboxes.
 */
function normalised(exchange: Exchange): string {
  const { method, url, request } = exchange;
  const body = request.body
    .replace(/"(request_id|origin_request_id)":"([^"]*)"/g, (_whole, name, id) => `"${name}":${id.length}`)
    .replace(/"notify_url":"http:\/\/127\.0\.0\.1:\d+\/hooks\/m\d+"/g, '"notify_url":"mailbox"')
    .replace(/"pay_order_id":"[^"]*"/g, '"pay_order_id":"given"')
    .replace(/"(start_time|end_time)":"?\d+"?/g, '"$1":"time"');
  return `${method} ${new URL(url).pathname} ${exchange.application?.replace(/\d+/, '')} ${body}`;
}

/** Scenario, case and number of each exercise, with its requests. */
function requestsByExercise(records: readonly EvidenceRecord[]): Map<string, readonly string[]> {
  const exchanges = new Map<string, Exchange>();
  const byExercise = new Map<string, readonly string[]>();
  for (const record of records) {
    if (record.type === 'exchange') exchanges.set(record.exchange.id, record.exchange);
    if (record.type !== 'exercise') continue;
    const sent = Object.values(record.steps)
      .flatMap(exchangesOf)
      .map((id) => exchanges.get(id))
      .filter((exchange) => exchange?.kind === 'request');
    byExercise.set(
      `${record.scenario} [${record.case}] ${record.index} ${record.purpose}`,
      sent.flatMap((exchange) => (exchange === undefined ? [] : [normalised(exchange)])).sort(),
    );
  }
  return byExercise;
}

async function requestsOf(seed: string, out: string): Promise<Map<string, readonly string[]>> {
  const cwd = scratchFolder();
  const { code, err } = await start(['run', ...SELECTION, '--seed', seed, '--out', out], { cwd }).ended;
  if (code !== 0) throw new Error(`exit code ${code}\n${err}`);
  return requestsByExercise(await evidenceIn(path.join(cwd, out)));
}

/** The exercises that are not the same, the first of them in full. */
function differences(one: Map<string, readonly string[]>, other: Map<string, readonly string[]>): readonly unknown[] {
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const differing = names.filter((name) => JSON.stringify(one.get(name)) !== JSON.stringify(other.get(name)));
  const [first] = differing;
  return first === undefined ? [] : [...differing, one.get(first), other.get(first)];
}

test('the same seed sends the same requests; another seed sends others', async () => {
  const first = await requestsOf('20260401', 'first');
  const again = await requestsOf('20260401', 'again');
  const other = await requestsOf('20260402', 'other');
  expect(first.size).toBeGreaterThan(20);
  expect(differences(first, again)).toEqual([]);
  expect([...other.keys()].sort()).toEqual([...first.keys()].sort());
  expect(differences(first, other).length).toBeGreaterThan(first.size / 2);
}, 60_000);
