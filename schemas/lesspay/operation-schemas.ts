import type { OperationName } from '../../protocols/lesspay/operations.js';
import type { LesspaySchemas } from './messages.generated.js';

/** The short name of a Lesspay schema, as `validator` takes it. */
export type LesspaySchemaName = `lesspay/${keyof LesspaySchemas}`;

const schemas = {
  createPayin: { request: 'lesspay/create-payin-request', data: 'lesspay/create-payin-data' },
  fetchPayin: { request: 'lesspay/fetch-payin-request', data: 'lesspay/fetch-payin-data' },
  createPayout: { request: 'lesspay/create-payout-request', data: 'lesspay/create-payout-data' },
  createPayoutBatch: { request: 'lesspay/create-payout-batch-request', data: 'lesspay/create-payout-batch-data' },
  fetchPayout: { request: 'lesspay/fetch-payout-request', data: 'lesspay/payout-query-data' },
  listBanks: { request: 'lesspay/payout-banks-request', data: 'lesspay/payout-banks-data' },
  fetchBalance: { request: 'lesspay/payout-balance-request', data: 'lesspay/payout-balance-data' },
  triggerNotify: { request: 'lesspay/trigger-notify-request', data: 'lesspay/payout-query-data' },
} as const satisfies Record<OperationName, { request: LesspaySchemaName; data: LesspaySchemaName }>;

/** The schema of the body that a merchant sends to an endpoint. */
export function requestSchemaOf(operation: OperationName): LesspaySchemaName {
  return schemas[operation].request;
}

/** The schema of the member `data` of a successful answer. The answer as a whole: `lesspay/response-envelope`. */
export function dataSchemaOf(operation: OperationName): LesspaySchemaName {
  return schemas[operation].data;
}
