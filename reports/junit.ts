import { create } from 'xmlbuilder2';
import type { Finding, RequirementResult, RunResult } from '../schemas/report/results.generated.js';
import { offendingWaivers } from './conclusion.js';
import { cut, oneLine, visible } from './hostile-text.js';
import { groupByArea, waiverOf } from './selections.js';
import { counted, NOT_PROVEN, unknownVerdict } from './words.js';

/** Longest message attribute and longest body of an element, in characters. */
const MESSAGE = 500;
const BODY = 8000;
/** Most violations of a finding, and most findings of a requirement: the commands after them must not be cut off. */
const VIOLATIONS = 5;
const FINDINGS = 6;
/** A longer curl line is left to results.json. */
const CURL = 1500;

/** What JUnit can say of a test, apart from plain success. */
type Mark = { readonly element: 'failure' | 'error' | 'skipped'; readonly message: string };

interface TestCase {
  readonly classname: string;
  readonly name: string;
  readonly mark: Mark | null;
  /** The body of a failure or an error; otherwise the test's output. */
  readonly details: string;
}

/**
 * junit.xml: one suite per area, one test per requirement, so that a CI shows red exactly where the exit code says so.
 *
 * - a MUST that failed: `failure`
 * - a MUST that failed under a waiver: `skipped`, "waived: …" (it does not fail the run)
 * - a SHOULD, MAY or info that failed: `skipped`, "failed (SHOULD): …" (it does not make the target non-conformant, and a
 *   plain success would hide it); the details are in the test's output
 * - inconclusive, not tested, not applicable: `skipped`, and the message begins with which of them it is
 * - error: `error`
 *
 * Where a test is skipped, the reason is the element's text: the schema that Jenkins documents (jenkins-junit.xsd) knows no message
 * attribute there. The older schema of Ant's tasks (JUnit.xsd) cannot be met as well: it knows neither skipped tests, nor the output
 * of a single test, nor attributes of `testsuites`, and these say what must not get lost. What it asks for besides is there.
 *
 * Requirements share exercises, so that time is known of the whole run only; that of a suite and of a test, which Ant's schema
 * demands, is 0.
 *
 * An interrupted run, errors outside any requirement and waivers that need attention are tests of their own in a suite
 * named `run`, which is there only when one of them happened.
 */
export function renderJunit(result: RunResult): string {
  const suites = [
    ...[...groupByArea(result.requirements)].map(([area, requirements]) => ({
      name: area,
      tests: requirements.map((requirement) => testOf(result, requirement)),
    })),
    ...runSuite(result),
  ];
  const all = suites.flatMap(({ tests }) => tests);
  const seconds = (Date.parse(result.finishedAt) - Date.parse(result.startedAt)) / 1000;
  const root = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\ufffd' }).ele('testsuites', {
    name: literal(oneLine(`${result.suite.name} ${result.protocol} ${result.role}`, MESSAGE)),
    tests: all.length,
    failures: marked(all, 'failure'),
    errors: marked(all, 'error'),
    ...(seconds >= 0 ? { time: seconds.toFixed(3) } : {}),
  });
  for (const [id, { name, tests }] of suites.entries()) {
    const suite = root.ele('testsuite', {
      id,
      package: `${result.protocol}.${result.role}`,
      name: literal(oneLine(name, MESSAGE)),
      hostname: 'localhost',
      tests: tests.length,
      failures: marked(tests, 'failure'),
      errors: marked(tests, 'error'),
      skipped: marked(tests, 'skipped'),
      time: 0,
      timestamp: result.startedAt.replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)$/, ''),
    });
    const properties = suite.ele('properties');
    for (const [property, value] of propertiesOf(result))
      properties.ele('property', { name: property, value: literal(value) });
    for (const test of tests) {
      const element = suite.ele('testcase', {
        classname: literal(test.classname),
        name: literal(test.name),
        time: 0,
      });
      const body = literal(visible(cut(test.details, BODY)));
      if (test.mark === null || test.mark.element === 'skipped') {
        if (test.mark !== null) element.ele('skipped').txt(literal(test.mark.message));
        if (body !== '') element.ele('system-out').txt(body);
      } else {
        element.ele(test.mark.element, { message: literal(test.mark.message), type: test.mark.element }).txt(body);
      }
    }
  }
  return `${root.end({ prettyPrint: true })}\n`;
}

/** The XML library takes `&name;` for a reference of ours and would write an undefined one as it is: every `&` is escaped first. */
function literal(text: string): string {
  return text.replaceAll('&', '&amp;');
}

function testOf(result: RunResult, requirement: RequirementResult): TestCase {
  return {
    classname: oneLine(`${result.protocol}.${requirement.role}.${requirement.area}`, MESSAGE),
    name: oneLine(`${requirement.id} ${requirement.statement}`, MESSAGE),
    mark: markOf(result, requirement),
    details: detailsOf(requirement),
  };
}

function markOf(result: RunResult, requirement: RequirementResult): Mark | null {
  const { verdict, level } = requirement;
  const why = requirement.reason?.message;
  const because = why === undefined ? '' : `: ${why}`;
  const mark = (element: Mark['element'], message: string): Mark => ({ element, message: oneLine(message, MESSAGE) });
  switch (verdict) {
    case 'pass':
      return null;
    case 'fail': {
      const violation = requirement.findings[0]?.violations[0];
      const what =
        violation === undefined
          ? (why ?? 'failed')
          : `expected ${cut(violation.expected, 200)}; received ${cut(violation.received, 200)}`;
      if (requirement.waived === true) {
        const waiver = waiverOf(result, requirement);
        return mark(
          'skipped',
          waiver === undefined
            ? `waived: ${what}`
            : `waived: ${waiver.reason} (${waiver.owner}, until ${waiver.expires})`,
        );
      }
      return level === 'MUST' ? mark('failure', what) : mark('skipped', `failed (${level}): ${what}`);
    }
    case 'inconclusive':
      return mark('skipped', `inconclusive${because}`);
    case 'notApplicable':
      return mark('skipped', `not applicable${because}`);
    case 'notTested':
      return mark('skipped', `not tested${because}`);
    case 'error':
      return mark('error', `error of the suite itself${because}`);
    default:
      return unknownVerdict(verdict);
  }
}

function detailsOf(requirement: RequirementResult): string {
  const shown = requirement.findings.slice(0, FINDINGS);
  const left = requirement.findings.length - shown.length;
  const findings = [
    ...shown.map((finding, index) => findingText(finding, index === 0)),
    ...(left > 0 ? [`and ${counted(left, 'more finding')} in results.json`] : []),
  ];
  const remarks = requirement.remarks.map(
    ({ text, count }) => `remark: ${cut(text, MESSAGE)}${count > 1 ? ` (${count} times)` : ''}`,
  );
  const bite = requirement.unproven === true ? [`passed, ${NOT_PROVEN}`] : [];
  const notes = [...bite, ...findings, ...remarks];
  return notes.length === 0 ? '' : [`source: ${cut(requirement.source, MESSAGE)}`, ...notes].join('\n\n');
}

function findingText(finding: Finding, withCurl: boolean): string {
  const { id, title, mutation, violations, failures, exercises, replay, curl } = finding;
  return [
    `${id}: ${cut(title, MESSAGE)} (${failures} of ${exercises} exercises)`,
    ...(mutation === null ? [] : [`altered:  ${cut(mutation.element, MESSAGE)}: ${cut(mutation.mutation, MESSAGE)}`]),
    ...violations
      .slice(0, VIOLATIONS)
      .flatMap(({ expected, received }) => [
        `expected: ${cut(expected, MESSAGE)}`,
        `received: ${cut(received, MESSAGE)}`,
      ]),
    ...(violations.length > VIOLATIONS ? [`and ${violations.length - VIOLATIONS} more in results.json`] : []),
    ...(replay === '' ? [] : [`replay:   ${replay}`]),
    ...(withCurl && curl !== null && curl.length <= CURL ? [`curl:     ${curl}`] : []),
  ].join('\n');
}

function runSuite(result: RunResult): { name: string; tests: TestCase[] }[] {
  const classname = `${result.protocol}.${result.role}.run`;
  const tests: TestCase[] = [
    ...result.errors.map(
      ({ where, message }): TestCase => ({
        classname,
        name: oneLine(`no error of the suite itself: ${where}`, MESSAGE),
        mark: { element: 'error', message: oneLine(message, MESSAGE) },
        details: message,
      }),
    ),
    ...(result.complete
      ? []
      : [
          {
            classname,
            name: 'the run is complete',
            mark: {
              element: 'error' as const,
              message: oneLine(`incomplete: ${result.incompleteReason ?? 'the run ended early'}`, MESSAGE),
            },
            details: 'What was found before the end is reported. Requirements that were not reached are not tested.',
          },
        ]),
    ...offendingWaivers(result.waivers).map(
      ({ requirement, operation, state, reason, owner, expires }): TestCase => ({
        classname,
        name: oneLine(
          `the waiver of ${requirement}${operation === undefined ? '' : ` (${operation})`} is in order`,
          MESSAGE,
        ),
        mark: { element: 'failure', message: oneLine(`${state}: ${reason} (${owner}, until ${expires})`, MESSAGE) },
        details: 'Remove the waiver, or renew it if the failure is still accepted.',
      }),
    ),
  ];
  return tests.length === 0 ? [] : [{ name: 'run', tests }];
}

function marked(tests: readonly TestCase[], element: Mark['element']): number {
  return tests.filter(({ mark }) => mark?.element === element).length;
}

function propertiesOf(result: RunResult): [string, string][] {
  return [
    ['suite', oneLine(`${result.suite.name} ${result.suite.version}`, MESSAGE)],
    ['protocol', result.protocol],
    ['role', result.role],
    ['target', oneLine(result.target.url, MESSAGE)],
    ['target.fingerprint', oneLine(result.target.fingerprint, MESSAGE)],
    ['seed', String(result.seed)],
    ['runs', String(result.runs)],
    ['conformant', String(result.conformant)],
    ['complete', String(result.complete)],
  ];
}
