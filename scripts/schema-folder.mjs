import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder `schemas`. */
export const schemasFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'schemas');

/**
 * Reads every `*.schema.json` of one folder below `schemas`.
 *
 * @param {string} folder e.g. `lesspay`
 * @returns {{ name: string, schema: Record<string, unknown> }[]} sorted by name; `name` is the file's name without `.schema.json`
 */
export function readSchemas(folder) {
  const suffix = '.schema.json';
  return readdirSync(path.join(schemasFolder, folder))
    .filter((file) => file.endsWith(suffix))
    .sort()
    .map((file) => ({
      name: file.slice(0, -suffix.length),
      schema: JSON.parse(readFileSync(path.join(schemasFolder, folder, file), 'utf8')),
    }));
}

const pascalCase = (key) => key.replace(/(^|[-_])([a-z])/g, (_, __, letter) => letter.toUpperCase());

/**
 * Gathers the schemas of a folder into one table of named schemas, so that the result stands alone: a file's root is named by its
 * title, a definition by its title or else by its key. References point into the table.
 *
 * @param {{ name: string, schema: Record<string, any> }[]} files
 * @param {string} prefix what a reference to a name begins with, e.g. `#/components/schemas/`
 * @returns {{ table: Record<string, any>, roots: Record<string, string> }} `roots`: the file's name to its name in the table
 */
export function bundle(files, prefix) {
  /** @type {Map<string, string>} absolute reference to name */
  const names = new Map();
  const sources = new Map();
  const roots = {};
  const claim = (reference, name, schema) => {
    if (sources.has(name)) throw new Error(`Two schemas are named ${name}: give ${reference} another title.`);
    names.set(reference, name);
    sources.set(name, schema);
  };
  for (const { name: file, schema } of files) {
    const { $defs = {}, $id, $schema: _dialect, ...root } = schema;
    if (root.type !== undefined || root.allOf !== undefined || root.anyOf !== undefined) {
      claim($id, root.title, { $id, schema: root });
      roots[file] = root.title;
    }
    for (const [key, definition] of Object.entries($defs))
      claim(`${$id}#/$defs/${key}`, definition.title ?? pascalCase(key), { $id, schema: definition });
  }
  const rewrite = (value, $id) => {
    if (Array.isArray(value)) return value.map((item) => rewrite(item, $id));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        if (key !== '$ref' || typeof member !== 'string') return [key, rewrite(member, $id)];
        const target = new URL(member, $id).href;
        const name = names.get(target);
        if (name === undefined) throw new Error(`${$id} refers to ${member}, which no schema of its folder defines.`);
        return [key, prefix + name];
      }),
    );
  };
  const table = Object.fromEntries([...sources].map(([name, { $id, schema }]) => [name, rewrite(schema, $id)]));
  return { table, roots };
}
