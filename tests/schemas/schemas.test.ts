import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../protocols/package-root.js';

type Schema = Record<string, unknown>;

const folder = path.join(packageRoot, 'schemas', 'lesspay');
const schemas = readdirSync(folder)
  .filter((file) => file.endsWith('.schema.json'))
  .map((file): [string, Schema] => [file, JSON.parse(readFileSync(path.join(folder, file), 'utf8'))]);

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const recordOf = (value: unknown): [string, unknown][] => (isSchema(value) ? Object.entries(value) : []);

/** Every member and definition, by its JSON pointer. */
function membersOf(schema: Schema, pointer = ''): [string, Schema][] {
  return ['properties', '$defs'].flatMap((group) =>
    recordOf(schema[group]).flatMap(([name, member]): [string, Schema][] => {
      if (!isSchema(member)) return [];
      const where = `${pointer}/${group}/${name}`;
      return [[where, member], ...membersOf(member, where)];
    }),
  );
}

describe('every Lesspay schema', () => {
  test('there are the eight requests, the envelope, eight results and four webhooks, and what they share', () => {
    expect(schemas.map(([file]) => file.replace('.schema.json', '')).sort()).toEqual([
      'common',
      'create-payin-data',
      'create-payin-request',
      'create-payout-batch-data',
      'create-payout-batch-request',
      'create-payout-data',
      'create-payout-request',
      'fetch-payin-data',
      'fetch-payin-request',
      'fetch-payout-request',
      'payin-webhook-v1',
      'payin-webhook-v2',
      'payout-balance-data',
      'payout-balance-request',
      'payout-banks-data',
      'payout-banks-request',
      'payout-query-data',
      'payout-webhook',
      'response-envelope',
      'risk-event-webhook',
      'trigger-notify-request',
    ]);
  });

  test.each(schemas)('%s names its dialect, itself, a title, a description and a source', (file, schema) => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://lesspay-conformance.dev/schemas/lesspay/${file}`,
      title: expect.stringMatching(/^([A-Z][a-z0-9]*)+$/),
      description: expect.stringMatching(/ Source: [SPD][^.]+(\.\d[^.]*)*\.$/),
    });
  });

  test.each(schemas)(
    '%s: each member and definition is described with its source, or refers to one that is',
    (_, schema) => {
      const members = membersOf(schema);
      const undescribed = members.filter(
        ([, member]) => typeof member.$ref !== 'string' && !/ Source: \S.*\.$/.test(String(member.description)),
      );
      expect(members.length).toBeGreaterThan(0);
      expect(undescribed.map(([pointer]) => pointer)).toEqual([]);
      const halfDescribed = members.filter(
        ([, member]) => member.description !== undefined && !/ Source: \S.*\.$/.test(String(member.description)),
      );
      expect(halfDescribed.map(([pointer]) => pointer)).toEqual([]);
    },
  );

  test('compiles in the strict mode of Ajv', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, logger: false });
    addFormats.default(ajv);
    for (const [, schema] of schemas) ajv.addSchema(schema);
    for (const [, schema] of schemas) expect(ajv.getSchema(String(schema.$id))).toBeTypeOf('function');
  });

  test('what a merchant sends is closed, what a platform sends is open', () => {
    const closed = (schema: Schema): boolean[] =>
      [schema, ...membersOf(schema).map(([, member]) => member)]
        .filter((member) => member.type === 'object')
        .map((member) => member.additionalProperties === false);
    for (const [file, schema] of schemas) {
      if (file.startsWith('common')) continue;
      const request = file.endsWith('-request.schema.json');
      expect([file, ...closed(schema)]).toEqual([file, ...closed(schema).map(() => request)]);
    }
  });
});
