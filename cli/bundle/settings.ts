import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readChecked } from '../../harness/config-file.js';
import { UsageError } from '../../harness/usage-error.js';
import { DEFAULT_PROFILE, type FullProfile, fullProfile } from '../../reports/acceptance/profile.js';
import { isSupportedKey } from '../../reports/bundle/dsse.js';
import type { AcceptanceProfile } from '../../schemas/config/config.generated.js';
import type { Io } from '../io.js';
import { nonEmpty, settingsOf } from '../settings.js';

/** The options of a bundle as they stand on the command line. */
export interface BundleOptions {
  readonly bundle?: string;
  readonly profile?: string;
  readonly signKey?: string;
}

/** The same, checked. */
export interface BundleSettings {
  /** Absolute. */
  readonly file: string;
  /** As the user wrote it. */
  readonly shown: string;
  readonly profile: FullProfile;
  /** null: it is not signed. */
  readonly key: KeyObject | null;
}

/** Where the passphrase of an encrypted key is read from: an option would stand in the list of processes. */
export const PASSPHRASE = 'LESSPAY_SIGN_PASSPHRASE';

/**
 * Checks everything about a bundle before anything is sent; null when none is asked for.
 *
 * @param outDir of the report folder, absolute: a bundle in it would be a file that its manifest does not name
 * @throws UsageError
 */
export function readBundleSettings(
  { bundle, profile, signKey }: BundleOptions,
  io: Pick<Io, 'env' | 'cwd'>,
  outDir: string,
): BundleSettings | null {
  if (bundle === undefined) {
    const alone = profile !== undefined ? '--profile' : signKey !== undefined ? '--sign-key' : null;
    if (alone === null) return null;
    throw new UsageError(
      'BUNDLE_MISSING',
      `${alone} is about an acceptance bundle: say where it goes with --bundle FILE.zip.`,
    );
  }
  const file = path.resolve(io.cwd, bundle);
  const inside = path.relative(outDir, file);
  if (!inside.startsWith('..') && !path.isAbsolute(inside)) {
    throw new UsageError(
      'BUNDLE_INSIDE',
      `--bundle: ${bundle} lies in the report folder, whose manifest would not name it. Give a path outside of it.`,
    );
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new UsageError(
      'BUNDLE_IS_FOLDER',
      `--bundle: ${bundle} is a folder. Give the name of a file, such as acceptance.zip.`,
    );
  }
  if (statSync(path.dirname(file), { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError('BUNDLE_NOWHERE', `--bundle: there is no folder ${path.dirname(bundle)}. Create it first.`);
  }
  return {
    file,
    shown: bundle,
    profile: profile === undefined ? DEFAULT_PROFILE : readProfile(path.resolve(io.cwd, profile)),
    key: signKey === undefined ? null : readPrivateKey(path.resolve(io.cwd, signKey), signKey, io),
  };
}

/** Reads an acceptance profile (schema `config/acceptance-profile`). @throws UsageError */
export function readProfile(file: string): FullProfile {
  return fullProfile(readChecked(file, '--profile', 'config/acceptance-profile') as AcceptanceProfile);
}

const KEYS =
  'Expected a private key in PEM, Ed25519 or ECDSA P-256, for example from: openssl genpkey -algorithm ed25519';

function readPrivateKey(file: string, shown: string, io: Pick<Io, 'env' | 'cwd'>): KeyObject {
  let pem: Buffer;
  try {
    pem = readFileSync(file);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError('KEY_UNREADABLE', `--sign-key: cannot read ${shown} (${why}). ${KEYS}`);
  }
  const passphrase = nonEmpty(settingsOf(io)[PASSPHRASE]);
  if (passphrase === undefined && pem.includes('ENCRYPTED')) {
    throw new UsageError(
      'PASSPHRASE_MISSING',
      `--sign-key: ${shown} is encrypted. Set its passphrase in ${PASSPHRASE}.`,
    );
  }
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem', ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    // The messages of OpenSSL never quote the key, but are of no use either.
    throw new UsageError(
      'KEY_INVALID',
      `--sign-key: ${shown} cannot be read as a private key${passphrase === undefined ? '' : `, or ${PASSPHRASE} is not its passphrase`}. ${KEYS}`,
    );
  }
  if (!isSupportedKey(key)) {
    throw new UsageError(
      'KEY_UNSUPPORTED',
      `--sign-key: ${shown} is a key of type ${key.asymmetricKeyType ?? 'unknown'}. ${KEYS}`,
    );
  }
  return key;
}
