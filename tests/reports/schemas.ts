import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { packageRoot } from '../../protocols/package-root.js';

const FOLDER = path.join(packageRoot, 'schemas/report');

const validators = new Map<string, (value: unknown) => string[]>();

/** What the schema says is wrong with a value; empty when it is valid. */
export function violationsOf(schema: 'results' | 'manifest', value: unknown): string[] {
  const validate = validators.get(schema) ?? validatorOf(schema);
  validators.set(schema, validate);
  return validate(value);
}

function validatorOf(schema: string): (value: unknown) => string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addSchema(JSON.parse(readFileSync(path.join(FOLDER, 'evidence.schema.json'), 'utf8')));
  const validate = ajv.compile(JSON.parse(readFileSync(path.join(FOLDER, `${schema}.schema.json`), 'utf8')));
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
