import { describe, expect, test } from 'vitest';
import { findRequirement, lesspayRequirements } from '../../protocols/lesspay/requirements/index.js';
import type { Requirement } from '../../protocols/requirement.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { lesspayScenarios } from '../../suites/lesspay/index.js';
import { inProcess } from './memory-io.js';

type Listed = Requirement & { readonly exercisedBy: readonly string[] };

async function listed(...args: readonly string[]): Promise<readonly Listed[]> {
  const { code, out, err } = await inProcess(['requirements', '--json', ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const value = JSON.parse(out) as { requirements: Listed[] };
  expect(Object.keys(value)).toEqual(['requirements']);
  return value.requirements;
}

describe('requirements', () => {
  test('--json prints all that is known of every requirement', async () => {
    const all = await listed();
    expect(all).toHaveLength(433);
    expect(all.map(({ id }) => id)).toEqual(lesspayRequirements.map(({ id }) => id));
    for (const requirement of all) {
      expect(requirement).toMatchObject({
        id: expect.stringMatching(/^[A-Z]+(-[A-Z]+)*-\d{3}$/),
        level: expect.stringMatching(/^(MUST|SHOULD|MAY|info|withdrawn)$/),
        role: expect.stringMatching(/^(platform|merchant|receiver)$/),
        area: expect.stringMatching(/^[A-Z]+(-[A-Z]+)*$/),
        statement: expect.stringMatching(/\S/),
        source: expect.stringMatching(/\S/),
        coverage: expect.stringMatching(/^(scenario|observed|needsOperator|codeReview)$/),
        exercisedBy: expect.any(Array),
      });
    }
  });

  test('names the scenarios that exercise a requirement', async () => {
    const known = new Set([...lesspayScenarios.map(({ id }) => id), 'observed']);
    const all = await listed('--area', 'PAYOUT-BATCH');
    expect(all.find(({ id }) => id === 'PAYOUT-BATCH-010')?.exercisedBy).toContain('PAYOUT-BATCH-010');
    expect(all.flatMap(({ exercisedBy }) => exercisedBy).filter((name) => !known.has(name))).toEqual([]);
  });

  test('filters by area, role and level, in any case of letters', async () => {
    const chosen = await listed('--area', 'auth', '--role', 'Platform', '--level', 'must');
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.map(({ id }) => id)).toEqual(
      lesspayRequirements
        .filter(({ area, role, level }) => area === 'AUTH' && role === 'platform' && level === 'MUST')
        .map(({ id }) => id),
    );
  });

  test('without --json a line each, and how many on standard error', async () => {
    const { code, out, err } = await inProcess(['requirements', '--area', 'IDEM']);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(0);
    for (const line of lines)
      expect(line).toMatch(/^IDEM-\d{3} +(MUST|SHOULD|MAY|info|withdrawn) +(platform|merchant|receiver) +\S/);
    expect(err).toBe(`${lines.length} of 433 requirements\n`);
  });

  test.each([
    ['--area', 'NOPE', /--area: received "NOPE", expected one of .*AUTH/],
    ['--role', 'bank', /--role: received "bank", expected one of platform, merchant, receiver/],
    ['--level', 'high', /--level: received "high", expected one of MUST, SHOULD, MAY, info, withdrawn/],
  ])('%s %s ends with 2', async (option, value, says) => {
    const { code, out, err } = await inProcess(['requirements', option, value]);
    expect(err).toMatch(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('explain', () => {
  const whole = `PAYOUT-BATCH-010  MUST  platform
A batch whose \`total_amount\` is not the sum of its details, be it by \`0.01\`, is refused.
Source: S000 30002; S003
Accepted:
  PO(30002): HTTP 200/400 with code 30002
Exercised by PAYOUT-BATCH-010: A batch whose total is not the sum of its details is refused, be it by one minor unit
E-04: The explanation of 30002 in S000 speaks of \`target_amount\`; the member of the request is \`total_amount\`. Read as: \`total_amount\`.
`;

  test('prints all of a requirement, also for an id in small letters', async () => {
    const proofs = lesspayFaults
      .filter(({ must }) => must.includes('PAYOUT-BATCH-010'))
      .map(({ id, defect }) => `Proven to bite by fault ${id}: ${defect}\n`);
    expect(proofs.length).toBeGreaterThan(0);
    const expected = { code: 0, out: whole.replace('E-04: ', () => `${proofs.join('')}E-04: `), err: '' };
    expect(await inProcess(['explain', 'PAYOUT-BATCH-010'])).toEqual(expected);
    expect(await inProcess(['explain', 'payout-batch-010'])).toEqual(expected);
  });

  test('says why a requirement is not exercised', async () => {
    const manual = lesspayRequirements.find(({ coverage }) => coverage === 'needsOperator');
    const { code, out } = await inProcess(['explain', manual?.id ?? '']);
    expect(code).toBe(0);
    expect(out).toContain(`\nNot exercised: ${manual?.coverageNote}\n`);
  });

  test('explains every requirement of the catalogue', async () => {
    for (const { id } of lesspayRequirements) {
      const { code, out, err } = await inProcess(['explain', id]);
      expect({ id, code, err }).toEqual({ id, code: 0, err: '' });
      expect(out).toContain(findRequirement(id)?.statement ?? 'an unknown requirement');
      expect(out).not.toMatch(/undefined|\[object/);
    }
  });

  test('an unknown id ends with 2 and says where to look', async () => {
    const { code, out, err } = await inProcess(['explain', 'AUTH-999']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /^error: There is no requirement "AUTH-999"\. Areas: .*List the ids with: lesspay-conformance requirements\n$/,
    );
  });
});
