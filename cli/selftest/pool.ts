import { Worker } from 'node:worker_threads';
import type { Outcome } from './outcome.js';
import { brokenTask, type Task } from './task.js';
import type { Order } from './worker.js';

/** How to carry out many tasks. */
export interface PoolOptions {
  readonly seed: number;
  /** Threads. */
  readonly workers: number;
  /** Told about each outcome as it comes. */
  readonly onOutcome: (outcome: Outcome) => void;
  /** A platform that is still at work after so many milliseconds is broken. @default 60000 */
  readonly taskLimitMs?: number;
}

const TASK_LIMIT_MS = 60_000;

/** Space for what does not live long: otherwise much of the time goes into collecting it. */
const YOUNG_GENERATION_MB = 96;

const workerFile = new URL('./worker.js', import.meta.url);

/** Carries out the tasks in several threads. Resolves with one outcome for each task, in their order. */
export async function carryOutAll(tasks: readonly Task[], options: PoolOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    let worker: Worker | null = null;
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (task === undefined) continue;
      worker ??= new Worker(workerFile, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
      const done = await carryOutIn(worker, task, options);
      const outcome = typeof done === 'string' ? brokenTask(task, done) : done;
      if (typeof done === 'string') {
        await worker.terminate();
        worker = null;
      }
      outcomes[index] = outcome;
      options.onOutcome(outcome);
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(options.workers, tasks.length)) }, lane));
  return outcomes;
}

/** The outcome, or why there is none: then the thread is of no more use. */
function carryOutIn(
  worker: Worker,
  task: Task,
  { seed, taskLimitMs = TASK_LIMIT_MS }: PoolOptions,
): Promise<Outcome | string> {
  return new Promise((resolve) => {
    const end = (result: Outcome | string): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      resolve(result);
    };
    const onMessage = (outcome: Outcome): void => end(outcome);
    const onError = (error: unknown): void =>
      end(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const onExit = (code: number): void => end(`The thread of the platform ended with code ${code}.`);
    const timer = setTimeout(() => end(`The platform was still at work after ${taskLimitMs} ms.`), taskLimitMs);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    const order: Order = { task, seed };
    worker.postMessage(order);
  });
}
