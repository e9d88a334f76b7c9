import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { packageRoot } from '../../protocols/package-root.js';

/** The built command line; `npm test` builds it first. */
export const mainScript = path.join(packageRoot, 'dist/cli/main.js');

/** How a child process ended. */
export interface Ended {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A child process under way. */
export interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the first match in what the child wrote so far or will write. @throws when it ends before */
  until(stream: 'out' | 'err', pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal. */
  signal(name: NodeJS.Signals): void;
}

export interface ChildOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** The environment of the tests without settings of the command line. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('LESSPAY_') && !name.startsWith('VITEST') && !name.startsWith('ALLURE_'),
  );
  return Object.fromEntries(kept.filter(([name]) => name !== 'NODE_OPTIONS' && name !== 'NODE_ENV' && name !== 'TEST'));
}

/** Starts `node SCRIPT ARGS`; the script is the built command line unless `script` says otherwise. */
export function start(args: readonly string[], options: ChildOptions = {}, script: string = mainScript): Child {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: options.cwd ?? packageRoot,
    env: { ...cleanEnvironment(), ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const text = { out: '', err: '' };
  const watchers = new Set<() => void>();
  const read = (stream: 'out' | 'err', source: NodeJS.ReadableStream): void => {
    source.setEncoding('utf8');
    source.on('data', (piece: string) => {
      text[stream] += piece;
      for (const look of watchers) look();
    });
  };
  read('out', child.stdout);
  read('err', child.stderr);
  // A child that ends without reading its input is no failure of the test.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  let over = false;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      over = true;
      resolve({ code, signal, ...text });
      for (const look of watchers) look();
    });
  });
  return {
    process: child,
    ended,
    until: (stream, pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(text[stream]);
          if (match === null && !over) return;
          watchers.delete(look);
          if (match !== null) resolve(match);
          else reject(new Error(`The process ended without ${pattern} in:\n${text.out}\n${text.err}`));
        };
        watchers.add(look);
        look();
      }),
    signal: (name) => {
      child.kill(name);
    },
  };
}

/** Runs a command line in a child process to its end. */
export function command(args: readonly string[], options: ChildOptions = {}): Promise<Ended> {
  return start(args, options).ended;
}
