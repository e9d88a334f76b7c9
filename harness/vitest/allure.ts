import {
  attachment,
  description,
  epic,
  feature,
  historyId,
  label,
  layer,
  link,
  parameter,
  severity,
  step,
  story,
  suite,
  tag,
  testCaseId,
} from 'allure-js-commons';
import { afterEach, beforeEach, inject } from 'vitest';
import { findRequirement } from '../../protocols/lesspay/requirements/index.js';
import type { Level } from '../../protocols/requirement.js';
import { cut } from '../exchange.js';
import type { FoundFailure, Tally } from '../tally.js';
import { ConformanceError } from './conformance-error.js';
import './context.js';
import { REQUIREMENT_LINK } from './requirement-link.js';

/** The levels from the most binding, with Allure's word for what a failure of them weighs. */
const SEVERITIES: readonly (readonly [Level, string])[] = [
  ['MUST', 'critical'],
  ['SHOULD', 'normal'],
  ['MAY', 'minor'],
  ['info', 'trivial'],
];

/** Of a step, in characters. */
const LONGEST_NAME = 500;

/** Setup file, loaded only with `--report allure`: gives each test its labels, and attaches the evidence of findings. */
beforeEach(async ({ task }) => {
  const [id = task.name] = task.name.split(':', 1);
  const requirement = /^.+?-\d{3}/.exec(id)?.[0] ?? id;
  await epic('Lesspay 2.0');
  await feature(requirement.replace(/-\d{3}$/, ''));
  await story(requirement);
  // Beside the area, which Vitest's own suite gives: Allure's tree is then area, requirement, scenario.
  await suite(requirement);
  await label('requirement', requirement);
  await label('scenario', id);
  await layer('conformance');
  // What Allure would derive holds the path of the installation, so that another machine had another history.
  await testCaseId(`lesspay-conformance/${id}`);
  await historyId(`lesspay-conformance/${id}`);
});

afterEach(async ({ task }) => {
  const result = task.meta.conformance?.result;
  if (result === undefined) return;
  await describeRequirements(result.tallies);
  await parameter('exercises', String(result.exercises), { excluded: true });
  for (const finding of result.tallies.flatMap(({ findings }) => findings)) await findingStep(finding);
});

async function describeRequirements(tallies: readonly Tally[]): Promise<void> {
  const judged = tallies.flatMap(({ requirement }) => findRequirement(requirement) ?? []);
  const levels = new Set(judged.map(({ level }) => level));
  const [heaviest] = SEVERITIES.filter(([level]) => levels.has(level));
  if (heaviest !== undefined) await severity(heaviest[1]);
  if (inject('linksToReport')) for (const { id } of judged) await link(id, id, REQUIREMENT_LINK);
  for (const level of levels) await tag(level);
  await description(
    judged
      .map(({ id, level, statement, source }) => `**${id}** (${level}): ${statement}\n\nSource: ${source}`)
      .join('\n\n'),
  );
}

/** A step that fails: what was expected and received, then the exchanges in their order. Their texts are masked already. */
async function findingStep({
  requirement,
  case: situation,
  mutation,
  violations,
  exchanges,
  seed,
  path,
}: FoundFailure): Promise<void> {
  const [violation] = violations;
  const words = cut(
    `${requirement}: expected ${violation?.expected ?? ''}; received ${violation?.received ?? ''}`,
    LONGEST_NAME,
  );
  const body = step(words, async (context) => {
    await context.parameter('seed', String(seed));
    if (situation !== null) await context.parameter('case', situation);
    if (path !== null) await context.parameter('path', path);
    if (mutation !== null) await context.parameter('altered', `${mutation.element}: ${mutation.mutation}`);
    await attachment(`${requirement}: violations`, JSON.stringify(violations, null, 2), 'application/json');
    for (const { label: name, exchange } of exchanges) {
      await attachment(`${requirement}: ${name}`, JSON.stringify(exchange, null, 2), 'application/json');
    }
    // The way to make a step a failed one.
    throw new ConformanceError([words]);
  });
  await Promise.resolve(body).catch((error: unknown) => {
    if (!(error instanceof ConformanceError)) throw error;
  });
}
