import { BroadcastChannel } from 'node:worker_threads';

/** Reaches every thread of this process; a process runs one embedded run at a time. */
const CHANNEL = 'lesspay-conformance interruption';

/** A worker that is just starting does not listen yet, so the word is repeated. */
const REPEAT_MS = 100;

/** Asks the worker to end its session, from now on until the returned function is called. */
export function sendInterruption(): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.unref();
  channel.postMessage(null);
  const repeat = setInterval(() => channel.postMessage(null), REPEAT_MS);
  return () => {
    clearInterval(repeat);
    channel.close();
  };
}

/** Calls `end` once when the main thread asks for it. */
export function onInterruption(end: () => void): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.unref();
  channel.onmessage = () => {
    channel.close();
    end();
  };
}
