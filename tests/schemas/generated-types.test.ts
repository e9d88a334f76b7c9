import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schemaFolders, typesFileOf, typesOf } from '../../scripts/generate-types.mjs';

describe('the committed types are what the schemas say (else run `node scripts/generate-types.mjs`)', () => {
  test('lesspay is among the folders', () => {
    expect(schemaFolders()).toContain('lesspay');
  });

  test.each(schemaFolders())('%s', async (folder) => {
    expect(readFileSync(typesFileOf(folder), 'utf8')).toBe(await typesOf(folder));
  });

  test.each([
    'CreatePayinRequest',
    'FetchPayinRequest',
    'CreatePayoutRequest',
    'CreatePayoutBatchRequest',
    'FetchPayoutRequest',
    'PayoutBanksRequest',
    'PayoutBalanceRequest',
    'TriggerNotifyRequest',
    'ResponseEnvelope',
    'CreatePayinData',
    'FetchPayinData',
    'CreatePayoutData',
    'CreatePayoutBatchData',
    'PayoutQueryData',
    'PayoutBanksData',
    'PayoutBalanceData',
    'PayinWebhookV1',
    'PayinWebhookV2',
    'PayoutWebhook',
    'RiskEventWebhook',
  ])('exports %s', (title) => {
    const declaration = new RegExp(`^export (interface|type) ${title}\\b`, 'm');
    expect(readFileSync(typesFileOf('lesspay'), 'utf8')).toMatch(declaration);
  });
});
