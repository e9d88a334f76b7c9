/** The two products of the platform. They have separate error tables and separate path families. */
export type Product = 'payin' | 'payout';

/** One endpoint of the Lesspay 2.0 API. All are `POST` with a signed JSON object. */
export interface Operation {
  readonly path: string;
  readonly product: Product;
  /** True when a success creates an order, so that repeating the request is not harmless. */
  readonly creates: boolean;
  readonly source: string;
}

/** The eight endpoints. Sources: docs pages P-PI-DG, P-FPI, P-CPO, P-FPO; seed 003; the demo client for the last three. */
export const operations = {
  createPayin: { path: '/api/global/v1/pay/create-order', product: 'payin', creates: true, source: 'P-PI-DG; P-CARD' },
  fetchPayin: { path: '/api/global/v1/pay/query-order', product: 'payin', creates: false, source: 'S001; P-FPI' },
  createPayout: { path: '/api/global/payout/create-order', product: 'payout', creates: true, source: 'P-CPO; D4' },
  createPayoutBatch: {
    path: '/api/global/payout/batch/create-order',
    product: 'payout',
    creates: true,
    source: 'S003; P-PO-DG',
  },
  fetchPayout: { path: '/api/global/payout/query', product: 'payout', creates: false, source: 'S003; P-FPO' },
  listBanks: { path: '/api/global/payout/bank', product: 'payout', creates: false, source: 'D1' },
  fetchBalance: { path: '/api/global/payout/balance', product: 'payout', creates: false, source: 'D4' },
  triggerNotify: { path: '/api/global/payout/triggerNotify', product: 'payout', creates: false, source: 'D2' },
} as const satisfies Record<string, Operation>;

/** The name of an endpoint in code, reports and evidence. */
export type OperationName = keyof typeof operations;

/** The names in the order of the protocol reference. */
export const operationNames = Object.keys(operations) as readonly OperationName[];
