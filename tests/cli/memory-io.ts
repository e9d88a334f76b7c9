import path from 'node:path';
import type { Io } from '../../cli/io.js';
import { runCommandLine } from '../../cli/program.js';
import { linesOf } from '../../harness/lines.js';

/** What a command line did, as its user sees it. */
export interface Ran {
  readonly code: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly err: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** Absolute; by default a folder that does not exist, so that no `.env` is found. */
  readonly cwd?: string;
  readonly input?: string;
}

/** Runs a command line inside this process. */
export async function inProcess(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const { env = {}, cwd = path.resolve('/nonexistent-folder'), input = '' } = surroundings;
  const out: string[] = [];
  const err: string[] = [];
  async function* pieces(): AsyncGenerator<string> {
    yield input;
  }
  const io: Io = {
    out: (line) => out.push(line),
    note: (line) => err.push(line),
    readInput: async () => input,
    inputLines: () => linesOf(pieces()),
    env,
    cwd,
    interactive: false,
    color: false,
    now: Date.now,
    random: Math.random,
  };
  const code = await runCommandLine(args, io);
  return { code, out: out.map((line) => `${line}\n`).join(''), err: err.map((line) => `${line}\n`).join('') };
}
