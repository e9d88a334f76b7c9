import { describePattern } from '../../harness/answers.js';
import { findErratum } from '../../protocols/lesspay/errata.js';
import { lesspayStakes } from '../../protocols/lesspay/stakes.js';
import type { Condition } from '../../protocols/outcome.js';
import type { AcceptedCase, Requirement } from '../../protocols/requirement.js';
import type { AcceptedAnswers, AreaNote, ErratumNote } from '../../schemas/report/results.generated.js';

const CONDITIONS: Readonly<Record<Condition, string>> = {
  noOrderCreated: 'no order is created',
  noSecondOrder: 'there is no second order',
  dataPresent: '`data` holds the result',
  dataEmpty: '`data` holds nothing',
  sameOrder: 'it is the order that exists',
  notTheAnswerToAWrongSignature: 'it is not the answer to a wrong signature',
};

/** What a requirement accepts, in words; situations in which the same is accepted are one entry. */
export function acceptedAnswers({ accepted }: Requirement): AcceptedAnswers[] {
  const entries = new Map<string, AcceptedAnswers>();
  for (const one of accepted) {
    const entry = inWords(one);
    const key = JSON.stringify([entry.strict, entry.tolerant, entry.besides]);
    const same = entries.get(key);
    if (same === undefined) entries.set(key, entry);
    else same.situations.push(one.when);
  }
  return [...entries.values()];
}

function inWords({ when, outcome, holds }: AcceptedCase): AcceptedAnswers {
  const strict = new Set(outcome?.strict.map(describePattern));
  const tolerant = new Set(outcome?.tolerant.map(describePattern).filter((text) => !strict.has(text)));
  const conditions = new Set(outcome?.strict.flatMap((pattern) => pattern.conditions));
  const besides = [...conditions].map((condition) => CONDITIONS[condition]);
  return {
    situations: [when],
    strict: [...strict],
    tolerant: [...tolerant],
    besides: holds === undefined ? besides : [...besides, holds],
  };
}

/** The areas of some requirements in words, in the order in which they first occur. */
export function areaNotes(requirements: readonly Pick<Requirement, 'area'>[]): AreaNote[] {
  return [...new Set(requirements.map(({ area }) => area))].flatMap((area) => {
    const words = lesspayStakes[area];
    return words === undefined ? [] : [{ area, ...words }];
  });
}

/** The errata that some requirements name, by number. */
export function errataNotes(requirements: readonly Pick<Requirement, 'errata'>[]): ErratumNote[] {
  const ids = [...new Set(requirements.flatMap(({ errata }) => errata))].sort((a, b) => a.localeCompare(b, 'en'));
  return ids.flatMap((id) => {
    const erratum = findErratum(id);
    return erratum === undefined ? [] : [erratum];
  });
}
