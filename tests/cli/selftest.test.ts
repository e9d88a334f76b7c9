import { describe, expect, test } from 'vitest';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { lesspayVariants } from '../../reference/lesspay/variants/index.js';
import { inProcess } from './memory-io.js';
import { start } from './process.js';

const [fault] = lesspayFaults;
const [variant] = lesspayVariants;

describe('selftest', () => {
  test('--fault shows one fault in detail', async () => {
    const { code, out } = await inProcess(['selftest', '--fault', fault?.id ?? '']);
    expect(out).toContain(`fault ${fault?.id}`);
    expect(out).toContain(fault?.defect);
    for (const requirement of fault?.must ?? []) expect(out).toContain(`${requirement} (must fail)`);
    expect(out).toContain('expected ');
    expect(out).toContain('CAUGHT');
    expect(code).toBe(0);
  });

  test('--variant shows one variant', async () => {
    const { code, out } = await inProcess(['selftest', '--variant', variant?.id ?? '']);
    expect(out).toContain(variant?.behaviour);
    expect(out).toContain('CLEAN');
    expect(code).toBe(0);
  });

  test('an unknown fault names the nearest', async () => {
    const { code, err } = await inProcess(['selftest', '--fault', `${fault?.id}x`]);
    expect(code).toBe(2);
    expect(err).toContain(`Did you mean ${fault?.id}`);
  });

  test.each([
    [['--fault', 'a', '--variant', 'b'], 'one at a time'],
    [['--fault', 'a', '--json'], 'leave out --fault'],
    [['--variant', 'a', '--write'], 'leave out --fault'],
    [['--audit', '--json'], 'leave out --json'],
    [['--seed', 'x'], '--seed'],
  ])('%j is wrong usage', async (args, told) => {
    const { code, err } = await inProcess(['selftest', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(told);
  });
});

describe('what else names the faults', () => {
  test('serve --list-faults lists every fault and variant', async () => {
    const { code, out } = await inProcess(['serve', '--list-faults']);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(lesspayFaults.length + lesspayVariants.length);
    for (const { id } of lesspayFaults) expect(out).toContain(id);
  });

  test('serve --fault warns that the platform is faulty on purpose', async () => {
    const child = start(['serve', '--fault', fault?.id ?? '']);
    await child.until('out', /listening on http/);
    await child.until('err', /faulty on purpose/);
    child.signal('SIGTERM');
    expect((await child.ended).code).toBe(0);
  });

  test('serve refuses an unknown variant before it starts', async () => {
    const { code, err, out } = await inProcess(['serve', '--variant', 'no-such-variant']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('There is no variant');
  });

  test('explain names the faults that prove a requirement', async () => {
    const { out } = await inProcess(['explain', fault?.must[0] ?? '']);
    expect(out).toContain(`Proven to bite by fault ${fault?.id}`);
  });
});
