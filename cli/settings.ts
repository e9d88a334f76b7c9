import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { UsageError } from '../harness/usage-error.js';
import type { Io } from './io.js';

/** The environment, completed from a `.env` file in the current folder. What is set in the environment wins. */
export function settingsOf(io: Pick<Io, 'env' | 'cwd'>): Readonly<Record<string, string | undefined>> {
  let file: Record<string, string> = {};
  try {
    file = parse(readFileSync(path.join(io.cwd, '.env')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      throw new UsageError(
        'ENV_UNREADABLE',
        `Cannot read ${path.join(io.cwd, '.env')}: ${String(error)}. Mend or remove the file.`,
      );
    }
  }
  const settings: Record<string, string | undefined> = { ...file };
  for (const [name, value] of Object.entries(io.env)) if (value !== undefined) settings[name] = value;
  return settings;
}

/** A setting that is given and not empty, else undefined. */
export function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value;
}

/** Reads an absolute http or https URL. @throws UsageError */
export function readHttpUrl(text: string, option: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UsageError(
      'BAD_URL',
      `${option}: received ${JSON.stringify(text)}, expected an absolute http or https URL, for example ${option} https://sandbox.example.com`,
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UsageError(
      'BAD_URL',
      `${option}: received ${JSON.stringify(text)}, expected a URL that begins with http:// or https://`,
    );
  }
  return url;
}

/** Reads an absolute http or https base URL; the trailing slash is dropped. @throws UsageError */
export function readBaseUrl(text: string, option: string): string {
  const url = readHttpUrl(text, option);
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      'BAD_URL',
      `${option}: the URL holds credentials. Leave them out; use --app-id and --app-secret.`,
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(
      'BAD_URL',
      `${option}: the URL ends with ${url.search}${url.hash}. Give the base URL without it.`,
    );
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

/** Reads a whole number within bounds. @throws UsageError */
export function readInteger(
  text: string,
  option: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const value = Number(text);
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value) || value < min || value > max) {
    throw new UsageError(
      'BAD_NUMBER',
      `${option}: received ${JSON.stringify(text)}, expected a whole number from ${min} to ${max}.`,
    );
  }
  return value;
}
