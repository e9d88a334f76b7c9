import { noVerdictFrom } from '../../../harness/answers.js';
import { PreconditionFailed } from '../../../harness/check.js';
import { describeAnswer, type Exchange, envelopeOf } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { PlatformClient } from '../../../harness/lesspay/platform-client.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
import { orderIdOf } from '../reading/orders.js';

/** An order that a scenario made in order to do something with it. */
export interface NewOrder {
  readonly created: Exchange;
  /** The platform's id. */
  readonly id: string;
  /** The merchant's id. */
  readonly requestId: string;
}

/**
 * Creates an order with exactly this message: make it fresh before.
 *
 * @throws PreconditionFailed when the create is refused or not answered, a limit of the run kept it from being sent, or its
 *   answer has no order id
 */
export async function newOrder(
  client: PlatformClient,
  operation: Extract<OperationName, `create${string}`>,
  message: { readonly request_id: string },
): Promise<NewOrder> {
  const created = await client.call(operation, message, intent('control'));
  const impossible = noVerdictFrom(created);
  if (impossible?.kind === 'unmet') throw new PreconditionFailed(impossible.code, impossible.message);
  if (envelopeOf(created)?.code !== 0) {
    throw new PreconditionFailed('createRefused', `${operation} was not accepted: ${describeAnswer(created)}.`);
  }
  const id = orderIdOf(created);
  if (id === null) {
    throw new PreconditionFailed('noOrderId', `${operation} was accepted, but its answer has no \`pay_order_id\`.`);
  }
  return { created, id, requestId: message.request_id };
}
