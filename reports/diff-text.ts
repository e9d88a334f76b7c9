import type { ComparedRequirement, RequirementChange, ResultsDiff } from '../schemas/report/results.generated.js';
import { oneLine } from './hostile-text.js';
import { codeSpan, prose, tableCode } from './markdown-text.js';
import { counted, verdictWords } from './words.js';

/** Longest line or cell, in characters. */
const TEXT = 300;
/** Most entries of each list of the comment: its sum stays below GitHub's 65,536 characters. */
const ENTRIES = 30;
const CONTEXT_ENTRIES = 20;

/** The groups in the order in which they matter to a reader. */
const GROUPS: readonly { readonly kind: RequirementChange['kind']; readonly title: string }[] = [
  { kind: 'newlyFailing', title: 'Newly failing' },
  { kind: 'otherVerdict', title: 'Another verdict' },
  { kind: 'otherReason', title: 'Another reason' },
  { kind: 'otherWaiver', title: 'A waiver came or went' },
  { kind: 'newlyPassing', title: 'Newly passing' },
  { kind: 'new', title: 'New requirements' },
  { kind: 'gone', title: 'Gone requirements' },
];

const CONTEXT: Readonly<Record<ResultsDiff['context'][number]['what'], string>> = {
  targetUrl: 'target',
  targetFingerprint: 'fingerprint of the target',
  controlUrl: 'control interface',
  webhooks: 'webhooks',
  secondApplication: 'second application',
  suiteVersion: 'suite version',
  seed: 'seed',
  runs: 'exercises per property',
  selection: 'selection',
};

/** The first line of a comparison: whether the later run is worse, and why. */
export function diffConclusion({ worse, worsenings, requirements }: ResultsDiff): string {
  if (worse) return `Worse: ${counted(worsenings.length, 'reason')}`;
  if (requirements.length === 0) return 'Not worse: no requirement differs';
  return `Not worse: ${counted(requirements.length, 'requirement differs', 'requirements differ')}`;
}

/** A comparison for a terminal, ending with a newline. Nothing is left out; each text is cut. */
export function renderDiffText(diff: ResultsDiff): string {
  const blocks = [
    [
      diffConclusion(diff),
      ...diff.worsenings.map(({ message }) => `  ${oneLine(message, TEXT)}`),
      `before: ${runWords(diff.before)}`,
      `after:  ${runWords(diff.after)}`,
    ],
    ...GROUPS.map(({ kind, title }) => {
      const changes = diff.requirements.filter((change) => change.kind === kind);
      if (changes.length === 0) return [];
      return [`${title} (${changes.length})`, ...changes.map((change) => `  ${changeWords(change)}`)];
    }),
    diff.ics.length === 0
      ? []
      : [
          `Conformance statement (${diff.ics.length})`,
          ...diff.ics.map(
            ({ member, before, after }) => `  ${oneLine(member, TEXT)}: ${claimed(before)} -> ${claimed(after)}`,
          ),
        ],
    diff.context.length === 0
      ? []
      : [
          'The runs differ in',
          ...diff.context.map(
            ({ what, before, after }) => `  ${CONTEXT[what]}: ${oneLine(before, TEXT)} -> ${oneLine(after, TEXT)}`,
          ),
        ],
    [`${counted(diff.unchanged, 'requirement')} unchanged`],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** A comparison for a pull-request comment: the conclusion first, below GitHub's limit of 65,536 characters. */
export function renderDiffMarkdown(diff: ResultsDiff): string {
  const sections = [
    `## ${diffConclusion(diff)}`,
    list(diff.worsenings.map(({ message }) => `- ${codeSpan(message, TEXT)}`)),
    [
      `- **Before:** ${codeSpan(runWords(diff.before), TEXT)}`,
      `- **After:** ${codeSpan(runWords(diff.after), TEXT)}`,
    ].join('\n'),
    requirementTable(diff.requirements),
    list(
      diff.ics.map(({ member, before, after }) =>
        [
          `- Statement, ${codeSpan(member, TEXT)}:`,
          codeSpan(claimed(before), TEXT),
          '→',
          codeSpan(claimed(after), TEXT),
        ].join(' '),
      ),
      CONTEXT_ENTRIES,
    ),
    list(
      diff.context.map(
        ({ what, before, after }) =>
          `- ${capital(CONTEXT[what])}: ${codeSpan(before, TEXT)} → ${codeSpan(after, TEXT)}`,
      ),
    ),
    `${counted(diff.unchanged, 'requirement')} unchanged.`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function requirementTable(requirements: readonly RequirementChange[]): string {
  if (requirements.length === 0) return '';
  const order = GROUPS.map(({ kind }) => kind);
  const sorted = [...requirements].sort(
    (a, b) => Number(b.worse) - Number(a.worse) || order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  const rows = sorted
    .slice(0, ENTRIES)
    .map(
      ({ id, level, before, after, worse }) =>
        `| ${tableCode(id, TEXT)} | ${level} | ${stateWords(before)} | ${worse ? '**' : ''}${stateWords(after)}${worse ? '**' : ''} | ${tableCode(after?.reason ?? before?.reason ?? '', TEXT)} |`,
    );
  const left = sorted.length - rows.length;
  return [
    ['| Requirement | Level | Before | After | Reason |', '|:--|:--|:--|:--|:--|', ...rows].join('\n'),
    ...(left > 0 ? [`… and ${counted(left, 'requirement')} more.`] : []),
  ].join('\n\n');
}

function list(entries: readonly string[], limit = ENTRIES): string {
  const left = entries.length - limit;
  return [...entries.slice(0, limit), ...(left > 0 ? [`- … and ${left} more`] : [])].join('\n');
}

function runWords({ conclusion, target, suite, seed, startedAt }: ResultsDiff['before']): string {
  return oneLine(`${conclusion} (${oneLine(target, 100)}, ${suite}, seed ${seed}, ${startedAt})`, TEXT);
}

function changeWords({ id, level, kind, before, after }: RequirementChange): string {
  const states =
    kind === 'new'
      ? stateWords(after)
      : kind === 'gone'
        ? stateWords(before)
        : `${stateWords(before)} -> ${stateWords(after)}`;
  const reason = after?.reason ?? null;
  return `${oneLine(id, TEXT)} (${level}): ${states}${reason === null ? '' : `; ${oneLine(reason, TEXT)}`}`;
}

function stateWords(state: ComparedRequirement | null): string {
  return state === null ? '–' : `${verdictWords(state.verdict)}${state.waived ? ' (waived)' : ''}`;
}

function claimed(value: string | null): string {
  return value === null ? '(not stated)' : oneLine(value, TEXT);
}

function capital(text: string): string {
  return prose(text.charAt(0).toUpperCase() + text.slice(1), TEXT);
}
