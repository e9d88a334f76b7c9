import type { Exchange } from '../../../../harness/exchange.js';
import type { Actors } from '../../../../harness/lesspay/actors.js';
import type { Body, PlatformClient, SendOptions } from '../../../../harness/lesspay/platform-client.js';
import { type OperationName, operationNames } from '../../../../protocols/lesspay/operations.js';
import { request } from '../observers/traffic.js';

/** One request that a drive sent. */
export interface Sent {
  readonly operation: OperationName;
  readonly body: Body;
  readonly options: SendOptions;
}

/** Actors for one exercise whose target answers from a list, in order, and what they sent. */
export interface Script {
  readonly actors: Actors;
  readonly sent: readonly Sent[];
}

const refuse = (what: string) => (): never => {
  throw new Error(`The script has no ${what}.`);
};

/** `answers` are the bodies of the answers; `offered`: the endpoints that the target claims. Ids are `id-1`, `id-2`, … */
export function script(answers: readonly unknown[], offered: readonly OperationName[] = operationNames): Script {
  const sent: Sent[] = [];
  let ids = 0;
  const call = async (operation: OperationName, body: Body, options: SendOptions = {}): Promise<Exchange> => {
    if (sent.length >= answers.length) throw new Error(`The script has no answer to ${operation}.`);
    const answer = answers[sent.length];
    sent.push({ operation, body, options });
    return request({ operation, sent: body, body: answer, ...(options.intent ? { intent: options.intent } : {}) });
  };
  const platform = {
    call,
    credentials: { name: 'first', appId: 'app', appSecret: 'secret' },
    ...Object.fromEntries(
      operationNames.map((name) => [name, (body: Body, options?: SendOptions) => call(name, body, options)]),
    ),
  } as unknown as PlatformClient;
  const actors: Actors = {
    platform,
    second: platform,
    operator: {
      transition: refuse('operator'),
      advance: refuse('operator'),
      event: refuse('operator'),
      configure: refuse('operator'),
      createApplication: refuse('operator'),
    },
    get mailbox() {
      return refuse('mailbox')();
    },
    openDefaultMailbox: refuse('mailbox'),
    hasInbox: false,
    offers: (operation) => offered.includes(operation),
    now: () => 1_767_225_600_000,
    freshId: refuse('ids'),
    fresh: (message) => {
      ids += 1;
      return 'request_id' in message && typeof message.request_id === 'string' && message.request_id !== ''
        ? { ...message, request_id: `id-${ids}` }
        : message;
    },
    patienceMs: 0,
    quietMs: 0,
    canAdvance: true,
    clockErrorMs: 0,
    reading: 'DEMO',
  };
  return { actors, sent };
}
