import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { packageRoot } from '../protocols/package-root.js';
import { problemsOf, type SchemaProblem } from './problem.js';

/** What the `$id` of every schema of this package begins with; the rest is the path below `schemas`. */
export const schemaBase = 'https://lesspay-conformance.dev/schemas/';

const suffix = '.schema.json';

/** A schema was asked for that the package does not have. */
export class UnknownSchemaError extends Error {
  readonly code = 'SCHEMA_UNKNOWN';

  constructor(received: string, known: readonly string[]) {
    super(
      `There is no schema named ${JSON.stringify(received)}. ` +
        `Expected the $id of a schema below ${schemaBase} or a short name; there are: ${known.join(', ')}.`,
    );
    this.name = 'UnknownSchemaError';
  }
}

/** A file below `schemas` is not what its name promises. */
export class SchemaFileError extends Error {
  readonly code = 'SCHEMA_FILE';

  constructor(file: string, received: string, expected: string) {
    super(`${file}: received ${received}, expected ${expected}. Restore the file from the package, or reinstall it.`);
    this.name = 'SchemaFileError';
  }
}

interface Registry {
  readonly ajv: Ajv2020;
  readonly names: readonly string[];
}

let registry: Registry | undefined;

/** Every schema of the package, read once. Compiling them all takes a quarter of a second, so each is compiled when it is first used. */
function schemas(): Registry {
  registry ??= load(path.join(packageRoot, 'schemas'));
  return registry;
}

function load(folder: string): Registry {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, verbose: true, discriminator: true });
  addFormats.default(ajv);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  for (const file of files) {
    const where = path.join(folder, file);
    const schema = readSchema(where);
    if (schema.$id !== schemaBase + file)
      throw new SchemaFileError(where, `the $id ${JSON.stringify(schema.$id)}`, JSON.stringify(schemaBase + file));
    ajv.addSchema(schema);
  }
  return { ajv, names: files.map((file) => file.slice(0, -suffix.length)) };
}

function readSchema(file: string): Record<string, unknown> {
  const text = readFileSync(file, 'utf8');
  try {
    const schema: unknown = JSON.parse(text);
    if (typeof schema === 'object' && schema !== null) return schema as Record<string, unknown>;
  } catch {
    // Reported below, like JSON that is no object.
  }
  throw new SchemaFileError(file, `${text.length} characters that are no JSON object`, 'a JSON Schema');
}

/** The short names of all schemas, e.g. `lesspay/create-payin-request`, sorted. */
export function schemaNames(): readonly string[] {
  return schemas().names;
}

/**
 * The check of one schema: a function that lists what is wrong with a value, nothing if it is valid.
 *
 * @param name the schema's `$id` (a JSON pointer after `#` is allowed), or its path below `schemas` without `.schema.json`
 * @throws {UnknownSchemaError} if there is no such schema
 * @example validator('lesspay/create-payin-request')({}) // nine problems, one for each required member
 */
export function validator(name: string): (value: unknown) => SchemaProblem[] {
  const { ajv, names } = schemas();
  const id = name.startsWith(schemaBase) ? name : schemaBase + name + suffix;
  const validate: ValidateFunction | undefined = ajv.getSchema(id);
  if (validate === undefined) throw new UnknownSchemaError(name, names);
  return (value) => (validate(value) === true ? [] : problemsOf(validate.errors ?? []));
}

/**
 * Lists what is wrong with a value, nothing if it is valid.
 *
 * @throws {UnknownSchemaError} if there is no such schema
 * @example validateMessage(requestSchemaOf('createPayin'), body)
 */
export function validateMessage(name: string, value: unknown): SchemaProblem[] {
  return validator(name)(value);
}

export { dataSchemaOf, requestSchemaOf } from './lesspay/operation-schemas.js';
export type { SchemaProblem } from './problem.js';
