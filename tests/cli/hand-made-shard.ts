import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suiteIdentity } from '../../cli/package-identity.js';
import { EvidenceWriter } from '../../harness/evidence-file.js';
import type { Exchange } from '../../harness/exchange.js';
import type { LedgerLine, RunResult, ShardFile } from '../../schemas/report/results.generated.js';
import { sampleExchange, sampleResult } from '../reports/sample-result.js';

/** What a hand-made shard holds besides the usual. */
export interface HandMade {
  readonly index: number;
  readonly count: number;
  readonly over?: Partial<RunResult>;
  readonly file?: Partial<ShardFile>;
  readonly exchanges?: readonly Exchange[];
  readonly ledger?: readonly LedgerLine[];
  /** False: the evidence has no footer. */
  readonly complete?: boolean;
}

/** A create of a pay-in, and the order that it returned. */
export function createdPayin(id: string, requestId: string, payOrderId: string, application = 'first'): Exchange {
  const answer = JSON.stringify({ code: 0, msg: 'SUCCESS', data: { order_data: { payOrderId } } });
  const asked = JSON.stringify({ request_id: requestId, target_amount: '1.00', target_currency: 'USD' });
  return sampleExchange(id, {
    operation: 'createPayin',
    application,
    url: 'http://127.0.0.1:8080/api/global/v1/pay/create-order',
    request: { headers: {}, body: asked, bytes: asked.length, truncated: false },
    response: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: answer,
      bytes: answer.length,
      truncated: false,
    },
  });
}

/** Writes the output folder of a shard that nothing was run for. Its selection is `FMT-014` unless `over` says otherwise. */
export async function handMadeShard(folder: string, name: string, made: HandMade): Promise<string> {
  const dir = path.join(folder, name);
  mkdirSync(dir);
  const { index, count, exchanges = [], ledger = [] } = made;
  const result = sampleResult([], {
    suite: suiteIdentity,
    selection: { only: ['FMT-014'], level: null, shard: { index, count } },
    ...made.over,
  });
  const file: ShardFile = {
    schemaVersion: 1,
    seed: result.seed,
    startedAt: result.startedAt,
    replayOptions: '',
    scenarios: [],
    errors: [],
    ...made.file,
  };
  writeFileSync(path.join(dir, 'results.json'), JSON.stringify(result));
  writeFileSync(path.join(dir, 'shard.json'), JSON.stringify(file));
  writeFileSync(path.join(dir, 'ledger.ndjson'), ledger.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const evidence = new EvidenceWriter(path.join(dir, 'evidence.ndjson.gz'));
  const { seed, startedAt, finishedAt } = result;
  evidence.write({ type: 'header', schemaVersion: 1, suite: 'a suite', protocol: 'lesspay', seed, startedAt });
  for (const exchange of exchanges) evidence.write({ type: 'exchange', exchange });
  evidence.write({
    type: 'exercise',
    scenario: 'FMT-014',
    case: null,
    index: 0,
    purpose: 'run',
    steps: { all: { exchanges: exchanges.map(({ id }) => id) }, one: { value: 'x1' } },
  });
  if (made.complete !== false) {
    evidence.write({ type: 'footer', exchanges: exchanges.length, exercises: 1, finishedAt });
  }
  await evidence.finish();
  return name;
}
