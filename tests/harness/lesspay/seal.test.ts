import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countExchanges } from '../../../harness/evidence-file.js';
import { startReferencePlatform } from '../../../reference/lesspay/start.js';
import { evidenceIn, scratchFolder } from '../../cli/scratch.js';
import { APPLICATION, act, openSession } from './one-session.js';

test('what comes after the books are closed is neither stored nor counted', async () => {
  const platform = await startReferencePlatform({ applications: [APPLICATION] });
  onTestFinished(() => platform.close());
  const folder = scratchFolder();
  const evidenceFile = path.join(folder, 'evidence.ndjson.gz');
  const session = await openSession(platform.url, { evidenceFile });
  const ask = () => act(session, (actors) => actors.platform.call('listBanks', { wayCode: 'X' }));
  await ask();
  await ask();
  session.seal();
  const late = await ask();
  session.seal();
  await session.flush();
  expect(session.exchanges()).toBe(2);
  expect(await countExchanges(evidenceFile)).toBe(2);
  const records = await evidenceIn(folder);
  expect(records.map((record) => record.type === 'exchange' && record.exchange.id)).not.toContain(late.id);
});
