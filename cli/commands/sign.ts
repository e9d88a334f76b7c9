import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import {
  canonicalWithReading,
  equalSignatures,
  type SignatureReading,
  signatureReadings,
} from '../../protocols/lesspay/signature/readings.js';
import { digest, type SignatureOperation } from '../../protocols/lesspay/signature/sign.js';
import { UnsignableBodyError } from '../../protocols/lesspay/signature/unsignable-body-error.js';
import type { Io } from '../io.js';
import { nonEmpty, settingsOf } from '../settings.js';

/** The options of `sign` as they stand on the command line. */
export interface SignOptions {
  readonly appSecret?: string;
  readonly operation?: string;
  readonly reading?: string;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly verify?: string;
  readonly batch?: boolean;
}

function readOperation(text: unknown): SignatureOperation | null {
  return text === undefined || text === 'sign' ? 'sign' : text === 'payin-webhook' ? 'payin-webhook' : null;
}

interface Signed {
  /** The text before `&key=`; null when there is no member to sign. */
  readonly canonical: string | null;
  readonly signature: string;
}

function signBody(
  body: string,
  secret: string,
  operation: SignatureOperation,
  reading: SignatureReading = 'DEMO',
): Signed {
  const canonical = canonicalWithReading(body, reading, operation);
  return { canonical, signature: digest(canonical, secret) };
}

/** Signs one line of a batch. Bad lines are answered in their place; they never end the batch. */
function signLine(line: string): object {
  let id: unknown = null;
  try {
    const request: unknown = JSON.parse(line);
    if (typeof request !== 'object' || request === null || Array.isArray(request))
      throw new BatchLineError('expected a JSON object');
    const members = request as Record<string, unknown>;
    id = members.id ?? null;
    const operation = readOperation(members.operation);
    if (typeof members.body !== 'string')
      throw new BatchLineError('expected `body` to be a string: the JSON text to sign');
    if (typeof members.secret !== 'string') throw new BatchLineError('expected `secret` to be a string');
    if (operation === null) throw new BatchLineError('expected `operation` to be sign or payin-webhook');
    return { id, ...signBody(members.body, members.secret, operation) };
  } catch (error) {
    if (error instanceof UnsignableBodyError) return { id, error: { code: error.code, message: error.message } };
    if (error instanceof BatchLineError) return { id, error: { code: 'BAD_LINE', message: error.message } };
    if (error instanceof SyntaxError) return { id, error: { code: 'BAD_LINE', message: `not JSON: ${error.message}` } };
    throw error;
  }
}

class BatchLineError extends Error {}

async function readBody(file: string | undefined, io: Io): Promise<string> {
  if (file === undefined || file === '-') return io.readInput();
  try {
    return readFileSync(path.resolve(io.cwd, file), 'utf8');
  } catch (error) {
    throw new UsageError(
      'FILE_UNREADABLE',
      `Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}. Give a file with the JSON body, or - for standard input.`,
    );
  }
}

/** Signs a JSON body, or checks a signature of one. Resolves with the exit code: 1 when `--verify` does not match. */
export async function sign(file: string | undefined, options: SignOptions, io: Io): Promise<number> {
  if (options.batch === true) {
    for await (const line of io.inputLines()) if (line !== '') io.out(JSON.stringify(signLine(line)));
    return 0;
  }
  const secret = options.appSecret ?? nonEmpty(settingsOf(io).LESSPAY_APP_SECRET);
  if (secret === undefined) {
    throw new UsageError(
      'SECRET_MISSING',
      'The secret is missing: set LESSPAY_APP_SECRET (in the environment or in .env), or give --app-secret.',
    );
  }
  const operation = readOperation(options.operation);
  if (operation === null) {
    throw new UsageError(
      'BAD_OPERATION',
      `--operation: received ${JSON.stringify(options.operation)}, expected sign or payin-webhook.`,
    );
  }
  if (options.plain === true && (options.json === true || options.verify !== undefined)) {
    throw new UsageError(
      'PLAIN_AND_MORE',
      '--plain prints the signature and nothing else: leave --json and --verify out, or --plain.',
    );
  }
  const reading = signatureReadings.find((name) => name === (options.reading ?? 'DEMO'));
  if (reading === undefined) {
    throw new UsageError(
      'BAD_READING',
      `--reading: received ${JSON.stringify(options.reading)}, expected one of ${signatureReadings.join(', ')}.`,
    );
  }
  const body = await readBody(file, io);
  let signed: Signed;
  try {
    signed = signBody(body, secret, operation, reading);
  } catch (error) {
    if (!(error instanceof UnsignableBodyError)) throw error;
    throw new UsageError(error.code, `The body cannot be signed: ${error.message}`);
  }
  const verified = options.verify === undefined ? undefined : equalSignatures(signed.signature, options.verify);
  if (options.plain === true) {
    io.out(signed.signature);
  } else if (options.json === true) {
    io.out(JSON.stringify({ ...signed, ...(verified === undefined ? {} : { verified }) }));
  } else if (verified === undefined) {
    io.out(`canonical  ${signed.canonical ?? '(no member to sign)'}`);
    io.out(`signature  ${signed.signature}`);
  } else {
    io.out(
      verified
        ? 'The signature matches.'
        : `The signature does not match.\ncanonical  ${signed.canonical ?? '(no member to sign)'}\nexpected   ${signed.signature}\nreceived   ${options.verify}`,
    );
  }
  return verified === false ? 1 : 0;
}
