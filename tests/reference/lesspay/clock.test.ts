import { describe, expect, test } from 'vitest';
import { AdvanceableClock, type Clock } from '../../../reference/lesspay/core/clock.js';
import { systemClock } from '../../../reference/lesspay/system-clock.js';

/** A base clock that the test moves by hand. */
function handClock(): Clock & { tick(ms: number): void } {
  let now = 1000;
  let alarms: { atMs: number; task: () => void }[] = [];
  return {
    now: () => now,
    schedule: (atMs, task) => {
      const alarm = { atMs, task };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    tick: (ms) => {
      now += ms;
      const due = alarms.filter((alarm) => alarm.atMs <= now);
      alarms = alarms.filter((alarm) => alarm.atMs > now);
      for (const alarm of due) alarm.task();
    },
  };
}

describe('AdvanceableClock', () => {
  test('runs tasks with the base clock, in the order of their times, each once', () => {
    const base = handClock();
    const clock = new AdvanceableClock(base);
    const seen: string[] = [];
    for (const [name, atMs] of [
      ['c', 1030],
      ['a', 1010],
      ['b', 1020],
      ['a2', 1010],
    ] as const) {
      clock.schedule(atMs, () => seen.push(`${name}@${clock.now()}`));
    }
    base.tick(9);
    expect(seen).toEqual([]);
    base.tick(11);
    expect(seen).toEqual(['a@1020', 'a2@1020', 'b@1020']);
    base.tick(100);
    expect(seen).toEqual(['a@1020', 'a2@1020', 'b@1020', 'c@1120']);
  });

  test('advancing runs what became due, also what is scheduled meanwhile, and keeps the distance afterwards', () => {
    const base = handClock();
    const clock = new AdvanceableClock(base);
    const seen: number[] = [];
    clock.schedule(1500, () => {
      seen.push(1);
      clock.schedule(1600, () => seen.push(2));
    });
    clock.schedule(2100, () => seen.push(3));
    expect(clock.advance(1000)).toBe(2000);
    expect(seen).toEqual([1, 2]);
    base.tick(99);
    expect(seen).toEqual([1, 2]);
    base.tick(1);
    expect(seen).toEqual([1, 2, 3]);
  });

  test('a cancelled task does not run, the next one still does', () => {
    const base = handClock();
    const clock = new AdvanceableClock(base);
    const seen: number[] = [];
    const cancel = clock.schedule(1010, () => seen.push(1));
    clock.schedule(1020, () => seen.push(2));
    cancel();
    cancel();
    base.tick(50);
    expect(seen).toEqual([2]);
    clock.schedule(1060, () => seen.push(3));
    clock.stop();
    base.tick(50);
    expect(seen).toEqual([2]);
  });
});

test('the system clock calls back when the time has come, not before', async () => {
  const due = systemClock.now() + 20;
  const at = await new Promise<number>((resolve) => systemClock.schedule(due, () => resolve(systemClock.now())));
  expect(at).toBeGreaterThanOrEqual(due);
});
