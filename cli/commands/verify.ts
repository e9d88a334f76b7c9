import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { EXIT } from '../../harness/verdict.js';
import { evaluate } from '../../reports/acceptance/evaluate.js';
import { isSupportedKey } from '../../reports/bundle/dsse.js';
import type { RunResult, Verification } from '../../schemas/report/results.generated.js';
import { readProfile } from '../bundle/settings.js';
import { BundleError, looksLikeZip, openBundleFile } from '../bundle/zip-reader.js';
import type { Io } from '../io.js';
import { suiteIdentity } from '../package-identity.js';
import { bundleChecks, inShort } from '../verify/bundle-checks.js';
import { MANIFEST, RESULTS } from '../verify/files.js';
import { Problems } from '../verify/problems.js';
import { openFolder, type ReportSource } from '../verify/source.js';
import { verificationInWords } from '../verify/text.js';
import { isSameSuite, verify } from '../verify/verify.js';

/** The options of `verify` as they stand on the command line. */
export interface VerifyOptions {
  readonly key?: string;
  readonly profile?: string;
  readonly json?: boolean;
}

const WANTED = `Expected the output folder of a run (with ${MANIFEST} and ${RESULTS}) or an acceptance bundle (.zip).`;

/**
 * Verifies a report folder or a bundle. The exit code: 0 as its run wrote it, 1 not so, or rejected by the profile that is given.
 *
 * @throws UsageError for anything else
 */
export async function verifyCommand(target: string, options: VerifyOptions, io: Io): Promise<number> {
  const key = options.key === undefined ? null : readPublicKey(path.resolve(io.cwd, options.key), options.key);
  const profile = options.profile === undefined ? null : readProfile(path.resolve(io.cwd, options.profile));
  const now = io.now();
  const verification = await verificationOf(path.resolve(io.cwd, target), target, key, (result) =>
    profile === null ? null : inShort(evaluate(result, profile, now)),
  );
  io.out(options.json === true ? JSON.stringify(verification, null, 2) : verificationInWords(verification));
  const fine = verification.verified && verification.byProfile?.verdict !== 'REJECTED';
  return fine ? EXIT.conformant : EXIT.notConformant;
}

async function verificationOf(
  file: string,
  shown: string,
  key: KeyObject | null,
  evaluated: (result: RunResult) => Verification['byProfile'],
): Promise<Verification> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError('NOT_FOUND', `verify: there is no ${shown}. ${WANTED}`);
  try {
    const source = found.isDirectory() ? await folderAt(file, shown) : await bundleAt(file, shown);
    return await verify(source, bundleChecks(source, key, isSameSuite), evaluated);
  } catch (error) {
    if (error instanceof BundleError) return malformed(shown, error, key);
    throw error;
  }
}

async function folderAt(dir: string, shown: string): Promise<ReportSource> {
  if (existsSync(path.join(dir, MANIFEST))) return openFolder(dir, shown);
  const unfinished = existsSync(path.join(dir, RESULTS))
    ? ` It has ${RESULTS}: the run that wrote it did not finish, or its manifest was removed.`
    : '';
  throw new UsageError('NOT_A_REPORT', `verify: ${shown} has no ${MANIFEST}.${unfinished} ${WANTED}`);
}

async function bundleAt(file: string, shown: string): Promise<ReportSource> {
  if (!(await looksLikeZip(file))) {
    throw new UsageError('NOT_A_REPORT', `verify: ${shown} is neither a folder nor a zip file. ${WANTED}`);
  }
  const { files, open } = await openBundleFile(file);
  if (!files.has(MANIFEST)) {
    throw new BundleError('MANIFEST_MISSING', MANIFEST, `The bundle has no ${MANIFEST}.`);
  }
  return { kind: 'bundle', shown, files, others: [], skipped: [], open };
}

/** A zip file that is not in the form of a bundle: nothing in it is looked at. */
function malformed(shown: string, { code, where, message }: BundleError, key: KeyObject | null): Verification {
  const problems = new Problems();
  problems.add({ kind: 'file', code, where, message });
  return {
    schemaVersion: 1,
    verifiedBy: { name: suiteIdentity.name, version: suiteIdentity.version },
    subject: { path: shown, kind: 'bundle' },
    run: null,
    files: 0,
    evidence: null,
    signature: { state: key === null ? 'notChecked' : 'invalid' },
    acceptance: null,
    byProfile: null,
    verified: false,
    problems: [...problems.list],
    problemsLeftOut: 0,
    notes: ['The zip file is not as a bundle is written, so that nothing in it was looked at.'],
  };
}

const KEYS =
  'Expected a public key in PEM (BEGIN PUBLIC KEY), Ed25519 or ECDSA P-256, for example from: openssl pkey -in key.pem -pubout';

function readPublicKey(file: string, shown: string): KeyObject {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError('KEY_UNREADABLE', `--key: cannot read ${shown} (${why}). ${KEYS}`);
  }
  if (pem.includes('PRIVATE KEY')) {
    throw new UsageError('KEY_PRIVATE', `--key: ${shown} is a private key, which verifying does not need. ${KEYS}`);
  }
  let key: KeyObject | null = null;
  try {
    if (pem.includes('BEGIN PUBLIC KEY')) key = createPublicKey({ key: pem, format: 'pem' });
  } catch {
    // Said below, as for any other text.
  }
  if (key === null) throw new UsageError('KEY_INVALID', `--key: ${shown} cannot be read as a public key. ${KEYS}`);
  if (!isSupportedKey(key)) {
    throw new UsageError(
      'KEY_UNSUPPORTED',
      `--key: ${shown} is a key of type ${key.asymmetricKeyType ?? 'unknown'}. ${KEYS}`,
    );
  }
  return key;
}
