#!/usr/bin/env node
import { linesOf } from '../harness/lines.js';
import { runCommandLine } from './program.js';

// `lesspay-conformance requirements | head` closes our output early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function* readPieces(): AsyncGenerator<string> {
  process.stdin.setEncoding('utf8');
  for await (const piece of process.stdin) yield piece as string;
}

const args = process.argv.slice(2);
const plain = args.includes('--no-color') || (process.env.NO_COLOR ?? '') !== '';

process.exitCode = await runCommandLine(args, {
  out: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
  readInput,
  inputLines: () => linesOf(readPieces()),
  env: process.env,
  cwd: process.cwd(),
  interactive: process.stderr.isTTY === true && process.env.CI === undefined,
  color: !plain && process.stdout.isTTY === true,
  now: Date.now,
  random: Math.random,
});
