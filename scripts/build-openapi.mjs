import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { endpoints, failures, webhooks } from './openapi-contents.mjs';
import { bundle, readSchemas, schemasFolder } from './schema-folder.mjs';

/** Where the OpenAPI document is written. */
export const openapiFile = path.join(schemasFolder, 'lesspay', 'openapi.json');

const schemaPrefix = '#/components/schemas/';

const productOf = (tag) => (tag === 'Pay-in' ? 'payin' : 'payout');
const responseName = (product, name) => `${product === 'payin' ? 'Payin' : 'Payout'}${name}`;
const capitalised = (name) => name[0].toUpperCase() + name.slice(1);
const reference = (name) => ({ $ref: schemaPrefix + name });

/** The names of the schemas that are reached from `value`, through other schemas too. */
function reachable(value, table, found = new Set()) {
  if (Array.isArray(value)) for (const item of value) reachable(item, table, found);
  else if (value !== null && typeof value === 'object') {
    if (typeof value.$ref === 'string' && value.$ref.startsWith(schemaPrefix)) {
      const name = value.$ref.slice(schemaPrefix.length);
      if (!found.has(name)) {
        found.add(name);
        reachable(table[name], table, found);
      }
    }
    for (const [key, member] of Object.entries(value))
      if (key !== 'examples' && key !== 'example') reachable(member, table, found);
  }
  return found;
}

const conditions = new Set(['if', 'then', 'else', 'not', 'anyOf']);

/**
 * Says inside a condition or an alternative what JSON Schema takes for granted: that other members are allowed, and that a
 * required member may be anything. Linters of OpenAPI documents do not take it for granted. The meaning stays the same.
 */
function explicit(schema, conditional = false) {
  if (Array.isArray(schema)) return schema.map((item) => explicit(item, conditional));
  if (schema === null || typeof schema !== 'object') return schema;
  const own = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === 'properties')
        return [
          key,
          Object.fromEntries(Object.entries(value).map(([name, member]) => [name, explicit(member, conditional)])),
        ];
      return [key, explicit(value, conditional || conditions.has(key))];
    }),
  );
  if (!conditional || (own.required === undefined && own.properties === undefined)) return own;
  const required = Object.fromEntries((own.required ?? []).map((name) => [name, {}]));
  return { ...own, properties: { ...required, ...own.properties }, unevaluatedProperties: true };
}

/** Builds the OpenAPI 3.1 document from the schemas and the example messages. It refers to nothing outside itself. */
export function buildOpenapi() {
  const { table, roots } = bundle(readSchemas('lesspay'), schemaPrefix);
  const examples = JSON.parse(readFileSync(path.join(schemasFolder, 'lesspay', 'examples.json'), 'utf8'));
  const envelopes = examples['response-envelope'];
  const pick = (keys) => Object.fromEntries(keys.map((key) => [key, envelopes[key]]));

  for (const { id, data, summary } of endpoints)
    table[`${capitalised(id)}Response`] = {
      title: `${capitalised(id)}Response`,
      description: `The answer to: ${summary}. \`data\` is there when \`code\` is 0.`,
      type: 'object',
      allOf: [reference(roots['response-envelope'])],
      properties: { data: { anyOf: [reference(roots[data]), { type: 'null' }] } },
    };

  const responses = {};
  for (const product of ['payin', 'payout'])
    for (const failure of failures)
      responses[responseName(product, failure.name)] = {
        description: failure.text,
        content: {
          'application/json': {
            schema: reference(roots['response-envelope']),
            ...(failure[product].length === 0 ? {} : { examples: pick(failure[product]) }),
          },
        },
      };

  const answerTo = ({ id, data, errors }) => ({
    description: 'Answered. Only `code` 0 is a success.',
    content: {
      'application/json': {
        schema: reference(`${capitalised(id)}Response`),
        examples: {
          ...Object.fromEntries(
            Object.entries(examples[data]).map(([key, { summary, value }]) => [
              key,
              { summary, value: { code: 0, msg: 'SUCCESS', data: value } },
            ]),
          ),
          ...pick(errors),
        },
      },
    },
  });

  const paths = Object.fromEntries(
    endpoints.map((endpoint) => [
      endpoint.path,
      {
        post: {
          operationId: endpoint.id,
          tags: [endpoint.tag],
          summary: endpoint.summary,
          description: endpoint.description,
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: reference(roots[endpoint.request]), examples: examples[endpoint.request] },
            },
          },
          responses: {
            200: answerTo(endpoint),
            ...Object.fromEntries(
              failures.map(({ status, name }) => [
                status,
                { $ref: `#/components/responses/${responseName(productOf(endpoint.tag), name)}` },
              ]),
            ),
          },
        },
      },
    ]),
  );

  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Lesspay 2.0',
      version: '2.0',
      summary: 'The merchant-facing API as lesspay-conformance reads it',
      description:
        'An independent description of the Lesspay 2.0 merchant API. Each schema names its source: S000 to S003 and P-… are documents and pages of the platform, D1 to D4 versions of its demo client, E-… entries of the list of contradictions.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [
      {
        url: 'https://{host}',
        description: 'The platform under test',
        variables: { host: { default: 'lesspay.invalid', description: 'Host, with a port where needed' } },
      },
    ],
    security: [{ appId: [], timestamp: [], signature: [] }],
    tags: [
      { name: 'Pay-in', description: 'Collecting payments' },
      { name: 'Payout', description: 'Paying beneficiaries' },
      { name: 'Webhooks', description: "What the platform sends to the merchant's `notify_url`" },
    ],
    paths,
    webhooks: Object.fromEntries(
      webhooks.map(({ id, schema, summary, description }) => [
        id,
        {
          post: {
            operationId: id,
            tags: ['Webhooks'],
            summary,
            description,
            security: [],
            parameters: [
              { $ref: '#/components/parameters/WebhookSignature' },
              { $ref: '#/components/parameters/WebhookTimestamp' },
            ],
            requestBody: {
              required: true,
              content: { 'application/json': { schema: reference(roots[schema]), examples: examples[schema] } },
            },
            responses: {
              200: { $ref: '#/components/responses/WebhookAcknowledged' },
              401: { $ref: '#/components/responses/WebhookRefused' },
            },
          },
        },
      ]),
    ),
    components: {
      securitySchemes: {
        appId: {
          type: 'apiKey',
          in: 'header',
          name: 'x-auth-appid',
          description: 'The application id that the platform issued.',
        },
        timestamp: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Auth-Timestamp',
          description: 'The time of the request as 13-digit milliseconds.',
        },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'x-auth-signature',
          description: 'SHA-256 over the sorted members and the secret, 64 hexadecimal digits in capital letters.',
        },
      },
      parameters: {
        WebhookSignature: {
          name: 'x-auth-signature',
          in: 'header',
          required: true,
          description: 'The signature, made with the secret of the application that created the order.',
          schema: { type: 'string', pattern: '^[0-9A-F]{64}$' },
        },
        WebhookTimestamp: {
          name: 'X-Auth-Timestamp',
          in: 'header',
          required: false,
          description: 'The time of the delivery as 13-digit milliseconds.',
          schema: { type: 'string', pattern: '^[1-9][0-9]{12}$' },
        },
      },
      responses: {
        ...responses,
        WebhookAcknowledged: {
          description: 'Processed, or processed before. The platform sends it no more.',
          content: { 'text/plain': { schema: { type: 'string', const: 'SUCCESS' } } },
        },
        WebhookRefused: {
          description: 'The signature is missing or wrong. Any answer but an acknowledgement will do.',
          content: { 'text/plain': { schema: { type: 'string' }, example: 'FAIL' } },
        },
      },
      schemas: {},
    },
  };
  const used = reachable(document, table);
  document.components.schemas = Object.fromEntries(
    Object.keys(table)
      .filter((name) => used.has(name))
      .sort()
      .map((name) => [name, explicit(table[name])]),
  );
  return document;
}

/** The exact text of the committed file. */
export function openapiText() {
  return `${JSON.stringify(buildOpenapi(), null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(openapiFile, openapiText());
  console.log(`${path.relative(process.cwd(), openapiFile)}: written`);
}
