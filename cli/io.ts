/** Where a command reads and writes, and what it knows of its surroundings. Injected, so that commands can be tested. */
export interface Io {
  /** Writes a line to standard output: results that another program may read. */
  out(line: string): void;
  /** Writes a line to standard error: progress, notes, errors. */
  note(line: string): void;
  /** All of standard input as UTF-8 text. */
  readInput(): Promise<string>;
  /** Standard input line by line as it comes, without the line ends. */
  inputLines(): AsyncIterable<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The current folder, absolute. */
  readonly cwd: string;
  /** True when notes go to a terminal, so that progress may be redrawn. */
  readonly interactive: boolean;
  readonly color: boolean;
  /** Milliseconds since the epoch. */
  now(): number;
  /** A number in [0, 1). */
  random(): number;
}
