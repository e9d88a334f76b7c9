import { attachment, epic, feature, historyId, label, layer, story, testCaseId } from 'allure-js-commons';
import { afterEach, beforeEach } from 'vitest';
import './context.js';

/** Setup file, loaded only with `--report allure`: gives each test its requirement labels and attaches the evidence of findings. */
beforeEach(async ({ task }) => {
  const [id = task.name] = task.name.split(':', 1);
  await epic('Lesspay 2.0');
  await feature(id.replace(/-\d{3}.*$/, ''));
  await story(id);
  await label('requirement', id);
  await layer('conformance');
  // What Allure would derive holds the path of the installation, so that another machine had another history.
  await testCaseId(`lesspay-conformance/${id}`);
  await historyId(`lesspay-conformance/${id}`);
});

afterEach(async ({ task }) => {
  const meta = task.meta.conformance;
  if (meta === undefined) return;
  for (const tally of meta.result.tallies) {
    for (const { exchanges, violations, requirement } of tally.findings) {
      await attachment(`${requirement}: violations`, JSON.stringify(violations, null, 2), 'application/json');
      for (const { label: name, exchange } of exchanges) {
        await attachment(`${requirement}: ${name}`, JSON.stringify(exchange, null, 2), 'application/json');
      }
    }
  }
});
