import { styleText } from 'node:util';
import type { RequirementResult, RunResult, VerdictCounts } from '../schemas/report/results.generated.js';
import { type Conclusion, conclude, offendingWaivers } from './conclusion.js';
import { oneLine } from './hostile-text.js';
import { failuresOf, groupByReason } from './selections.js';
import { biteWords, counted, elapsed, LEVELS, VERDICTS, verdictWords } from './words.js';

export interface TerminalOptions {
  /** Whether to write ANSI colours. The caller decides (a terminal, `--no-color`, `NO_COLOR`). */
  readonly color: boolean;
  /** Folder and names of the files that were written, for the last line. */
  readonly written?: { readonly outDir: string; readonly names: readonly string[] };
}

type Style = 'red' | 'green' | 'yellow' | 'dim' | 'bold';
type Paint = (style: Style, text: string) => string;

/** Longest line that holds text of the target, in characters. */
const TEXT = 160;
const FAILURES = 10;
const REASONS = 6;

/**
 * The closing summary of a run on a terminal, ending with a newline: conclusion, counts, failures with their replay
 * commands, what was not tested and why, where the files are. Control characters of the target are never passed on.
 */
export function renderTerminal(result: RunResult, options: TerminalOptions): string {
  const paint: Paint = (style, text) => (options.color ? styleText(style, text, { validateStream: false }) : text);
  const { word, because, notes } = conclude(result);
  const blocks = [
    [
      `${paint('bold', paint(styleOf(word), word.toUpperCase()))}: ${oneLine(because, TEXT)}`,
      ...notes.map((note) => paint('yellow', `note: ${oneLine(note, TEXT)}`)),
      ...testedOn(result).map((line) => paint('dim', line)),
    ],
    counts(result, paint),
    failures(result, paint),
    errors(result, paint),
    waivers(result, paint),
    [...reasons(result, 'inconclusive'), ...reasons(result, 'notTested')],
    closing(result, options),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function styleOf(word: Conclusion['word']): Style {
  switch (word) {
    case 'conformant':
      return 'green';
    case 'not conformant':
      return 'red';
    case 'incomplete':
      return 'yellow';
  }
}

function testedOn(result: RunResult): string[] {
  const { target, suite, summary } = result;
  const time = elapsed(result.startedAt, result.finishedAt);
  return [
    `${result.protocol} ${result.role} at ${oneLine(target.url, TEXT)}${target.reference ? ' (the reference platform)' : ''}`,
    `${suite.name} ${suite.version}, seed ${result.seed}, ${counted(result.runs, 'exercise')} per property; ${counted(summary.exercises, 'exercise')}, ${counted(summary.exchanges, 'exchange')}${time === null ? '' : ` in ${time}`}`,
    ...(result.bite === undefined ? [] : [`self-test: ${oneLine(biteWords(result.bite), TEXT)}`]),
  ];
}

function counts({ summary }: RunResult, paint: Paint): string[] {
  const titles = VERDICTS.map(verdictWords);
  const rows: [string, VerdictCounts][] = [
    ...LEVELS.map((level): [string, VerdictCounts] => [level, summary.byLevel[level]]),
    ['all', summary.verdicts],
  ];
  return [
    paint('dim', ['      ', ...titles].join('  ')),
    ...rows.map(([name, values]) =>
      [
        name.padEnd(6),
        ...VERDICTS.map((verdict, column) => {
          const cell = String(values[verdict]).padStart(titles[column]?.length ?? 0);
          const alarming = values[verdict] > 0 && (verdict === 'fail' || verdict === 'error');
          return alarming ? paint('red', cell) : cell;
        }),
      ].join('  '),
    ),
  ];
}

function failures(result: RunResult, paint: Paint): string[] {
  const failed = failuresOf(result);
  const shown = failed.slice(0, FAILURES);
  return [
    ...shown.flatMap((requirement) => failure(requirement, paint)),
    ...(failed.length > shown.length
      ? [`and ${counted(failed.length - shown.length, 'more failed requirement')}: see the report`]
      : []),
  ];
}

function failure(requirement: RequirementResult, paint: Paint): string[] {
  const { id, level, statement, findings, reason, waived } = requirement;
  const finding = findings[0];
  const violation = finding?.violations[0];
  const waiver = waived === true ? ', waived' : '';
  const style = level === 'MUST' && waived !== true ? 'red' : 'yellow';
  return [
    `${paint(style, `failed ${oneLine(id, TEXT)} (${level}${waiver})`)} ${oneLine(statement, TEXT)}`,
    ...(violation === undefined
      ? [`  ${oneLine(reason?.message ?? 'no reason was recorded', TEXT)}`]
      : [`  expected ${oneLine(violation.expected, TEXT)}`, `  received ${oneLine(violation.received, TEXT)}`]),
    // A command that is cut cannot be run: it is printed whole.
    ...(finding === undefined || finding.replay === ''
      ? []
      : [paint('dim', `  ${oneLine(finding.replay, Number.MAX_SAFE_INTEGER)}`)]),
  ];
}

function errors(result: RunResult, paint: Paint): string[] {
  return result.errors
    .slice(0, FAILURES)
    .map(({ where, message }) => paint('red', `error in ${oneLine(where, TEXT)}: ${oneLine(message, TEXT)}`));
}

function waivers(result: RunResult, paint: Paint): string[] {
  return offendingWaivers(result.waivers)
    .slice(0, FAILURES)
    .map(({ requirement, state, expires, owner }) =>
      paint('red', `${state} waiver of ${oneLine(requirement, TEXT)} (until ${expires}, ${oneLine(owner, TEXT)})`),
    );
}

function reasons(result: RunResult, verdict: 'inconclusive' | 'notTested'): string[] {
  const groups = groupByReason(result.requirements, verdict);
  const shown = groups.slice(0, REASONS);
  const left = groups.slice(REASONS).reduce((sum, { ids }) => sum + ids.length, 0);
  return [
    ...shown.map(
      ({ code, message, messages, ids }) =>
        `${verdictWords(verdict)}: ${ids.length} (${code}) ${oneLine(message, TEXT)}${messages > 1 ? ' …' : ''}`,
    ),
    ...(left > 0 ? [`${verdictWords(verdict)}: ${left} for other reasons: see the report`] : []),
  ];
}

function closing({ summary }: RunResult, { written }: TerminalOptions): string[] {
  return [
    ...(summary.remarks > 0 ? [`${counted(summary.remarks, 'requirement')} passed with a remark`] : []),
    ...(written === undefined ? [] : [`written to ${written.outDir}: ${written.names.join(', ')}`]),
  ];
}
