import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { operationNames, operations } from '../../protocols/lesspay/operations.js';
import { dataSchemaOf, requestSchemaOf, validateMessage } from '../../schemas/validator.js';
import { openapiFile, openapiText } from '../../scripts/build-openapi.mjs';

interface Content {
  readonly 'application/json': {
    readonly schema: { readonly $ref: string };
    readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
  };
}

interface Answer {
  readonly $ref?: string;
  readonly content?: Content;
}

interface Post {
  readonly operationId: string;
  readonly security?: unknown;
  readonly requestBody: { readonly content: Content };
  readonly responses: Readonly<Record<string, Answer>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly post: Post }>>;
  readonly webhooks: Readonly<Record<string, { readonly post: Post }>>;
  readonly security: unknown;
  readonly components: {
    readonly responses: Readonly<Record<string, Answer>>;
    readonly schemas: Readonly<Record<string, object>>;
    readonly securitySchemes: Readonly<Record<string, { readonly in: string; readonly name: string }>>;
  };
}

const text = readFileSync(openapiFile, 'utf8');
const document: Document = JSON.parse(text);
const posts = Object.entries(document.paths).map(([path, { post }]) => ({ path, post }));

const valuesOf = (content: Content | undefined): unknown[] =>
  Object.values(content?.['application/json'].examples ?? {}).map(({ value }) => value);

async function lint(source: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source, absoluteRef: openapiFile, config });
  return problems.map(
    ({ severity, ruleId, message, location }) => `${severity} ${ruleId}: ${message} ${location[0]?.pointer}`,
  );
}

describe('the OpenAPI document', () => {
  test('is what the schemas say (else run `node scripts/build-openapi.mjs`)', () => {
    expect(text).toBe(openapiText());
  });

  test('has neither errors nor warnings under the recommended rules', async () => {
    expect(await lint(text)).toEqual([]);
  });

  test('a wrong example would be seen by these rules', async () => {
    const broken = text.replace('"target_amount": "75.40"', '"target_amount": "-75.40"');
    expect(broken).not.toBe(text);
    expect(await lint(broken)).toEqual([expect.stringContaining('no-invalid-media-type-examples')]);
  });

  test('refers to nothing outside itself', () => {
    const references = [...text.matchAll(/"\$ref": "([^"]*)"/g)].map(([, reference]) => reference);
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((reference) => reference?.startsWith('#/components/') !== true)).toEqual([]);
  });

  test('has the eight operations under their names and paths', () => {
    expect(document.openapi).toBe('3.1.0');
    const found = posts.map(({ path, post }) => [post.operationId, path]).sort();
    expect(found).toEqual(operationNames.map((name) => [name, operations[name].path]).sort());
  });

  test('asks for the three headers', () => {
    const { securitySchemes } = document.components;
    expect(Object.values(securitySchemes).map(({ in: place, name }) => `${place} ${name.toLowerCase()}`)).toEqual([
      'header x-auth-appid',
      'header x-auth-timestamp',
      'header x-auth-signature',
    ]);
    expect(document.security).toEqual([{ appId: [], timestamp: [], signature: [] }]);
    expect(posts.map(({ post }) => post.security)).toEqual(posts.map(() => undefined));
  });
});

describe('its examples', () => {
  test.each(operationNames)('%s: requests, results and errors', (operation) => {
    const post = posts.find(({ path }) => path === operations[operation].path)?.post;
    const requests = valuesOf(post?.requestBody.content);
    const answers = valuesOf(post?.responses['200']?.content) as { code: number; data: unknown }[];
    expect(requests.length).toBeGreaterThan(0);
    for (const request of requests) expect(validateMessage(requestSchemaOf(operation), request)).toEqual([]);
    for (const answer of answers) expect(validateMessage('lesspay/response-envelope', answer)).toEqual([]);
    const successes = answers.filter(({ code }) => code === 0);
    expect(successes.length).toBeGreaterThan(0);
    expect(successes.length).toBeLessThan(answers.length);
    for (const { data } of successes) expect(validateMessage(dataSchemaOf(operation), data)).toEqual([]);
  });

  test.each([
    ['payinWebhookV1', 'payin-webhook-v1'],
    ['payinWebhookV2', 'payin-webhook-v2'],
    ['payoutWebhook', 'payout-webhook'],
    ['riskEventWebhook', 'risk-event-webhook'],
  ])('%s', (webhook, schema) => {
    const bodies = valuesOf(document.webhooks[webhook]?.post.requestBody.content);
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) expect(validateMessage(`lesspay/${schema}`, body)).toEqual([]);
  });

  test('shared error answers', () => {
    const bodies = Object.values(document.components.responses).flatMap(({ content }) =>
      content?.['application/json'] === undefined ? [] : valuesOf(content),
    );
    expect(bodies.length).toBeGreaterThan(5);
    for (const body of bodies) {
      expect(validateMessage('lesspay/response-envelope', body)).toEqual([]);
      expect(body).not.toMatchObject({ code: 0 });
    }
  });

  test('are valid under the bundled schemas too, and a broken one is not', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'https://openapi.invalid/', components: document.components });
    for (const { post } of [...posts, ...Object.values(document.webhooks)]) {
      const { schema } = post.requestBody.content['application/json'];
      const validate = ajv.getSchema(`https://openapi.invalid/${schema.$ref}`);
      for (const value of valuesOf(post.requestBody.content))
        expect([validate?.(value), validate?.errors]).toEqual([true, null]);
      expect(validate?.({ request_id: 5 })).toBe(false);
    }
  });
});
