import { expect, test } from 'vitest';
import { lesspayRequirements } from '../../../../protocols/lesspay/requirements/index.js';
import { lesspayObservers } from '../../../../suites/lesspay/index.js';

test('each requirement that is judged on all traffic has one observer', () => {
  const due = lesspayRequirements
    .filter(({ role, coverage, level }) => role === 'platform' && coverage === 'observed' && level !== 'withdrawn')
    .map(({ id }) => id);
  expect(lesspayObservers.map(({ requirement }) => requirement).sort()).toEqual(due.sort());
});
