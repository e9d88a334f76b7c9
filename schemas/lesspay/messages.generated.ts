// Generated from schemas/lesspay/*.schema.json by scripts/generate-types.mjs. Do not edit.

/**
 * The result of fetching pay-ins. The documents do not show it: a record, a list of records, or an object that holds such a list. Source: P-FPI; S002 3; E-21, E-32.
 */
export type FetchPayinData = PayinRecord[] | PayinPage | PayinRecord;
/**
 * The balance that a channel holds for payouts. The documents do not show it: an object, or a list of objects. Source: D4; S002 1.
 */
export type PayoutBalanceData = ChannelBalance | ChannelBalance[];
/**
 * The banks and wallets that a channel pays to. The documents do not show it: a list, or an object that holds one. Source: D4 PayoutTwelvepayExample; E-77.
 */
export type PayoutBanksData = PayoutBank[] | PayoutBankPage;

/**
 * The type of each message by the name of its schema in `schemas/lesspay`.
 */
export interface LesspaySchemas {
  'create-payin-data': CreatePayinData;
  'create-payin-request': CreatePayinRequest;
  'create-payout-batch-data': CreatePayoutBatchData;
  'create-payout-batch-request': CreatePayoutBatchRequest;
  'create-payout-data': CreatePayoutData;
  'create-payout-request': CreatePayoutRequest;
  'fetch-payin-data': FetchPayinData;
  'fetch-payin-request': FetchPayinRequest;
  'fetch-payout-request': FetchPayoutRequest;
  'payin-webhook-v1': PayinWebhookV1;
  'payin-webhook-v2': PayinWebhookV2;
  'payout-balance-data': PayoutBalanceData;
  'payout-balance-request': PayoutBalanceRequest;
  'payout-banks-data': PayoutBanksData;
  'payout-banks-request': PayoutBanksRequest;
  'payout-query-data': PayoutQueryData;
  'payout-webhook': PayoutWebhook;
  'response-envelope': ResponseEnvelope;
  'risk-event-webhook': RiskEventWebhook;
  'trigger-notify-request': TriggerNotifyRequest;
}
/**
 * The result of creating a pay-in. The documents show the platform's id inside `order_data` and do not place the other members. Source: P-CARD; P-PI-DG; S002 3; E-35.
 */
export interface CreatePayinData {
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id?: string;
  /**
   * The merchant's id, repeated. Source: S002 3.
   */
  request_id?: string;
  /**
   * An order status where the documents do not say in which form: the name, the integer, or the integer as text. Source: S002 4.1; E-21.
   */
  order_status?: string | (0 | 1 | 2 | 3 | 4 | 5 | 6 | 11 | 12);
  /**
   * Where the payer pays, in cashier mode. Source: P-PI-DG 1; E-35.
   */
  checkout_url?: string | null;
  /**
   * The order, with names in camelCase. Source: P-CARD; E-35.
   */
  order_data?: PayinOrderData | null;
  /**
   * For the hosted card widget. Source: D4 CardPaymentExample.
   */
  payment_session_token?: string | null;
  /**
   * For the hosted card widget. Source: D4 CardPaymentExample.
   */
  payment_session_secret?: string | null;
  /**
   * Reserved by the platform; nothing says how it is computed. Source: S003 1.6; E-03.
   */
  encryptData?: string | null;
  /**
   * Reserved by the platform; nothing says how it is computed. Source: S003 1.6; E-03.
   */
  sign?: string | null;
  [k: string]: unknown;
}
/**
 * The order as the card example shows it. Source: P-CARD; E-35.
 */
export interface PayinOrderData {
  /**
   * The platform's id of the order, called `pay_order_id` elsewhere. Source: P-CARD; E-35.
   */
  payOrderId?: string;
  /**
   * An encoded id of the order's detail. Source: P-CARD.
   */
  payOrderDetailIdEncode?: string | null;
  [k: string]: unknown;
}
/**
 * Asks the platform to collect a payment. Source: P-CARD; P-PI-DG; D1 CreatePayinOrderDTO; E-87.
 */
export interface CreatePayinRequest {
  /**
   * The merchant's id of a pay-in, unique for the application. The demo allows 20 characters; a platform may allow more. Source: S002 3; D1 CreatePayinOrderDTO; E-25.
   */
  request_id: string;
  /**
   * What the payer buys, at most 30 characters. Source: P-CARD; D1.
   */
  product_name: string;
  /**
   * A short explanation, at most 50 characters. Source: P-CARD; D1.
   */
  description: string;
  /**
   * What the payer owes, in major units, as text. Source: S002 1; P-CARD; E-23.
   */
  target_amount: string;
  /**
   * A currency code in capital letters; crypto currencies may have more than three. Which codes work depends on the channel. Source: S002 4.4; E-62.
   */
  target_currency: string;
  /**
   * Always PAY_IN. Source: P-CARD; D1.
   */
  transaction_type: 'PAY_IN';
  /**
   * Where the browser goes after a payment, at most 255 characters. Source: P-CARD; D1.
   */
  success_url: string;
  /**
   * Where the browser goes after a failure, at most 255 characters. Source: P-CARD; D1.
   */
  fail_url: string;
  /**
   * Where the webhook goes; without it, the application's default is used. Source: P-PI-WH 1; P-CARD; E-27.
   */
  notify_url?: string;
  /**
   * Decides which members the webhook's signature covers. V1 is for one legacy merchant; card payments need V2. Source: D1; P-CARD; E-31.
   */
  api_version: 'V1' | 'V2';
  /**
   * 1: the payer is sent to the checkout page (cashier, the default); 2: direct integration (openapi). Source: S002 4.3; E-30.
   */
  pay_access_type?: 1 | 2;
  /**
   * Seconds until the order expires. Source: D1; D4.
   */
  expired_time?: number;
  /**
   * The channel; without it the payer chooses. Source: S002 4.5.1; E-28.
   */
  way_code?: string;
  /**
   * The kind of pay-in method. Source: S002 4.2 and 4.5.1; E-06.
   */
  way_type?: 'CRYPTO' | 'BANK_TRANSFER' | 'CARD_PAYMENT' | 'WECHAT';
  /**
   * The chain of a crypto payment. Source: D1.
   */
  transaction_network?: string;
  /**
   * True: the channel sees `request_id` as its order number. Source: D1.
   */
  use_channel_request_id?: boolean;
  channel_extra?: ChannelExtra;
}
/**
 * What a channel needs besides: card data or a stored card's token, and the 3DS choice. Source: D3 ChannelExtraDTO; P-3DS.
 */
export interface ChannelExtra {
  /**
   * Which of the two objects is sent. Source: D3; E-66.
   */
  extra_type?: 'card' | 'token';
  card_data?: CardData;
  token_data?: TokenData;
  three_ds?: ThreeDs;
}
/**
 * A card in clear text. Source: D3 ChannelExtraDTO.
 */
export interface CardData {
  /**
   * 16 to 19 digits without separators. Source: D3; E-68.
   */
  number: string;
  /**
   * The month in which the card expires. Source: D3.
   */
  expiry_month: number;
  /**
   * The year in which the card expires, four digits. Source: D3.
   */
  expiry_year: number;
  /**
   * The card's check digits. Source: D3.
   */
  cvv: string;
  /**
   * True asks for a token with which the card can be charged again. Source: D3.
   */
  store_for_future_use?: boolean;
}
/**
 * A card that was stored before. Source: D3 ChannelExtraDTO.
 */
export interface TokenData {
  /**
   * The stored card's token: opaque text. Source: D3.
   */
  token: string;
}
/**
 * Whether the payer is asked to authenticate. Not for token payments. Source: P-3DS.
 */
export interface ThreeDs {
  /**
   * True: on; false: off, unless the channel insists; null or absent: the platform's default, which is on. Source: P-3DS.
   */
  enabled?: boolean | null;
}
/**
 * The result of creating a payout batch. Source: S003 1.6 and 2.6; E-02.
 */
export interface CreatePayoutBatchData {
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id: string;
  /**
   * The merchant's id, repeated. Source: S003 1.6.
   */
  request_id: string;
  /**
   * An ISO 8601 date and time; an offset without a colon, or none, is tolerated. Source: S003 1.6.
   */
  created_at: string;
  /**
   * A new batch waits for review. Source: S003 1.2 and 1.6.
   */
  order_status: 'PENDING_CONFIRM';
  /**
   * The number of details. Source: S003 1.6.
   */
  total_count: number;
  total_amount_obj: TotalAmount;
  /**
   * Reserved by the platform; nothing says how it is computed. Source: S003 1.6; E-03.
   */
  encryptData?: string | null;
  /**
   * Reserved by the platform; nothing says how it is computed. Source: S003 1.6; E-03.
   */
  sign?: string | null;
  [k: string]: unknown;
}
/**
 * The total for people to read. Source: S003 1.6; E-85.
 */
export interface TotalAmount {
  /**
   * The total, which may carry thousands separators and a currency mark. Source: S003 1.6; E-85.
   */
  amountStr: string;
  /**
   * A currency code in capital letters; crypto currencies may have more than three. Which codes work depends on the channel. Source: S002 4.4; E-62.
   */
  currencyCode: string;
  [k: string]: unknown;
}
/**
 * Asks the platform to pay several beneficiaries of one currency. Source: S003 1.3 and 2.3; D1 and D4 CreatePayoutOrderDTO.
 */
export interface CreatePayoutBatchRequest {
  /**
   * The merchant's id of a payout, unique for the application. Source: S002 3; S003 1.3.
   */
  request_id: string;
  /**
   * The three-letter currency code of a payout batch. Source: S003 1.3.
   */
  currency: string;
  /**
   * The exact sum of the details' amounts. Source: S003 1.3; S000 30002; E-04.
   */
  total_amount: string;
  /**
   * The kind of payout method. WALLET_TRANSFER and E_WALLET both mean a wallet. Source: S002 4.2; D4 PayoutExample; E-06, E-07.
   */
  way_type?: 'BANK_TRANSFER' | 'WALLET_TRANSFER' | 'E_WALLET' | 'CRYPTO';
  /**
   * The channel, as assigned to the application by the platform. Source: S002 4.5.
   */
  way_code?: string;
  /**
   * Where the webhook goes; without it, the application's default is used. Source: S003 1.3; P-PO-WH 1; E-27.
   */
  notify_url?: string;
  /**
   * The single payments; the highest number is not documented. Source: S003 1.3; S000 30072.
   */
  payout_order_details: PayoutBatchDetail[];
  /**
   * The kind of destination of all details that do not name theirs. Source: D4; E-15, E-17.
   */
  destination_type?: 'bank' | 'ewallet';
  /**
   * What is paid out. Source: D1.
   */
  product_name?: string;
  /**
   * A short explanation. Source: D1.
   */
  description?: string;
  /**
   * Seconds until the order expires. Source: D1; D4.
   */
  expired_time?: number;
  /**
   * The chain of a crypto payment. Source: D1.
   */
  transaction_network?: string;
}
/**
 * One payment of a batch: to a bank account (the `bank_` members) or to a wallet (`e_wallet`). Source: S003 1.3 and 2.3; E-01, E-15.
 */
export interface PayoutBatchDetail {
  /**
   * The merchant's id of one detail, unique within its batch. Source: S003 2.3; S000 30007; E-01.
   */
  mch_order_id: string;
  /**
   * Positive money in major units as plain decimal text: digits, optionally a point and more digits. No sign, exponent, separator, blank or leading zero. Source: S002 1 and 2; S000 30009.
   */
  amount: string;
  /**
   * The kind of destination; without it, the one of the batch. Source: S003 1.3 and 2.3; D4; E-15.
   */
  destination_type?: 'bank' | 'ewallet';
  /**
   * The name on the account. Source: S003 1.3.
   */
  bank_account_name?: string;
  /**
   * An account number. Its format is not documented; without a letter or digit it cannot be one. Source: S003 1.3; S000 30006.
   */
  bank_account_no?: string;
  /**
   * Whether the account belongs to a person or a company. Source: S003 1.3 and 2.3; S000 30004.
   */
  bank_account_type?: 'individual' | 'business';
  /**
   * The bank's name. Source: S003 1.3.
   */
  bank_name?: string;
  /**
   * A country or region as ISO 3166-1 alpha-2 code. Source: S003 1.3; S000 30005.
   */
  bank_country_code?: string;
  /**
   * The SWIFT code, 8 or 11 characters; needed for overseas accounts. Source: S003 1.3; E-29.
   */
  bank_swift_code?: string;
  e_wallet?: BatchWallet;
}
/**
 * A wallet of a batch detail. A single payout names its members differently. Source: S003 2.3; E-09, E-10, E-11.
 */
export interface BatchWallet {
  /**
   * The name of the account or of its holder. Source: S003 2.3.
   */
  account_name: string;
  /**
   * A phone number, e-mail address or wallet id. Source: S003 2.3.
   */
  account_number: string;
  /**
   * Whether the account belongs to a person or a company. Source: S003 1.3 and 2.3; S000 30004.
   */
  account_type: 'individual' | 'business';
  /**
   * The wallet's provider, which depends on the currency. Source: S003 2.3; E-14.
   */
  provider: string;
  /**
   * The kind of key, as the channel requires: for example cpf, cnpj, email, phone or random. Source: S003 2.3; E-12, E-75.
   */
  deposit_key_type: string;
  /**
   * The key. Source: S003 2.3; E-13.
   */
  deposit_key: string;
}
/**
 * The result of creating a single payout. The documents do not show it; the members are those of a batch, none of them certain. Source: S002 3; S003 1.6 by analogy.
 */
export interface CreatePayoutData {
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id?: string;
  /**
   * The merchant's id, repeated. Source: S002 3.
   */
  request_id?: string | null;
  /**
   * When the payout was created. Source: S003 1.6 by analogy.
   */
  created_at?: (string | number) | null;
  /**
   * An order status where the documents do not say in which form: the name, the integer, or the integer as text. Source: S002 4.1; E-21.
   */
  order_status?: string | (0 | 1 | 2 | 3 | 4 | 5 | 6 | 11 | 12);
  /**
   * The number of details: one. Source: S003 1.6 by analogy.
   */
  total_count?: number | null;
  /**
   * The total for people to read. Source: S003 1.6 by analogy.
   */
  total_amount_obj?: TotalAmount | null;
  /**
   * Reserved by the platform; nothing says how it is computed. Source: S003 1.6; E-03.
   */
  encryptData?: string | null;
  /**
   * Reserved by the platform; nothing says how it is computed. Source: S003 1.6; E-03.
   */
  sign?: string | null;
  [k: string]: unknown;
}
/**
 * Asks the platform to pay one beneficiary. Source: P-CPO; D4 PayoutCreateOrderDTO.
 */
export interface CreatePayoutRequest {
  /**
   * The merchant's id of a payout, unique for the application. Source: S002 3; S003 1.3.
   */
  request_id: string;
  /**
   * What the beneficiary gets, in major units, as text. Source: P-CPO; D4; E-22.
   */
  amount: string;
  /**
   * A currency code in capital letters; crypto currencies may have more than three. Which codes work depends on the channel. Source: S002 4.4; E-62.
   */
  currency: string;
  beneficiary: Beneficiary;
  /**
   * A code for the purpose of the payment. Source: D4.
   */
  purpose?: string;
  /**
   * What is paid out. Source: D4.
   */
  product_name?: string;
  /**
   * A short explanation. Source: D4.
   */
  description?: string;
  /**
   * The channel. Usually at least one of `way_code` and `way_type` is sent. Source: D4; E-28.
   */
  way_code?: string;
  /**
   * The kind of payout method. WALLET_TRANSFER and E_WALLET both mean a wallet. Source: S002 4.2; D4 PayoutExample; E-06, E-07.
   */
  way_type?: 'BANK_TRANSFER' | 'WALLET_TRANSFER' | 'E_WALLET' | 'CRYPTO';
  /**
   * Seconds until the order expires. Source: D1; D4.
   */
  expired_time?: number;
  /**
   * Where the webhook goes; without it, the application's default is used. Source: D4; P-PO-WH 1; E-27, E-57.
   */
  notify_url?: string;
}
/**
 * Who is paid, and where to. Source: P-CPO; D4.
 */
export interface Beneficiary {
  /**
   * Whether the account belongs to a person or a company. Source: S003 1.3 and 2.3; S000 30004.
   */
  beneficiary_type: 'individual' | 'business';
  beneficiary_info: BeneficiaryInfo;
  destination: Destination;
}
/**
 * The person or company: either the full name, or first and last name. What else is needed depends on the channel. Source: P-CPO; D4.
 */
export interface BeneficiaryInfo {
  /**
   * The full name. Source: D4.
   */
  name?: string;
  /**
   * The first name. Source: D4.
   */
  first_name?: string;
  /**
   * The last name. Source: D4.
   */
  last_name?: string;
  /**
   * An e-mail address. Source: P-CPO.
   */
  email?: string;
  phone?: Phone;
  address?: Address;
  /**
   * A tax number, such as a Brazilian CPF. Source: D4.
   */
  tax_id?: string;
  /**
   * The date of birth, as DD-MM-YYYY or YYYY-MM-DD: the documents use both. Source: D4; E-24.
   */
  date_of_birth?: string;
  /**
   * The nationality as alpha-2 code. Source: D4; E-60.
   */
  nationality?: string;
  /**
   * The number of an identity document. Source: D4.
   */
  national_id?: string;
}
/**
 * A telephone number. Source: P-CPO; D4; E-59.
 */
export interface Phone {
  /**
   * The country's calling code, digits without a plus sign, at most 5. Source: P-CPO; D4; E-59.
   */
  calling_code?: string;
  /**
   * The number without the country's calling code. Source: D4.
   */
  number?: string;
}
/**
 * A postal address. Source: P-CPO; D4.
 */
export interface Address {
  /**
   * A country or region as ISO 3166-1 alpha-2 code. Source: S003 1.3; S000 30005.
   */
  country?: string;
  /**
   * State or province. Source: P-CPO.
   */
  state?: string;
  /**
   * City. Source: P-CPO.
   */
  city?: string;
  /**
   * Postal code. Source: P-CPO.
   */
  postal_code?: string;
  /**
   * Street and number. Source: P-CPO.
   */
  line1?: string;
  /**
   * Further details. Source: P-CPO.
   */
  line2?: string;
}
/**
 * Where the money goes: `type` names the object that must be there. Source: P-CPO; D4; E-16.
 */
export interface Destination {
  /**
   * The kind of destination; `bank_account` is an alias of `bank`. Source: D4; E-16.
   */
  type: 'bank' | 'bank_account' | 'ewallet' | 'crypto_wallet';
  bank?: Bank;
  e_wallet?: PayoutWallet;
  crypto_wallet?: CryptoWallet;
}
/**
 * A bank account, named by its number or its IBAN. Source: D4 BankDTO.
 */
export interface Bank {
  /**
   * The kind of account. Source: D4 BankDTO.
   */
  account_type?: 'savings' | 'checking' | 'payment';
  /**
   * A country or region as ISO 3166-1 alpha-2 code. Source: S003 1.3; S000 30005.
   */
  country?: string;
  /**
   * The bank's province. Source: D4 BankDTO.
   */
  bank_province?: string;
  /**
   * The bank's city. Source: D4 BankDTO.
   */
  bank_city?: string;
  /**
   * The bank's name. Source: D4 BankDTO.
   */
  bank_name?: string;
  /**
   * An account number. Its format is not documented; without a letter or digit it cannot be one. Source: S003 1.3; S000 30006.
   */
  account_number?: string;
  /**
   * The IBAN. Source: D4 BankDTO.
   */
  iban?: string;
  bank_codes?: BankCodes;
  /**
   * A code for the purpose of the transfer. Source: D4 BankDTO.
   */
  purpose_code?: string;
  /**
   * The bank's branch. Source: D4 BankDTO.
   */
  branch_name?: string;
}
/**
 * What identifies the bank: at least one code. Source: D4 BankCodesDTO.
 */
export interface BankCodes {
  /**
   * A SWIFT code of 8 or 11 characters. Source: S003 1.3.
   */
  swift_code?: string;
  /**
   * India. Source: D4 BankCodesDTO.
   */
  ifsc_code?: string;
  /**
   * United States. Source: D4 BankCodesDTO.
   */
  aba_code?: string;
  /**
   * United Kingdom. Source: D4 BankCodesDTO.
   */
  sort_code?: string;
  /**
   * The branch. Source: D4 BankCodesDTO.
   */
  branch_code?: string;
  /**
   * Australia. Source: D4 BankCodesDTO.
   */
  bsb_code?: string;
  /**
   * The channel's or the country's code of the bank. Source: D4 BankCodesDTO.
   */
  bank_code?: string;
  /**
   * China. Source: D4 BankCodesDTO.
   */
  cnaps?: string;
}
/**
 * A wallet of a single payout. A batch names its members differently. Source: D4 EWalletDTO; E-10, E-11, E-13.
 */
export interface PayoutWallet {
  /**
   * The wallet's provider, which depends on the currency. Source: D4 EWalletDTO; E-11.
   */
  ewallet_provider: string;
  /**
   * The wallet's number, e-mail address, phone number or key. Source: D4 EWalletDTO.
   */
  account_number: string;
  /**
   * What kind of key names the wallet. Source: D4 EWalletDTO; E-10.
   */
  account_type?: 'cpf' | 'cnpj' | 'email' | 'phone' | 'random';
  /**
   * The key itself, where the channel wants it separately. Source: D4 EWalletDTO; E-13.
   */
  deposit_key?: string;
}
/**
 * A wallet on a chain. Source: D4 CryptoWalletDTO.
 */
export interface CryptoWallet {
  /**
   * The address. Source: D4 CryptoWalletDTO.
   */
  wallet_address: string;
  /**
   * The chain, such as TRC20, ERC20 or BEP20. Source: D4 CryptoWalletDTO.
   */
  network: string;
}
/**
 * One pay-in order. Only its identity is certain. Source: S002 3; P-PI-WH 3.
 */
export interface PayinRecord {
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id?: string;
  /**
   * The platform's id, in the spelling of the error texts. Source: S001; E-34.
   */
  payOrderId?: string;
  /**
   * The merchant's id. Source: S002 3.
   */
  request_id?: string | null;
  /**
   * The merchant's id, in the spelling of the error texts. Source: S001; E-34.
   */
  mchOrderNo?: string | null;
  /**
   * An order status where the documents do not say in which form: the name, the integer, or the integer as text. Source: S002 4.1; E-21.
   */
  order_status?: string | (0 | 1 | 2 | 3 | 4 | 5 | 6 | 11 | 12);
  /**
   * The integer of an order status. 7 to 10 are unassigned. Source: S002 4.1.
   */
  order_status_int?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 11 | 12;
  /**
   * The order's currency. Source: P-PI-WH 3.
   */
  target_currency?: string | null;
  /**
   * The order's amount. Source: S002 1; P-PI-WH 3.
   */
  target_amount?: string | null;
  /**
   * What the payer buys. Source: P-PI-WH 3.
   */
  product_name?: string | null;
  /**
   * The short explanation. Source: P-PI-WH 3.
   */
  description?: string | null;
  /**
   * When the order was completed. Source: D4; E-72.
   */
  complete_time?: (string | number) | null;
  /**
   * Why it failed: a code. Source: D4.
   */
  error_code?: string | null;
  /**
   * Why it failed: a text. Source: D4.
   */
  error_msg?: string | null;
  [k: string]: unknown;
}
/**
 * A list of records under one of the usual names. Source: P-FPI; D1 PayinQueryDTO.
 */
export interface PayinPage {
  /**
   * How many records match. Source: D1 PayinQueryDTO.
   */
  total?: number | null;
  /**
   * The page, from 1. Source: D1 PayinQueryDTO.
   */
  page?: number | null;
  /**
   * Records on a page. Source: D1 PayinQueryDTO.
   */
  page_size?: number | null;
  /**
   * The records. Source: P-FPI; D1 PayinQueryDTO.
   */
  records?: PayinRecord[];
  /**
   * The records. Source: P-FPI; D1 PayinQueryDTO.
   */
  list?: PayinRecord[];
  /**
   * The records. Source: P-FPI; D1 PayinQueryDTO.
   */
  items?: PayinRecord[];
  /**
   * The records. Source: P-FPI; D1 PayinQueryDTO.
   */
  orders?: PayinRecord[];
  /**
   * The records. Source: P-FPI; D1 PayinQueryDTO.
   */
  data?: PayinRecord[];
  [k: string]: unknown;
}
/**
 * Asks for a pay-in by at least one identifier, usually within a time window of at most seven days. Source: S001 Fetch Payin API error codes; P-FPI; D1 PayinQueryDTO; E-32.
 */
export interface FetchPayinRequest {
  /**
   * The merchant's id of a pay-in, unique for the application. The demo allows 20 characters; a platform may allow more. Source: S002 3; D1 CreatePayinOrderDTO; E-25.
   */
  request_id?: string;
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id?: string;
  /**
   * Begin of the window, before `end_time`; integer or text. Source: S001; P-FPI; E-33.
   */
  start_time?: number | string;
  /**
   * End of the window, at most 604800000 ms after `start_time`; integer or text. Source: S001; P-FPI; E-33.
   */
  end_time?: number | string;
  /**
   * The page, from 1; the default is 1. Source: D1; P-FPI; E-33.
   */
  page?: number | string;
  /**
   * Records on a page, 1 to 1000; the default is 20. Source: D1; P-FPI; E-33.
   */
  page_size?: number | string;
}
/**
 * Asks for a payout, single or batch, by at least one identifier. Source: P-FPO; D1 PayoutQueryDTO; S000 30020.
 */
export interface FetchPayoutRequest {
  /**
   * The merchant's id of a payout, unique for the application. Source: S002 3; S003 1.3.
   */
  request_id?: string;
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id?: string;
}
/**
 * Tells a legacy merchant what became of a pay-in. The signature leaves out `api_version`, `order_status_int`, `channel_biz_data`, `event` and `event_data`. Source: P-PI-WH 3; D4 PayinWebhookVerifyExample; E-40.
 */
export interface PayinWebhookV1 {
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id: string;
  /**
   * The merchant's id. Source: P-PI-WH 3.
   */
  request_id: string;
  /**
   * The name of an order status. Readers ignore case and take SUCCESS and SUCCEEDED for SUCCEED. Source: S002 4.1; P-PO-WH; E-18, E-20.
   */
  order_status: string;
  /**
   * The integer of an order status. 7 to 10 are unassigned. Source: S002 4.1.
   */
  order_status_int: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 11 | 12;
  /**
   * A currency code in capital letters; crypto currencies may have more than three. Which codes work depends on the channel. Source: S002 4.4; E-62.
   */
  target_currency: string;
  /**
   * Money as plain decimal text, zero included, as the platform reports it. Source: S002 1 and 2.
   */
  target_amount: string;
  /**
   * What the payer buys. Source: P-PI-WH 3.
   */
  product_name: string;
  /**
   * The short explanation. Source: P-PI-WH 3.
   */
  description: string;
  /**
   * Repeated from the request. Source: D4.
   */
  success_url?: string | null;
  /**
   * Repeated from the request. Source: D4.
   */
  fail_url?: string | null;
  /**
   * When the order was completed; may be null even after a success. Source: D4; E-72.
   */
  complete_time?: number | string | null;
  /**
   * Why it failed: a code. Source: D4.
   */
  error_code?: string | null;
  /**
   * Why it failed: a text. Source: D4.
   */
  error_msg?: string | null;
  /**
   * Repeated from the request. Source: D4.
   */
  notify_url?: string | null;
  /**
   * Passed through. Source: D4.
   */
  merchant_reserved_field?: string | null;
  /**
   * `v1` in either case, or absent, null or blank, which mean the same. Source: D4 PayinWebhookVerifyExample; E-31.
   */
  api_version?: string | null;
  /**
   * What the channel reports, such as a card's issuer. Source: D4.
   */
  channel_biz_data?: {
    [k: string]: unknown;
  } | null;
  /**
   * Null for an ordinary result; the name of a risk event otherwise. Source: D4; P-FRAUD.
   */
  event?: string | null;
  /**
   * What the event reports; null for an ordinary result. Source: D4; P-FRAUD.
   */
  event_data?: unknown;
  [k: string]: unknown;
}
/**
 * Tells a merchant what became of a pay-in. The signature covers the whole body. Source: P-PI-WH 3; D4 PayinWebhookVerifyExample; E-40.
 */
export interface PayinWebhookV2 {
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id: string;
  /**
   * The merchant's id. Source: P-PI-WH 3.
   */
  request_id: string;
  /**
   * The name of an order status. Readers ignore case and take SUCCESS and SUCCEEDED for SUCCEED. Source: S002 4.1; P-PO-WH; E-18, E-20.
   */
  order_status: string;
  /**
   * The integer of an order status. 7 to 10 are unassigned. Source: S002 4.1.
   */
  order_status_int: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 11 | 12;
  /**
   * A currency code in capital letters; crypto currencies may have more than three. Which codes work depends on the channel. Source: S002 4.4; E-62.
   */
  target_currency: string;
  /**
   * Money as plain decimal text, zero included, as the platform reports it. Source: S002 1 and 2.
   */
  target_amount: string;
  /**
   * What the payer buys. Source: P-PI-WH 3.
   */
  product_name: string;
  /**
   * The short explanation. Source: P-PI-WH 3.
   */
  description: string;
  /**
   * Repeated from the request. Source: D4.
   */
  success_url?: string | null;
  /**
   * Repeated from the request. Source: D4.
   */
  fail_url?: string | null;
  /**
   * When the order was completed; may be null even after a success. Source: D4; E-72.
   */
  complete_time?: number | string | null;
  /**
   * Why it failed: a code. Source: D4.
   */
  error_code?: string | null;
  /**
   * Why it failed: a text. Source: D4.
   */
  error_msg?: string | null;
  /**
   * Repeated from the request. Source: D4.
   */
  notify_url?: string | null;
  /**
   * Passed through. Source: D4.
   */
  merchant_reserved_field?: string | null;
  /**
   * `v2` in either case. Source: D4 PayinWebhookVerifyExample; E-31.
   */
  api_version: string;
  /**
   * What the channel reports, such as a card's issuer. Source: D4.
   */
  channel_biz_data?: {
    [k: string]: unknown;
  } | null;
  /**
   * Null for an ordinary result; the name of a risk event otherwise. Source: D4; P-FRAUD.
   */
  event?: string | null;
  /**
   * What the event reports; null for an ordinary result. Source: D4; P-FRAUD.
   */
  event_data?: unknown;
  [k: string]: unknown;
}
/**
 * One balance. Source: D4.
 */
export interface ChannelBalance {
  /**
   * The channel. Source: D4.
   */
  way_code?: string | null;
  /**
   * The currency. Source: D4.
   */
  currency?: string | null;
  /**
   * The balance as decimal text. Source: S002 1; D4.
   */
  balance?: string | null;
  [k: string]: unknown;
}
/**
 * Asks for the balance that a channel holds for payouts. Source: D4.
 */
export interface PayoutBalanceRequest {
  /**
   * A currency code in capital letters; crypto currencies may have more than three. Which codes work depends on the channel. Source: S002 4.4; E-62.
   */
  currency: string;
  /**
   * The channel, as assigned to the application by the platform. Source: S002 4.5.
   */
  way_code: string;
}
/**
 * One bank or wallet: a code and a name. Source: D4 PayoutTwelvepayExample; E-77.
 */
export interface PayoutBank {
  /**
   * The bank's code. Source: D4; E-77.
   */
  code?: string;
  /**
   * The bank's code, another spelling. Source: E-77.
   */
  bank_code?: string;
  /**
   * The bank's code, another spelling. Source: E-77.
   */
  bankCode?: string;
  /**
   * The bank's name. Source: D4; E-77.
   */
  name?: string;
  /**
   * The bank's name, another spelling. Source: E-77.
   */
  bank_name?: string;
  /**
   * The bank's name, another spelling. Source: E-77.
   */
  bankName?: string;
  [k: string]: unknown;
}
/**
 * A list of banks under one of the usual names. Source: D4; E-77.
 */
export interface PayoutBankPage {
  /**
   * The banks. Source: D4; E-77.
   */
  list?: PayoutBank[];
  /**
   * The banks. Source: D4; E-77.
   */
  records?: PayoutBank[];
  /**
   * The banks. Source: D4; E-77.
   */
  banks?: PayoutBank[];
  /**
   * The banks. Source: D4; E-77.
   */
  data?: PayoutBank[];
  [k: string]: unknown;
}
/**
 * Asks which banks and wallets a channel pays to. Source: D1 PayoutBankDTO.
 */
export interface PayoutBanksRequest {
  /**
   * A country or region as ISO 3166-1 alpha-2 code. Source: S003 1.3; S000 30005.
   */
  bank_country_code: string;
  /**
   * A currency code in capital letters; crypto currencies may have more than three. Which codes work depends on the channel. Source: S002 4.4; E-62.
   */
  currency: string;
  /**
   * The channel, as assigned to the application by the platform. Source: S002 4.5.
   */
  way_code: string;
}
/**
 * A payout with its details: the result of fetching it and of asking for its webhook again (PayoutQueryVO). Source: P-FPO; P-PO-WH 3; D2; E-58.
 */
export interface PayoutQueryData {
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id: string;
  /**
   * The merchant's id. Source: P-FPO; P-PO-WH 3.
   */
  request_id: string;
  /**
   * The name of an order status. Readers ignore case and take SUCCESS and SUCCEEDED for SUCCEED. Source: S002 4.1; P-PO-WH; E-18, E-20.
   */
  order_status: string;
  /**
   * A currency code in capital letters; crypto currencies may have more than three. Which codes work depends on the channel. Source: S002 4.4; E-62.
   */
  currency: string;
  /**
   * Money as plain decimal text, zero included, as the platform reports it. Source: S002 1 and 2.
   */
  total_amount: string;
  /**
   * Digits of the currency's minor unit. Source: D2; E-58.
   */
  decimal_places?: number | null;
  /**
   * Why it failed, wholly or in part. Source: P-FPO; P-PO-WH 3.
   */
  fail_reason?: string | null;
  /**
   * The time of a payout: ISO 8601 text, or tolerated as 13-digit milliseconds. Source: P-FPO; P-PO-WH; E-36.
   */
  created_at: string | number;
  /**
   * The single payments. Source: P-PO-WH 3; D2.
   */
  details: PayoutDetail[];
  /**
   * Reserved by the platform; nothing says how it is computed. Source: S003 1.6; E-03.
   */
  encryptData?: string | null;
  /**
   * Reserved by the platform; nothing says how it is computed. Source: S003 1.6; E-03.
   */
  sign?: string | null;
  [k: string]: unknown;
}
/**
 * What became of one detail. A wallet's details may leave the `bank_` members out or null. Source: P-PO-WH 3; D2; E-58.
 */
export interface PayoutDetail {
  /**
   * The platform's id of the detail. Source: P-PO-WH 3.
   */
  payout_order_detail_id: string;
  /**
   * The merchant's id of the detail. Source: P-PO-WH 3.
   */
  mch_order_id: string;
  /**
   * Money as plain decimal text, zero included, as the platform reports it. Source: S002 1 and 2.
   */
  amount: string;
  /**
   * What was paid. Source: D2; E-58.
   */
  actual_amount?: string | null;
  /**
   * CREATED, PROCESSING, SUCCEEDED, FAILED, CANCELED, REFUNDED or CLOSED; readers ignore case and take SUCCEED for SUCCEEDED. Source: P-PO-WH 3; D2; E-19, E-20.
   */
  status: string;
  /**
   * What the review decided. Source: D2; E-58.
   */
  audit_state?: 'PENDING' | 'APPROVED' | 'REJECTED' | null;
  /**
   * Why it failed. Source: P-PO-WH 3.
   */
  fail_reason?: string | null;
  /**
   * Why the review rejected it. Source: D2; E-58.
   */
  rejected_reason?: string | null;
  /**
   * The channel's id. Source: P-PO-WH 3.
   */
  channel_order_no?: string | null;
  /**
   * The masked account number. Source: P-PO-WH 3.
   */
  bank_account_no?: string | null;
  /**
   * The masked name on the account. Source: P-PO-WH 3.
   */
  bank_account_name?: string | null;
  /**
   * `business` or `individual`. Source: D2; E-58.
   */
  bank_account_type?: string | null;
  /**
   * The bank's name. Source: D2; E-58.
   */
  bank_name?: string | null;
  /**
   * The bank's country. Source: D2; S003 1.3; E-58.
   */
  bank_country_code?: string | null;
  /**
   * The bank's SWIFT code. Source: D2; E-58.
   */
  bank_swift_code?: string | null;
  /**
   * When it was paid. Source: D2; E-36.
   */
  success_time?: (string | number) | null;
  [k: string]: unknown;
}
/**
 * Tells the merchant what became of a payout: the same members as when it is fetched. The signature covers all of them. Source: P-PO-WH 3; D2.
 */
export interface PayoutWebhook {
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id: string;
  /**
   * The merchant's id. Source: P-FPO; P-PO-WH 3.
   */
  request_id: string;
  /**
   * The name of an order status. Readers ignore case and take SUCCESS and SUCCEEDED for SUCCEED. Source: S002 4.1; P-PO-WH; E-18, E-20.
   */
  order_status: string;
  /**
   * A currency code in capital letters; crypto currencies may have more than three. Which codes work depends on the channel. Source: S002 4.4; E-62.
   */
  currency: string;
  /**
   * Money as plain decimal text, zero included, as the platform reports it. Source: S002 1 and 2.
   */
  total_amount: string;
  /**
   * Digits of the currency's minor unit. Source: D2; E-58.
   */
  decimal_places?: number | null;
  /**
   * Why it failed, wholly or in part. Source: P-FPO; P-PO-WH 3.
   */
  fail_reason?: string | null;
  /**
   * The time of a payout: ISO 8601 text, or tolerated as 13-digit milliseconds. Source: P-FPO; P-PO-WH; E-36.
   */
  created_at: string | number;
  /**
   * The single payments. Source: P-PO-WH 3; D2.
   */
  details: PayoutDetail[];
  [k: string]: unknown;
}
/**
 * What every endpoint answers with. Source: S000; S001; S003 1.6.
 */
export interface ResponseEnvelope {
  /**
   * 0: success (of a create: accepted); anything else: failure, see the product's table of codes. Source: S000; S001; S003 1.6.
   */
  code: number;
  /**
   * An explanation for people; usually SUCCESS when `code` is 0. Source: S001; S003 1.6; P-FPO.
   */
  msg: string;
  /**
   * The result; its shape depends on the endpoint. Absent or null after a failure. Source: S003 1.6.
   */
  data?: unknown;
  /**
   * Reserved by the platform; nothing says how it is computed. Source: S003 1.6; E-03.
   */
  encryptData?: string | null;
  /**
   * Reserved by the platform; nothing says how it is computed. Source: S003 1.6; E-03.
   */
  sign?: string | null;
  [k: string]: unknown;
}
/**
 * Tells a merchant that a card payment was declined as risky, or disputed. The order's status does not change by it. Source: P-FRAUD; E-69.
 */
export interface RiskEventWebhook {
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id: string;
  /**
   * The merchant's id. Source: P-PI-WH 3.
   */
  request_id: string;
  /**
   * The name of an order status. Readers ignore case and take SUCCESS and SUCCEEDED for SUCCEED. Source: S002 4.1; P-PO-WH; E-18, E-20.
   */
  order_status: string;
  /**
   * The integer of an order status. 7 to 10 are unassigned. Source: S002 4.1.
   */
  order_status_int: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 11 | 12;
  /**
   * A currency code in capital letters; crypto currencies may have more than three. Which codes work depends on the channel. Source: S002 4.4; E-62.
   */
  target_currency: string;
  /**
   * Money as plain decimal text, zero included, as the platform reports it. Source: S002 1 and 2.
   */
  target_amount: string;
  /**
   * What the payer buys. Source: P-PI-WH 3.
   */
  product_name: string;
  /**
   * The short explanation. Source: P-PI-WH 3.
   */
  description: string;
  /**
   * Repeated from the request. Source: D4.
   */
  success_url?: string | null;
  /**
   * Repeated from the request. Source: D4.
   */
  fail_url?: string | null;
  /**
   * When the order was completed; may be null even after a success. Source: D4; E-72.
   */
  complete_time?: number | string | null;
  /**
   * Why it failed: a code. Source: D4.
   */
  error_code?: string | null;
  /**
   * Why it failed: a text. Source: D4.
   */
  error_msg?: string | null;
  /**
   * Repeated from the request. Source: D4.
   */
  notify_url?: string | null;
  /**
   * Passed through. Source: D4.
   */
  merchant_reserved_field?: string | null;
  /**
   * `v1` or `v2` in either case: decides what the signature covers. Source: D4; E-31.
   */
  api_version?: string | null;
  /**
   * What the channel reports, such as a card's issuer. Source: D4.
   */
  channel_biz_data?: {
    [k: string]: unknown;
  } | null;
  /**
   * What happened at the channel. Source: P-FRAUD.
   */
  event: 'payment_declined' | 'dispute_received';
  /**
   * What the event reports; an object is expected, its members are not documented. Source: P-FRAUD.
   */
  event_data: unknown;
  [k: string]: unknown;
}
/**
 * Asks the platform to send a payout's webhook again, named by at least one identifier. Source: D2.
 */
export interface TriggerNotifyRequest {
  /**
   * The merchant's id of a payout, unique for the application. Source: S002 3; S003 1.3.
   */
  request_id?: string;
  /**
   * The platform's id of an order: opaque text. Source: S002 3.
   */
  pay_order_id?: string;
}
