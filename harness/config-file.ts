import { readFileSync } from 'node:fs';
import { readAmount } from '../protocols/amount.js';
import type { Ics } from '../schemas/config/config.generated.js';
import { validator } from '../schemas/validator.js';
import { UsageError } from './usage-error.js';

/** Reads a JSON file of the user's and checks it against its schema. @throws UsageError naming the file, the place and the fix */
export function readChecked(file: string, option: string, schema: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(
      'FILE_UNREADABLE',
      `${option}: cannot read ${file} (${why}). Give the path of an existing JSON file.`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      'FILE_NOT_JSON',
      `${option}: ${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  const [problem, ...more] = validator(schema)(value);
  if (problem !== undefined) {
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
    throw new UsageError(
      'FILE_INVALID',
      `${option}: ${file} at ${problem.path || '/'}: expected ${problem.expected}, received ${problem.received}${others}. ` +
        `The format is schemas/${schema}.schema.json of this package.`,
    );
  }
  return value;
}

/** Reads an implementation conformance statement (schema `config/ics`). @throws UsageError */
export function readIcs(file: string): Ics {
  const ics = readChecked(file, '--ics', 'config/ics') as Ics;
  for (const product of ['payin', 'payout'] as const) {
    for (const [currency, { min, max }] of Object.entries(ics[product]?.limits ?? {})) {
      if (max !== undefined && readAmount(max)?.isZero())
        refuseLimit(file, product, currency, 'a `max` above zero', max);
      if (readAmount(min)?.isGreaterThan(max ?? min ?? '0'))
        refuseLimit(file, product, currency, `a \`min\` that is not above \`max\` (${max})`, String(min));
    }
  }
  return ics;
}

function refuseLimit(file: string, product: string, currency: string, expected: string, received: string): never {
  throw new UsageError(
    'FILE_INVALID',
    `--ics: ${file} at /${product}/limits/${currency}: expected ${expected}, received ${JSON.stringify(received)}.`,
  );
}

/** Reads a file of waivers (schema `config/waivers`). @throws UsageError */
export function readWaiverFile(file: string): unknown {
  return readChecked(file, '--waivers', 'config/waivers');
}
