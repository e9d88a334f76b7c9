import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { bundle, readSchemas, schemasFolder } from './schema-folder.mjs';

/** The generated file of each folder; other folders get `<folder>.generated.ts`. */
const fileNames = { lesspay: 'messages.generated.ts', rebell: 'messages.generated.ts', report: 'results.generated.ts' };

const prefix = '#/$defs/';

/** Keywords that restrict values without shaping a type; the compiler would turn some of them into empty types. */
const restrictions = new Set([
  'if',
  'then',
  'else',
  'not',
  'dependentRequired',
  'minItems',
  'maxItems',
  'examples',
  'default',
]);

const combinations = new Set(['allOf', 'anyOf', 'oneOf']);

const annotations = new Set(['title', 'description']);

const isRestriction = (schema) =>
  Object.entries(schema).every(
    ([key, value]) =>
      restrictions.has(key) ||
      key === 'required' ||
      (combinations.has(key) && value.every((item) => isRestriction(item))),
  );

/**
 * Leaves what shapes a type. References to definitions without a title are replaced by the definition, so that a type has a name
 * only where the schema gives it one.
 */
function shapeOf(schema, table) {
  if (Array.isArray(schema)) return schema.map((item) => shapeOf(item, table));
  if (schema === null || typeof schema !== 'object') return schema;
  if (typeof schema.$ref === 'string') {
    const target = table[schema.$ref.slice(prefix.length)];
    if (target.title !== undefined) return { $ref: schema.$ref };
    const { $ref: _reference, ...own } = schema;
    return shapeOf({ ...target, ...own }, table);
  }
  const shape = {};
  for (const [key, value] of Object.entries(schema)) {
    if (restrictions.has(key)) continue;
    if (key === 'properties' || key === 'patternProperties') {
      shape[key] = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member, table)]));
    } else if (combinations.has(key)) {
      const titled = value.filter(
        (item) => typeof item.$ref === 'string' && table[item.$ref.slice(prefix.length)].title,
      );
      const kept =
        schema.type === 'string' || schema.type === 'integer' ? titled : value.filter((item) => !isRestriction(item));
      if (kept.length > 0) shape[key] = shapeOf(kept, table);
    } else if (key === 'enum' || key === 'const' || key === 'required' || key === 'type') {
      shape[key] = value;
    } else {
      shape[key] = shapeOf(value, table);
    }
  }
  // The compiler takes a schema without a type for an object.
  if (Object.keys(shape).every((key) => annotations.has(key))) shape.tsType = 'unknown';
  return shape;
}

/**
 * Compiles the schemas of one folder into TypeScript.
 *
 * @param {string} folder e.g. `lesspay`
 * @returns {Promise<string>} the text of the generated module
 */
export async function typesOf(folder) {
  const { table, roots } = bundle(readSchemas(folder), prefix);
  const titled = Object.entries(table).filter(([, schema]) => schema.title !== undefined);
  const index = `${folder[0].toUpperCase()}${folder.slice(1)}Schemas`;
  const root = {
    title: index,
    description: `The type of each message by the name of its schema in \`schemas/${folder}\`.`,
    type: 'object',
    required: Object.keys(roots),
    properties: Object.fromEntries(Object.entries(roots).map(([file, name]) => [file, { $ref: prefix + name }])),
    additionalProperties: false,
    $defs: Object.fromEntries(titled.map(([name, schema]) => [name, shapeOf(schema, table)])),
  };
  return compile(root, index, {
    bannerComment: `// Generated from schemas/${folder}/*.schema.json by scripts/generate-types.mjs. Do not edit.`,
    additionalProperties: true,
    unknownAny: true,
    strictIndexSignatures: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
}

/** The folders below `schemas` that hold schemas. */
export function schemaFolders() {
  return readdirSync(schemasFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readSchemas(entry.name).length > 0)
    .map((entry) => entry.name)
    .sort();
}

/** Where the types of a folder are written. */
export function typesFileOf(folder) {
  return path.join(schemasFolder, folder, fileNames[folder] ?? `${folder}.generated.ts`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folders = process.argv.length > 2 ? process.argv.slice(2) : schemaFolders();
  for (const folder of folders) {
    const file = typesFileOf(folder);
    const text = await typesOf(folder);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
    if (before !== text) writeFileSync(file, text);
    console.log(`${path.relative(process.cwd(), file)}: ${before === text ? 'unchanged' : 'written'}`);
  }
}
