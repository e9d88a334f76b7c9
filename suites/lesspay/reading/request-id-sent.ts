import { type Exchange, jsonOf, member } from '../../../harness/exchange.js';
import { operationNames, operations } from '../../../protocols/lesspay/operations.js';

/**
 * What makes an order one and the same for the merchant who creates it: application, product and `request_id`. Two requests with
 * the same text here may get the same order, two with different texts never do. Letters' case and surrounding blanks are ignored,
 * because no document says how ids are compared. Null when the request has no usable id.
 */
export function requestIdSent(exchange: Exchange): string | null {
  const operation = operationNames.find((name) => name === exchange.operation);
  const id = member(jsonOf(exchange.request), 'request_id');
  if (operation === undefined || typeof id !== 'string' || id.trim() === '') return null;
  return [exchange.application ?? '', operations[operation].product, id.trim().toLowerCase()].join('/');
}
