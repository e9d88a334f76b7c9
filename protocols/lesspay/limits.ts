/** A limit of the documents or of the demo client. */
interface Limit {
  readonly max: number;
  readonly source: string;
}

/** The longest texts, in characters. */
export const lengths = {
  payinRequestId: { max: 20, source: 'demo client; up to 64 either outcome is accepted' },
  payoutRequestId: { max: 64, source: 'S003 1.3' },
  mchOrderId: { max: 64, source: 'S003 1.3, 2.3' },
  payinProductName: { max: 30, source: 'demo client' },
  payinDescription: { max: 50, source: 'demo client' },
  payinRedirectUrl: { max: 255, source: 'demo client' },
  callingCode: { max: 5, source: 'P-CPO' },
} as const satisfies Record<string, Limit>;

/** The limits of a pay-in query: the widest window in milliseconds (inclusive), the page size and its default. */
export const payinQuery = {
  maxWindowMs: { max: 604_800_000, source: 'S001, Fetch Payin messages: 7 days' },
  pageSize: { max: 1000, default: 20, source: 'demo client' },
  firstPage: 1,
} as const;

/** The values of `transaction_type`, `api_version` and `channel_extra.extra_type` of a pay-in. */
export const payinConstants = {
  transactionType: { value: 'PAY_IN', source: 'P-CARD; demo client' },
  apiVersions: { values: ['V1', 'V2'], source: 'demo client; P-CARD wants V2 for cards' },
  extraTypes: { values: ['card', 'token'], source: 'demo client' },
} as const;
