import { parentPort } from 'node:worker_threads';
import { carryOut, type Task } from './task.js';

/** What the pool sends: one task at a time. */
export interface Order {
  readonly task: Task;
  readonly seed: number;
}

parentPort?.on('message', ({ task, seed }: Order) => {
  // A rejection ends the thread, and the pool notes the task as broken.
  carryOut(task, seed).then((outcome) => parentPort?.postMessage(outcome));
});
