import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { SharedLock } from '../../harness/lock.js';

describe('SharedLock', () => {
  test('shared work runs side by side, exclusive work alone', async () => {
    const lock = new SharedLock();
    let shared = 0;
    let exclusive = 0;
    let mostShared = 0;
    const wrong: string[] = [];
    const work = (alone: boolean): Promise<void> =>
      lock.hold(alone, async () => {
        if (alone) exclusive += 1;
        else shared += 1;
        mostShared = Math.max(mostShared, shared);
        if (exclusive > 1 || (exclusive === 1 && shared > 0)) wrong.push(`${exclusive} exclusive, ${shared} shared`);
        await turn();
        if (alone) exclusive -= 1;
        else shared -= 1;
      });
    await Promise.all(Array.from({ length: 200 }, (_, index) => work(index % 7 === 3)));
    expect(wrong).toEqual([]);
    expect(mostShared).toBeGreaterThan(1);
    expect([shared, exclusive]).toEqual([0, 0]);
  });

  test('exclusive work is not put off by shared work that keeps coming', async () => {
    const lock = new SharedLock();
    const order: string[] = [];
    let more = 20;
    const shared = async (): Promise<void> => {
      await lock.hold(false, async () => {
        order.push('shared');
        await turn();
      });
      more -= 1;
      if (more > 0) await shared();
    };
    const streams = [shared(), shared()];
    await turn();
    await lock.hold(true, async () => {
      order.push('exclusive');
    });
    await Promise.all(streams);
    expect(order.indexOf('exclusive')).toBeLessThan(8);
    expect(order.filter((name) => name === 'shared').length).toBeGreaterThan(15);
  });

  test('work that fails gives the lock back and keeps its error', async () => {
    const lock = new SharedLock();
    for (const alone of [true, false]) {
      await expect(lock.hold(alone, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    }
    expect(await lock.hold(true, async () => 'alone')).toBe('alone');
    expect(await lock.hold(false, async () => 'shared')).toBe('shared');
  });
});
