import type {
  Finding,
  RequirementResult,
  RunResult,
  VerdictCounts,
  WaiverResult,
} from '../schemas/report/results.generated.js';
import { conclude, offendingWaivers } from './conclusion.js';
import { codeBlock, codeSpan, prose, tableCode } from './markdown-text.js';
import { failuresOf, groupByReason, type ReasonGroup, waiverOf } from './selections.js';
import { biteWords, counted, elapsed, LEVELS, NOT_PROVEN, VERDICTS, verdictWords } from './words.js';

/** Longest piece of text in the summary, in characters. */
const TEXT = 300;
/** Of a cell of the table of failures. */
const CELL = 160;
/** A replay command that is cut cannot be run: commands get more room. */
const COMMAND = 1000;
/** A longer curl line is left to results.json. */
const CURL = 1500;
const VIOLATIONS = 2;
const IDS = 40;
/** Most entries of each list, and most characters of them: the sum stays below GitHub's 65,536 characters for a comment. */
const FAILED_ROWS: Limit = { entries: 30, characters: 10_000 };
const FAILURES: Limit = { entries: 8, characters: 16_000 };
const ERRORS: Limit = { entries: 10, characters: 4_000 };
const REMARKS: Limit = { entries: 20, characters: 5_000 };
const REASONS: Limit = { entries: 12, characters: 5_000 };
const WAIVERS: Limit = { entries: 20, characters: 6_000 };

interface Limit {
  readonly entries: number;
  readonly characters: number;
}

/**
 * summary.md: a pull-request comment. The conclusion first, then what failed and why in one line each, then the counts; how to send
 * a failure again, and everything that is good to know but nobody must act on, is folded away. Texts of the target are code spans
 * and cut; the full texts are in results.json and report.html.
 */
export function renderMarkdown(result: RunResult): string {
  const { word, because, notes } = conclude(result);
  const sections = [
    `## ${capital(word)}: ${prose(because, TEXT)}`,
    ...(notes.length === 0 ? [] : [notes.map((note) => `**Note:** ${prose(note, TEXT)}.`).join('\n\n')]),
    testedOn(result),
    failures(result),
    ownErrors(result),
    offending(result),
    counts(result),
    folded(`Remarks (${remarkLines(result).length})`, remarks(result)),
    withoutBite(result),
    reasons(result.requirements, 'inconclusive', 'Inconclusive'),
    reasons(result.requirements, 'notTested', 'Not tested'),
    folded(`Waivers (${result.waivers.length})`, waivers(result.waivers)),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** A part that a reader opens. The summary is words of ours. */
function folded(summary: string, content: string): string {
  return content === '' ? '' : `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

function testedOn(result: RunResult): string {
  const { target, suite, summary } = result;
  const time = elapsed(result.startedAt, result.finishedAt);
  return [
    `- **Target:** ${codeSpan(target.url, TEXT)} (${result.protocol} ${result.role}${target.reference ? ', the reference platform' : ''}), fingerprint ${codeSpan(target.fingerprint.slice(0, 16), TEXT)}`,
    `- **Suite:** ${prose(`${suite.name} ${suite.version}`, TEXT)}, seed ${result.seed}, ${counted(result.runs, 'exercise')} per property`,
    `- **Evidence:** ${counted(summary.exercises, 'exercise')}, ${counted(summary.exchanges, 'exchange')}, started ${result.startedAt}${time === null ? '' : `, took ${time}`}`,
    ...(result.bite === undefined ? [] : [`- **Self-test:** ${prose(biteWords(result.bite), TEXT)}`]),
  ].join('\n');
}

function counts({ summary }: RunResult): string {
  const row = (name: string, values: VerdictCounts) =>
    `| ${name} | ${VERDICTS.map((verdict) => values[verdict]).join(' | ')} |`;
  return [
    `| Level | ${VERDICTS.map(verdictWords).join(' | ')} |`,
    `|:--|${VERDICTS.map(() => '--:').join('|')}|`,
    ...LEVELS.map((level) => row(level, summary.byLevel[level])),
    row('**all**', summary.verdicts),
  ].join('\n');
}

function failures(result: RunResult): string {
  const failed = failuresOf(result);
  if (failed.length === 0) return '';
  const rows = fitting(
    failed.map((requirement) => failureRow(requirement)),
    FAILED_ROWS,
  );
  const shown = fitting(
    failed.map((requirement) => failure(result, requirement)),
    FAILURES,
  );
  const details = [...shown, ...more(failed.length - shown.length, 'failed requirement')].join('\n\n');
  return [
    `### Failed (${failed.length})`,
    ['| Requirement | Level | Expected | Received |', '|:--|:--|:--|:--|', ...rows].join('\n'),
    ...more(failed.length - rows.length, 'failed requirement'),
    folded('What was altered, and how to send it again', details),
  ].join('\n\n');
}

function failureRow({ id, level, waived, findings, reason }: RequirementResult): string {
  const violation = findings[0]?.violations[0];
  const why = violation?.expected ?? reason?.message ?? '';
  return `| ${tableCode(id, CELL)} | ${level}${waived === true ? ' (waived)' : ''} | ${tableCode(why, CELL)} | ${tableCode(violation?.received ?? '', CELL)} |`;
}

function failure(result: RunResult, requirement: RequirementResult): string {
  const waiver = waiverOf(result, requirement);
  const finding = requirement.findings[0];
  const others = requirement.findings.length - 1;
  const waived = waiver === undefined ? '' : ` (waived until ${waiver.expires}: ${codeSpan(waiver.reason, TEXT)})`;
  const head = `**${prose(requirement.id, TEXT)}** (${requirement.level}) ${prose(requirement.statement, TEXT)}${waived}`;
  const reason = requirement.reason === undefined ? [] : [`- Reason: ${prose(requirement.reason.message, TEXT)}`];
  if (finding === undefined) return [head, ...reason].join('\n');
  const { replay, curl } = finding;
  return [
    head,
    ...reason,
    ...violations(finding),
    ...(others > 0 ? [`- ${counted(others, 'more finding')} in report.html`] : []),
    ...(replay === '' ? [] : ['', codeBlock(replay, COMMAND, 'sh')]),
    ...(curl === null || curl.length > CURL ? [] : ['', 'or, one request of it:', '', codeBlock(curl, CURL, 'sh')]),
  ].join('\n');
}

function violations(finding: Finding): string[] {
  const shown = finding.violations.slice(0, VIOLATIONS);
  const left = finding.violations.length - shown.length;
  return [
    ...(finding.mutation === null
      ? []
      : [`- Altered: ${codeSpan(finding.mutation.element, TEXT)}: ${codeSpan(finding.mutation.mutation, TEXT)}`]),
    ...shown.flatMap(({ expected, received }) => [
      `- Expected: ${prose(expected, TEXT)}`,
      `- Received: ${codeSpan(received, TEXT)}`,
    ]),
    ...(left > 0 ? [`- ${counted(left, 'more violation')} in report.html`] : []),
  ];
}

function withoutBite({ requirements }: RunResult): string {
  const ids = requirements.filter(({ unproven }) => unproven === true).map(({ id }) => id);
  if (ids.length === 0) return '';
  const shown = ids.slice(0, IDS).map((id) => prose(id, TEXT));
  return folded(`Passed, ${NOT_PROVEN} (${ids.length})`, `${shown.join(', ')}${ids.length > shown.length ? ' …' : ''}`);
}

function ownErrors({ errors }: RunResult): string {
  if (errors.length === 0) return '';
  const shown = fitting(
    errors.map(({ where, message }) => `- ${codeSpan(where, TEXT)}: ${codeSpan(message, TEXT)}`),
    ERRORS,
  );
  return [
    `### Errors of the suite itself (${errors.length})`,
    shown.join('\n'),
    ...more(errors.length - shown.length, 'error'),
  ].join('\n\n');
}

function remarkLines({ requirements }: RunResult): string[] {
  return requirements.flatMap(({ id, remarks: list }) =>
    list.map(
      ({ text, count }) => `- ${prose(id, TEXT)}: ${codeSpan(text, TEXT)}${count > 1 ? ` (${count} times)` : ''}`,
    ),
  );
}

function remarks(result: RunResult): string {
  const lines = remarkLines(result);
  if (lines.length === 0) return '';
  const shown = fitting(lines, REMARKS);
  return ['Accepted, but worth knowing.', shown.join('\n'), ...more(lines.length - shown.length, 'remark')].join(
    '\n\n',
  );
}

function reasons(
  requirements: readonly RequirementResult[],
  verdict: 'inconclusive' | 'notTested',
  title: string,
): string {
  const groups = groupByReason(requirements, verdict);
  if (groups.length === 0) return '';
  const total = groups.reduce((sum, { ids }) => sum + ids.length, 0);
  const shown = fitting(groups.map(reasonLine), REASONS);
  return folded(
    `${title} (${total})`,
    [shown.join('\n'), ...more(groups.length - shown.length, 'reason')].join('\n\n'),
  );
}

function reasonLine({ code, message, messages, ids }: ReasonGroup): string {
  const shown = ids.slice(0, IDS);
  const left = ids.length - shown.length;
  const others = messages > 1 ? ` (and ${counted(messages - 1, 'other message')})` : '';
  return `- ${codeSpan(code, TEXT)} (${ids.length}): ${prose(message, TEXT)}${others} ${shown.map((id) => prose(id, 60)).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

function waivers(list: readonly WaiverResult[]): string {
  if (list.length === 0) return '';
  const rows = list.map(
    ({ requirement, operation, state, expires, owner, reason, ticket }) =>
      `| ${tableCode(requirement, TEXT)}${operation === undefined ? '' : ` ${tableCode(operation, TEXT)}`} | ${waiverState(state)} | ${expires} | ${tableCode(owner, TEXT)} | ${tableCode(reason, TEXT)} | ${ticket === undefined ? '' : tableCode(ticket, TEXT)} |`,
  );
  const shown = fitting(rows, WAIVERS);
  return [
    ['| Requirement | State | Expires | Owner | Reason | Ticket |', '|:--|:--|:--|:--|:--|:--|', ...shown].join('\n'),
    ...more(list.length - shown.length, 'waiver'),
  ].join('\n\n');
}

/** The waivers that fail the run are not folded away. */
function offending({ waivers: list }: RunResult): string {
  const problems = offendingWaivers(list);
  if (problems.length === 0) return '';
  const shown = fitting(
    problems.map(
      ({ requirement, state, expires, owner }) =>
        `- ${codeSpan(requirement, CELL)}: ${waiverState(state)} (until ${expires}, ${codeSpan(owner, CELL)})`,
    ),
    ERRORS,
  );
  return [
    `### Waivers that fail the run (${problems.length})`,
    shown.join('\n'),
    ...more(problems.length - shown.length, 'waiver'),
  ].join('\n\n');
}

function waiverState(state: WaiverResult['state']): string {
  return state === 'notEvaluated' ? 'not evaluated' : state;
}

/** The first entries that stay within the limit. */
function fitting(entries: readonly string[], limit: Limit): string[] {
  let left = limit.characters;
  const shown: string[] = [];
  for (const entry of entries.slice(0, limit.entries)) {
    left -= entry.length;
    if (left < 0) break;
    shown.push(entry);
  }
  return shown;
}

function more(count: number, noun: string): string[] {
  return count > 0 ? [`… and ${counted(count, noun)} more in report.html.`] : [];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
