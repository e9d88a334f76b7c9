import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../protocols/package-root.js';
import type { LesspaySchemas } from '../../schemas/lesspay/messages.generated.js';

type Examples = Record<string, Record<string, { readonly summary: string; readonly value: unknown }>>;

/** The example messages that the package ships, by the schema's name without its folder. */
export const examples: Examples = JSON.parse(
  readFileSync(path.join(packageRoot, 'schemas', 'lesspay', 'examples.json'), 'utf8'),
);

/** A fresh copy of one example message. */
export function exampleOf(schema: keyof LesspaySchemas, name: string): unknown {
  const example = examples[schema]?.[name];
  if (example === undefined) throw new Error(`examples.json has no example ${name} of ${schema}.`);
  return structuredClone(example.value);
}
