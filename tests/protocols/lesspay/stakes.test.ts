import { expect, test } from 'vitest';
import { areas, lesspayRequirements } from '../../../protocols/lesspay/requirements/index.js';
import { lesspayStakes } from '../../../protocols/lesspay/stakes.js';

test('every area of the platform says why it matters, and no other area does', () => {
  const platform = new Set(lesspayRequirements.filter(({ role }) => role === 'platform').map(({ area }) => area));
  expect(Object.keys(lesspayStakes)).toEqual(areas.filter((area) => platform.has(area)));
  for (const { title, stakes } of Object.values(lesspayStakes)) {
    expect(title).toMatch(/^[A-Z][^.]+$/);
    expect(stakes).toMatch(/^[A-Z].*\.$/);
  }
});
