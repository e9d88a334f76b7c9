import { type Command, commandInWords, type PlannedSend } from '../../../../generators/lesspay/command-list.js';
import type { Exchange } from '../../../../harness/exchange.js';
import { type Actors, intent } from '../../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../../harness/scenario.js';
import { orderIdOf } from '../../reading/orders.js';
import { succeeded } from '../../reading/recorded.js';
import { aroundNow, lookUp } from '../../steps/look-up.js';
import type { Create, CreateKind, OtherContent } from '../kinds.js';

/** A history as it is drawn: plain data, from which it can be carried out again. */
export interface HistoryPlan {
  readonly commands: readonly Command[];
  /** By id slot; content 0 is `first`, content 1 is `other`. */
  readonly contents: readonly OtherContent[];
}

/** A command that was carried out. `order`: the platform's id of the order that the operator was asked to move. */
export type ExecutedCommand = Command & {
  /** Which of the evidence's `steps` it led to. None for a settle of an order that was never made. */
  readonly steps: readonly number[];
  readonly order?: string;
};

/** What was done, and what came of it. The contents are in the recorded requests, where they are masked. */
export interface HistoryEvidence extends Record<string, Evidence[string]> {
  readonly commands: readonly ExecutedCommand[];
  /** The `request_id` of each id slot. */
  readonly ids: readonly string[];
  readonly steps: readonly Exchange[];
  /** A query for each id that was used, when everything was answered. */
  readonly after: readonly Exchange[];
}

/** The length of the ids; a pay-in's may have 20 characters. */
const ID_LENGTH = 18;

/** Carries out the commands, one after the other; only the creates of `together` run at the same time. */
export async function runHistory(
  actors: Actors,
  { operation, product }: CreateKind,
  { commands, contents }: HistoryPlan,
): Promise<HistoryEvidence> {
  const ids = contents.map(() => actors.freshId(ID_LENGTH));
  const orders = new Map<number, string>();
  const requestId = (idSlot: number): string => entry(ids, idSlot);

  const send = async (planned: PlannedSend, words: string): Promise<Exchange> => {
    const message: Create = {
      ...actors.fresh(contentOf(contents, planned)),
      request_id: requestId(planned.idSlot),
    };
    const exchange = await actors.platform.call(operation, message, intent('probe', { case: words }));
    const order = succeeded(exchange) ? orderIdOf(exchange) : null;
    if (order !== null && !orders.has(planned.idSlot)) orders.set(planned.idSlot, order);
    return exchange;
  };

  const carryOut = async (command: Command): Promise<readonly Exchange[]> => {
    const words = commandInWords(command);
    switch (command.kind) {
      case 'together':
        return Promise.all(command.creates.map((planned) => send(planned, words)));
      case 'query': {
        const order = orders.get(command.idSlot);
        const both = { request_id: requestId(command.idSlot), ...(order === undefined ? {} : { pay_order_id: order }) };
        return [
          await lookUp(
            actors,
            product,
            command.by === 'request_id' || order === undefined
              ? { request_id: both.request_id }
              : command.by === 'both'
                ? both
                : { pay_order_id: order },
          ),
        ];
      }
      case 'list': {
        const range = { ...aroundNow(actors), page: 1, page_size: command.pageSize };
        return [await actors.platform.fetchPayin(range, intent('probe', { case: words }))];
      }
      case 'settle': {
        const order = orders.get(command.idSlot);
        return order === undefined ? [] : [await actors.operator.transition(order, command.to)];
      }
      default:
        return [await send(command, words)];
    }
  };

  const steps: Exchange[] = [];
  const executed: ExecutedCommand[] = [];
  for (const command of commands) {
    const moved = command.kind === 'settle' ? orders.get(command.idSlot) : undefined;
    const exchanges = await carryOut(command);
    executed.push({
      ...command,
      steps: exchanges.map((_, index) => steps.length + index),
      ...(moved === undefined ? {} : { order: moved }),
    });
    steps.push(...exchanges);
  }
  const used = [...new Set(commands.flatMap(idSlotsOf))];
  const after = await Promise.all(used.map((idSlot) => lookUp(actors, product, { request_id: requestId(idSlot) })));
  return { commands: executed, ids, steps, after };
}

function idSlotsOf(command: Command): readonly number[] {
  switch (command.kind) {
    case 'together':
      return command.creates.map(({ idSlot }) => idSlot);
    case 'list':
      return [];
    default:
      return [command.idSlot];
  }
}

function contentOf(contents: readonly OtherContent[], { idSlot, contentSlot }: PlannedSend): Create {
  const { first, other } = entry(contents, idSlot);
  return contentSlot === 0 ? first : other;
}

function entry<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`The history uses slot ${index}; it has ${list.length} slots.`);
  return found;
}
