import { describe, expect, test } from 'vitest';
import { operationNames } from '../../protocols/lesspay/operations.js';
import {
  dataSchemaOf,
  requestSchemaOf,
  schemaBase,
  schemaNames,
  UnknownSchemaError,
  validateMessage,
  validator,
} from '../../schemas/validator.js';
import { exampleOf } from './example-messages.js';

describe('validator', () => {
  test('compiles every schema of the package', () => {
    expect(schemaNames()).toContain('lesspay/create-payin-request');
    for (const name of schemaNames()) expect(validator(name), name).toBeTypeOf('function');
  });

  test('takes the $id, the short name, and a definition of a schema', () => {
    const message = exampleOf('fetch-payout-request', 'byRequestId');
    expect(validator('lesspay/fetch-payout-request')(message)).toEqual([]);
    expect(validator(`${schemaBase}lesspay/fetch-payout-request.schema.json`)(message)).toEqual([]);
    const amount = validator(`${schemaBase}lesspay/common.schema.json#/$defs/amount`);
    expect([amount('0.01'), amount('0.00').map(({ keyword }) => keyword)]).toEqual([[], ['pattern']]);
  });

  test('knows the schemas of every operation', () => {
    for (const operation of operationNames) {
      expect(schemaNames()).toContain(requestSchemaOf(operation));
      expect(schemaNames()).toContain(dataSchemaOf(operation));
    }
  });

  test('an unknown name is an error that lists the known ones', () => {
    expect(() => validator('lesspay/refund-request')).toThrow(UnknownSchemaError);
    expect(() => validator('lesspay/refund-request')).toThrow(
      /"lesspay\/refund-request".*lesspay\/create-payin-request/,
    );
  });

  test('a later check does not change the result of an earlier one', () => {
    const check = validator('lesspay/payout-balance-request');
    const first = check({ currency: 'PHP' });
    check({});
    expect(first.map(({ path }) => path)).toEqual(['/way_code']);
  });
});

describe('a problem', () => {
  test('says where, what was expected and what was received', () => {
    const problems = validateMessage('lesspay/payout-balance-request', { currency: 'php', 'a/b~c': [1] });
    expect(problems).toEqual([
      {
        path: '/way_code',
        keyword: 'required',
        message: '/way_code: expected a value; received nothing.',
        expected: 'a value',
        received: 'nothing',
      },
      {
        path: '/a~1b~0c',
        keyword: 'additionalProperties',
        message: '/a~1b~0c: expected no such member; received [1].',
        expected: 'no such member',
        received: '[1]',
      },
      {
        path: '/currency',
        keyword: 'pattern',
        message: '/currency: expected text that matches ^[A-Z]{3,5}$; received "php".',
        expected: 'text that matches ^[A-Z]{3,5}$',
        received: '"php"',
      },
    ]);
  });

  test('quotes at most 120 characters', () => {
    const [problem] = validateMessage('lesspay/fetch-payout-request', { request_id: '💶'.repeat(1_000) });
    expect(Array.from(problem?.received ?? '')).toHaveLength(120);
    expect(problem?.received.endsWith('💶…')).toBe(true);
    expect(problem?.expected).toBe('at most 64 characters');
  });

  test('of alternatives is reported once, with what would do', () => {
    expect(validateMessage('lesspay/fetch-payin-request', {}).map(({ path, expected }) => [path, expected])).toEqual([
      ['', 'at least one of: member request_id; member pay_order_id'],
    ]);
    const window = { request_id: 'A', start_time: 'x', end_time: 1772616600000 };
    expect(validateMessage('lesspay/fetch-payin-request', window).map(({ path }) => path)).toEqual(['/start_time']);
  });
});
