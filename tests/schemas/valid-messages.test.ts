import { describe, expect, test } from 'vitest';
import { operationNames } from '../../protocols/lesspay/operations.js';
import { dataSchemaOf, requestSchemaOf, validateMessage } from '../../schemas/validator.js';
import { exampleOf, examples } from './example-messages.js';

const all = Object.entries(examples).flatMap(([schema, messages]) =>
  Object.entries(messages).map(([name, { value }]) => ({ schema, name, value })),
);

describe('valid messages', () => {
  test.each(all)('$schema: $name', ({ schema, value }) => {
    expect(validateMessage(`lesspay/${schema}`, value)).toEqual([]);
  });

  test('every request, result and webhook has an example', () => {
    const needed = operationNames.flatMap((operation) => [requestSchemaOf(operation), dataSchemaOf(operation)]);
    const webhooks = ['payin-webhook-v1', 'payin-webhook-v2', 'payout-webhook', 'risk-event-webhook'];
    for (const name of [...needed.map((schema) => schema.replace('lesspay/', '')), ...webhooks, 'response-envelope'])
      expect(Object.keys(examples[name] ?? {}), name).not.toEqual([]);
  });
});

describe('what a platform sends may have more members', () => {
  const open = all.filter(({ schema }) => !schema.endsWith('-request'));

  test.each(open)('$schema: $name', ({ schema, value }) => {
    expect(validateMessage(`lesspay/${schema}`, withExtraMembers(value))).toEqual([]);
  });
});

/** The same value with an unknown member in each of its objects. */
function withExtraMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withExtraMembers);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withExtraMembers(member)]);
  return { ...Object.fromEntries(members), new_member: { of: ['a later version'] } };
}

describe('whole answers', () => {
  test.each([
    ['createPayin', 'cashier'],
    ['fetchPayin', 'page'],
    ['createPayout', 'accepted'],
    ['createPayoutBatch', 'accepted'],
    ['fetchPayout', 'inReview'],
    ['listBanks', 'list'],
    ['fetchBalance', 'object'],
    ['triggerNotify', 'inReview'],
  ] as const)('the answer of %s: envelope and data', (operation, name) => {
    const schema = dataSchemaOf(operation);
    const data = examples[schema.replace('lesspay/', '')]?.[name]?.value;
    expect(validateMessage('lesspay/response-envelope', { code: 0, msg: 'SUCCESS', data })).toEqual([]);
    expect(validateMessage(schema, data)).toEqual([]);
  });

  test.each([
    ['no data', { code: 30020, msg: 'No such order' }],
    ['an empty text', { code: 0, msg: '', data: {} }],
    ['reserved members at the top', { code: 0, msg: 'SUCCESS', data: [], encryptData: null, sign: 'ABC' }],
  ])('the envelope allows %s', (_, envelope) => {
    expect(validateMessage('lesspay/response-envelope', envelope)).toEqual([]);
  });

  test('a payout in a wallet may leave the bank members null or out', () => {
    const order = exampleOf('payout-query-data', 'documentedMembers') as { details: object[] };
    order.details = order.details.map((detail) => ({
      ...detail,
      bank_name: null,
      bank_country_code: null,
      bank_swift_code: null,
      actual_amount: '0',
      success_time: null,
    }));
    expect(validateMessage('lesspay/payout-query-data', order)).toEqual([]);
  });

  test.each([undefined, null, '', ' ', 'V1'])('a v1 webhook whose api_version is %j', (version) => {
    const webhook = exampleOf('payin-webhook-v1', 'succeed') as Record<string, unknown>;
    if (version === undefined) delete webhook.api_version;
    else webhook.api_version = version;
    expect(validateMessage('lesspay/payin-webhook-v1', webhook)).toEqual([]);
    expect(validateMessage('lesspay/payin-webhook-v2', webhook).map(({ path }) => path)).toEqual(['/api_version']);
  });
});
