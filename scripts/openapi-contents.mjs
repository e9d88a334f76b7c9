/** One entry for each endpoint; a test compares names and paths with protocols/lesspay/operations.ts. `errors`: examples of business codes. */
export const endpoints = [
  {
    id: 'createPayin',
    path: '/api/global/v1/pay/create-order',
    tag: 'Pay-in',
    summary: 'Create a pay-in',
    description: 'Code 0 means that the order exists; whether it is paid is told by the webhook and the query.',
    request: 'create-payin-request',
    data: 'create-payin-data',
    errors: ['parameterError', 'duplicateData', 'createFailed'],
  },
  {
    id: 'fetchPayin',
    path: '/api/global/v1/pay/query-order',
    tag: 'Pay-in',
    summary: 'Fetch pay-ins',
    description: 'By at least one identifier, within a window of at most seven days.',
    request: 'fetch-payin-request',
    data: 'fetch-payin-data',
    errors: ['requestTimeError', 'dataNotFound'],
  },
  {
    id: 'createPayout',
    path: '/api/global/payout/create-order',
    tag: 'Payout',
    summary: 'Create a single payout',
    description: 'Code 0 means that the payout was accepted, not that it was paid.',
    request: 'create-payout-request',
    data: 'create-payout-data',
    errors: ['invalidBeneficiaryType', 'invalidAmountFormat', 'idempotencyConflict', 'duplicateRequestId'],
  },
  {
    id: 'createPayoutBatch',
    path: '/api/global/payout/batch/create-order',
    tag: 'Payout',
    summary: 'Create a payout batch',
    description:
      'The total is the exact sum of the details, whose ids differ. Code 0 means that the batch was accepted and waits for review.',
    request: 'create-payout-batch-request',
    data: 'create-payout-batch-data',
    errors: ['amountMismatch', 'duplicateDetailId', 'unsupportedCurrency', 'channelNotConfigured'],
  },
  {
    id: 'fetchPayout',
    path: '/api/global/payout/query',
    tag: 'Payout',
    summary: 'Fetch a payout',
    description: 'A batch or a single payout with its details, by at least one identifier.',
    request: 'fetch-payout-request',
    data: 'payout-query-data',
    errors: ['orderNotFound'],
  },
  {
    id: 'listBanks',
    path: '/api/global/payout/bank',
    tag: 'Payout',
    summary: 'List the banks and wallets of a channel',
    description: 'What a channel pays to in a country and currency.',
    request: 'payout-banks-request',
    data: 'payout-banks-data',
    errors: ['invalidCountryCode', 'unsupportedCurrency'],
  },
  {
    id: 'fetchBalance',
    path: '/api/global/payout/balance',
    tag: 'Payout',
    summary: 'Fetch the balance at a channel',
    description: 'Some channels do not offer it and answer with an error.',
    request: 'payout-balance-request',
    data: 'payout-balance-data',
    errors: ['paymentMethodNotConfigured'],
  },
  {
    id: 'triggerNotify',
    path: '/api/global/payout/triggerNotify',
    tag: 'Payout',
    summary: "Send a payout's webhook again",
    description: 'Answers with what the webhook carries. The order does not change.',
    request: 'trigger-notify-request',
    data: 'payout-query-data',
    errors: ['orderNotFound', 'statusNotAllowed'],
  },
];

/** One entry for each kind of message that the platform sends to a `notify_url`. */
export const webhooks = [
  {
    id: 'payinWebhookV1',
    schema: 'payin-webhook-v1',
    summary: 'A pay-in changed its status (legacy signature)',
    description:
      'The signature leaves out `api_version`, `order_status_int`, `channel_biz_data`, `event` and `event_data`: do not act on them without a query.',
  },
  {
    id: 'payinWebhookV2',
    schema: 'payin-webhook-v2',
    summary: 'A pay-in changed its status',
    description: 'The signature covers the whole body.',
  },
  {
    id: 'payoutWebhook',
    schema: 'payout-webhook',
    summary: 'A payout is final',
    description:
      'Sent once every detail is final, when the review rejects a batch, and on demand. The signature covers the whole body.',
  },
  {
    id: 'riskEventWebhook',
    schema: 'risk-event-webhook',
    summary: 'A card payment was declined as risky, or disputed',
    description: "For information: the order's status does not change by it.",
  },
];

/** The statuses that the documents list besides 200, with the examples of each product. */
export const failures = [
  {
    status: '400',
    name: 'BadRequest',
    text: 'The request is malformed or a parameter is wrong.',
    payin: ['parameterError'],
    payout: ['invalidParameter'],
  },
  {
    status: '401',
    name: 'Unauthorized',
    text: 'The application id or the signature is missing or wrong.',
    payin: ['payinUnauthorized'],
    payout: ['signatureError', 'signatureVerificationFailed', 'timestampExpired'],
  },
  {
    status: '403',
    name: 'Forbidden',
    text: 'The application may not do this.',
    payin: ['permissionError'],
    payout: ['payoutNotEnabled'],
  },
  {
    status: '404',
    name: 'NotFound',
    text: 'The path or the order does not exist.',
    payin: ['dataNotFound'],
    payout: ['orderNotFound'],
  },
  { status: '405', name: 'MethodNotAllowed', text: 'Every endpoint takes POST only.', payin: [], payout: [] },
  {
    status: '500',
    name: 'ServerError',
    text: 'Something is wrong at the platform. Query before creating again.',
    payin: ['systemException'],
    payout: [],
  },
  { status: '503', name: 'Unavailable', text: 'The platform is under maintenance.', payin: [], payout: [] },
];
