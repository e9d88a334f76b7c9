import { createHash } from 'node:crypto';
import type { Finding, RequirementResult, RunResult } from '../schemas/report/results.generated.js';
import { conclude } from './conclusion.js';
import { oneLine } from './hostile-text.js';
import { codeBlock, codeSpan, prose } from './markdown-text.js';
import { failuresOf, waiverOf } from './selections.js';
import type { Level } from './words.js';

/** Longest text in characters. GitHub cuts descriptions of rules at 1,024. */
const TEXT = 1000;
/** A part of a message: several stand in one. */
const PART = 300;
/** A command that is cut cannot be run. */
const COMMAND = 4000;
const VIOLATIONS = 3;

const LEVELS: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  MUST: 'error',
  SHOULD: 'warning',
  MAY: 'note',
  info: 'note',
};

/**
 * results.sarif: the findings as SARIF 2.1.0, for a forge's list of alerts. A rule for each requirement that failed, a result for
 * each of its findings. A failed MUST is an `error`, a failed SHOULD a `warning`, anything else a `note`; a waived one has a
 * suppression. Our own errors and an early end are notifications of the invocation.
 *
 * Each result lies where it can be read: in the line of results.json at which its finding begins. Its fingerprints are made of
 * requirement, scenario and case, so that a forge knows it again after another run. Forges ask for both: GitHub for
 * `physicalLocation`, and for the fingerprint `primaryLocationLineHash`
 * (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
export function renderSarif(result: RunResult): string {
  const failed = failuresOf(result);
  const lines = failed.length === 0 ? new Map<string, number>() : linesOf(result);
  const seen = new Map<string, number>();
  const results = failed.flatMap((requirement, ruleIndex) =>
    (requirement.findings.length === 0 ? [null] : requirement.findings).map((finding) => {
      const key = [result.protocol, result.role, requirement.id, finding?.scenario ?? '', finding?.case ?? ''].join(
        '/',
      );
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      const startLine = lines.get(finding?.id ?? requirement.id) ?? 1;
      return resultOf(result, requirement, finding, { ruleIndex, startLine, fingerprint: `${digest(key)}:${nth}` });
    }),
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: result.suite.name,
            version: result.suite.version,
            semanticVersion: result.suite.version,
            rules: failed.map(ruleOf),
          },
        },
        automationDetails: { id: `${result.suite.name}/${result.protocol}/${result.role}/` },
        invocations: [invocationOf(result)],
        columnKind: 'utf16CodeUnits',
        results,
        properties: {
          conclusion: oneLine(`${conclude(result).word}: ${conclude(result).because}`, TEXT),
          target: oneLine(result.target.url, TEXT),
          fingerprint: oneLine(result.target.fingerprint, TEXT),
          seed: result.seed,
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, level, area, statement, source }: RequirementResult): object {
  const sentence = oneLine(statement, TEXT);
  return {
    id: oneLine(id, TEXT),
    shortDescription: { text: message(statement, TEXT) },
    fullDescription: { text: message(`${level}: ${oneLine(statement, PART)} Source: ${oneLine(source, PART)}`, TEXT) },
    help: {
      text: message(`${sentence} Level: ${level}. Source: ${oneLine(source, PART)}.`, 2 * TEXT),
      markdown: `${prose(statement, TEXT)}\n\n**Level:** ${level}\n\n**Source:** ${prose(source, PART)}\n\n${codeBlock(`lesspay-conformance explain ${id}`, PART, 'sh')}`,
    },
    defaultConfiguration: { level: LEVELS[level] },
    properties: {
      tags: [oneLine(area, PART), level],
      'problem.severity': level === 'MUST' ? 'error' : level === 'SHOULD' ? 'warning' : 'recommendation',
    },
  };
}

function resultOf(
  run: RunResult,
  requirement: RequirementResult,
  finding: Finding | null,
  place: { readonly ruleIndex: number; readonly startLine: number; readonly fingerprint: string },
): object {
  const { id, area, level, role } = requirement;
  const waiver = waiverOf(run, requirement);
  const name = [run.protocol, role, area, id, ...(finding?.case == null ? [] : [finding.case])].join('/');
  return {
    ruleId: oneLine(id, TEXT),
    ruleIndex: place.ruleIndex,
    kind: 'fail',
    level: LEVELS[level],
    message: finding === null ? plainMessage(requirement) : messageOf(finding),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'results.json' },
          region: { startLine: place.startLine, startColumn: 1, endLine: place.startLine, endColumn: 2 },
        },
        logicalLocations: [{ name: oneLine(id, TEXT), fullyQualifiedName: oneLine(name, TEXT) }],
      },
    ],
    partialFingerprints: {
      primaryLocationLineHash: place.fingerprint,
      'requirementScenarioCase/v1': place.fingerprint,
    },
    // The format wants this member in all results or in none.
    suppressions:
      waiver === undefined
        ? []
        : [
            {
              kind: 'external',
              status: 'accepted',
              justification: oneLine(`${waiver.reason} (${waiver.owner}, until ${waiver.expires})`, TEXT),
            },
          ],
    ...(finding === null
      ? {}
      : {
          properties: {
            finding: oneLine(finding.id, TEXT),
            replay: oneLine(finding.replay, COMMAND),
            ...(finding.curl === null ? {} : { curl: oneLine(finding.curl, 2 * COMMAND) }),
          },
        }),
  };
}

function messageOf({ id, title, mutation, violations, replay }: Finding): object {
  const shown = violations.slice(0, VIOLATIONS);
  const parts = [
    ...(mutation === null ? [] : [`Altered ${oneLine(mutation.element, PART)}: ${oneLine(mutation.mutation, PART)}.`]),
    ...shown.map(
      ({ expected, received }) => `Expected ${oneLine(expected, PART)}; received ${oneLine(received, PART)}.`,
    ),
    ...(violations.length > shown.length ? [`${violations.length - shown.length} more in results.json.`] : []),
    replay === '' ? `Finding ${id}, judged on all traffic.` : `Reproduce: ${oneLine(replay, COMMAND)}`,
  ];
  const markdown = [
    prose(title, PART),
    ...(mutation === null
      ? []
      : [`- Altered: ${codeSpan(mutation.element, PART)}: ${codeSpan(mutation.mutation, PART)}`]),
    ...shown.flatMap(({ expected, received }) => [
      `- Expected: ${prose(expected, PART)}`,
      `- Received: ${codeSpan(received, PART)}`,
    ]),
    ...(replay === '' ? [] : ['', codeBlock(replay, COMMAND, 'sh')]),
  ].join('\n');
  return { text: message(parts.join(' '), 2 * COMMAND), markdown: doubled(markdown) };
}

function plainMessage({ reason }: RequirementResult): object {
  return { text: message(reason?.message ?? 'It failed; no reason was recorded.', TEXT) };
}

function invocationOf(result: RunResult): object {
  const notification = (level: 'error' | 'warning', text: string) => ({
    level,
    message: { text: message(text, TEXT) },
  });
  return {
    executionSuccessful: result.complete && result.errors.length === 0,
    exitCode: result.exitCode,
    startTimeUtc: result.startedAt,
    endTimeUtc: result.finishedAt,
    toolExecutionNotifications: [
      ...(result.complete
        ? []
        : [notification('warning', `The run ended early: ${result.incompleteReason ?? 'no reason was recorded'}`)]),
      ...result.errors.map(({ where, message: what }) => notification('error', `${where}: ${what}`)),
    ],
  };
}

/** Plain text in which the format reads neither links nor placeholders (SARIF 2.1.0, 3.11.5 and 3.11.6). */
function message(text: string, limit: number): string {
  return doubled(oneLine(text, limit).replace(/[\\[\]]/g, '\\$&'));
}

function doubled(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}

/** The line of results.json at which each finding, and each requirement, begins. */
function linesOf(result: RunResult): Map<string, number> {
  const lines = new Map<string, number>();
  const text = JSON.stringify(result, null, 2).split('\n');
  for (const [index, line] of text.entries()) {
    const id = /^ {6}(?: {4})?"id": (".*"),$/.exec(line)?.[1];
    if (id === undefined) continue;
    const known = JSON.parse(id) as string;
    if (!lines.has(known)) lines.set(known, index + 1);
  }
  return lines;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
