import { describe, expect, test } from 'vitest';
import { NothingPlannedError, VirtualTime } from '../../cli/selftest/virtual-time.js';

describe('virtual time', () => {
  test('jumps to the next appointment as soon as everybody waits', async () => {
    const time = new VirtualTime(1_000);
    const seen: string[] = [];
    const one = async (name: string, ms: number): Promise<void> => {
      await time.wait(ms);
      seen.push(`${name} ${time.now()}`);
      await time.wait(ms);
      seen.push(`${name} ${time.now()}`);
    };
    await time.passUntil(Promise.all([one('slow', 3_600_000), one('quick', 5)]));
    expect(seen).toEqual(['quick 1005', 'quick 1010', 'slow 3601000', 'slow 7201000']);
  });

  test('keeps the order of appointments at the same moment', async () => {
    const time = new VirtualTime(0);
    const seen: number[] = [];
    for (const place of [1, 2, 3]) time.after(10, () => seen.push(place));
    await time.passUntil(time.wait(10));
    expect(seen).toEqual([1, 2, 3]);
  });

  test('runs nothing that was taken back', async () => {
    const time = new VirtualTime(0);
    const seen: string[] = [];
    const cancel = time.after(5, () => seen.push('taken back'));
    time.after(6, () => seen.push('kept'));
    cancel();
    await time.passUntil(time.wait(10));
    expect(seen).toEqual(['kept']);
  });

  test('says when something waits for what never happens', async () => {
    const time = new VirtualTime(0);
    await expect(time.passUntil(new Promise(() => {}))).rejects.toBeInstanceOf(NothingPlannedError);
  });

  test('passes on what the work throws', async () => {
    const time = new VirtualTime(0);
    await expect(time.passUntil(Promise.reject(new Error('of the work')))).rejects.toThrow('of the work');
  });
});
