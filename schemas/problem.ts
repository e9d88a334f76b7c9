import type { ErrorObject } from 'ajv';

/** One element of a value that its schema does not allow. */
export interface SchemaProblem {
  /** JSON pointer (RFC 6901) of the element, also of one that is missing. Empty for the whole value. */
  readonly path: string;
  /** The JSON Schema keyword that refused it, e.g. `required`, `pattern`, `additionalProperties`. */
  readonly keyword: string;
  /** One sentence: where, what was expected, what was received. */
  readonly message: string;
  readonly expected: string;
  /** The element as JSON, at most 120 characters. It is not masked: mask it before it leaves the machine. */
  readonly received: string;
}

const receivedCharacters = 120;

const capped = (text: string): string => {
  const characters = Array.from(text);
  return characters.length <= receivedCharacters ? text : `${characters.slice(0, receivedCharacters - 1).join('')}…`;
};

const segment = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const list = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

/** The name of the member that the error is about, where that is not the element the schema was applied to. */
function memberOf({ keyword, params }: ErrorObject): string | null {
  const name: unknown =
    keyword === 'required' || keyword === 'dependentRequired'
      ? params.missingProperty
      : keyword === 'additionalProperties'
        ? params.additionalProperty
        : keyword === 'unevaluatedProperties'
          ? params.unevaluatedProperty
          : keyword === 'propertyNames'
            ? params.propertyName
            : null;
  return typeof name === 'string' ? name : null;
}

const unitOf: Readonly<Record<string, string>> = {
  minLength: ' characters',
  maxLength: ' characters',
  minItems: ' elements',
  maxItems: ' elements',
  minProperties: ' members',
  maxProperties: ' members',
};

function expectedOf(error: ErrorObject): string {
  const { keyword, params, schema } = error;
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return 'a value';
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'false schema':
      return 'no such member';
    case 'type':
      return Array.isArray(schema) ? schema.join(' or ') : String(schema);
    case 'enum':
      return `one of ${list(Array.isArray(schema) ? schema : [])}`;
    case 'const':
      return JSON.stringify(schema);
    case 'pattern':
      return `text that matches ${String(schema)}`;
    case 'format':
      return `text in the format ${String(schema)}`;
    case 'anyOf':
    case 'oneOf':
      return `${keyword === 'anyOf' ? 'at least' : 'exactly'} one of: ${alternatives(schema)}`;
    case 'minLength':
    case 'minItems':
    case 'minProperties':
    case 'minimum':
      return `at least ${params.limit}${unitOf[keyword] ?? ''}`;
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
    case 'maximum':
      return `at most ${params.limit}${unitOf[keyword] ?? ''}`;
    default:
      return error.message ?? `${keyword} ${JSON.stringify(params)}`;
  }
}

function alternatives(schema: unknown): string {
  if (!Array.isArray(schema)) return 'the alternatives';
  return schema
    .map((branch: unknown) => {
      if (!isRecord(branch)) return 'nothing';
      if (Array.isArray(branch.required)) return `member ${branch.required.join(' with ')}`;
      if (typeof branch.$ref === 'string') return branch.$ref.replace(/^.*\//, '');
      return typeof branch.type === 'string' ? branch.type : 'another shape';
    })
    .join('; ');
}

/**
 * `if` only repeats what the errors of its branch say; the errors inside the alternatives of an `anyOf` or `oneOf` about the
 * element itself are repeated by its summary. What is wrong deeper inside an alternative stays.
 */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const kept: ErrorObject[] = [];
  const summaries: ErrorObject[] = [];
  for (const error of errors.toReversed()) {
    if (error.keyword === 'if') continue;
    const echoed = summaries.some(
      (summary) => summary.instancePath === error.instancePath && summary.parentSchema !== error.parentSchema,
    );
    if (echoed) continue;
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf') summaries.push(error);
    kept.push(error);
  }
  return kept.reverse();
}

/** Turns the errors of a validation into problems, one for each element and keyword. Needs Ajv's option `verbose`. */
export function problemsOf(errors: readonly ErrorObject[]): SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const error of withoutEchoes(errors)) {
    const member = memberOf(error);
    const path = member === null ? error.instancePath : error.instancePath + segment(member);
    const data: unknown = member === null ? error.data : isRecord(error.data) ? error.data[member] : undefined;
    const received = capped(JSON.stringify(data) ?? 'nothing');
    const expected = expectedOf(error);
    const key = `${path} ${error.keyword} ${expected}`;
    if (problems.has(key)) continue;
    const where = path === '' ? 'The value' : path;
    const message = `${where}: expected ${expected}; received ${received}.`;
    problems.set(key, { path, keyword: error.keyword, message, expected, received });
  }
  return [...problems.values()];
}
