import type { Erratum } from '../../requirement.js';

/** Names, values and enumerations. */
export const nameErrata: readonly Erratum[] = [
  {
    id: 'E-04',
    issue: 'The explanation of 30002 in S000 speaks of `target_amount`; the member of the request is `total_amount`.',
    reading: '`total_amount`.',
  },
  {
    id: 'E-05',
    issue:
      'S000 30001 allows PHP, INR and IDR only; S003 has CNY, USD and BRL among its examples, and the demo client pays out KES, NGN, VND, JPY, THB, BRL, PKR and USDT.',
    reading: 'The set depends on channel and application; `TAZAPAY_PAYOUT` has PHP, INR and IDR.',
    tolerance: 'For the other listed currencies success and 30001 are both accepted.',
  },
  {
    id: 'E-06',
    issue:
      'S002 4.2 has three values for `way_type`; S002 4.5.1 and the demo client also use `WECHAT`, and payouts use `E_WALLET` and `WALLET_TRANSFER`.',
    reading: 'All six exist.',
  },
  {
    id: 'E-07',
    issue:
      'Comments of the demo client name the method of wallet payouts `E_WALLET`, its code sends `WALLET_TRANSFER`.',
    reading: 'Send `WALLET_TRANSFER`, accept both.',
    tolerance: 'Either may be refused with 30043.',
  },
  {
    id: 'E-10',
    issue:
      'The `account_type` of a wallet is the kind of its holder in batches and the class of the deposit key in single payouts.',
    reading: 'The endpoint decides.',
  },
  {
    id: 'E-11',
    issue: 'The provider of a wallet is `provider` in batches and `ewallet_provider` in single payouts.',
    reading: 'The endpoint decides.',
  },
  {
    id: 'E-12',
    issue:
      'S003 names cpf, cnpj, email, phone and random as kinds of deposit key; a comment names random, pix_key and upi_handle.',
    reading: 'The values of S003.',
    tolerance: 'For the values of the comment success and a parameter error are both accepted.',
  },
  {
    id: 'E-13',
    issue:
      'The `deposit_key` is required in batches and optional in single payouts, where the PIX example puts the key into `account_number`.',
    reading: 'The endpoint decides.',
  },
  {
    id: 'E-14',
    issue:
      'Provider names: Gopay and GoPay; S003 has only Gopay and ShopeePay for IDR while a comment adds OVO and Dana; PayPal and Alipay HK occur in prose only.',
    reading: 'The table of S003, compared without case.',
    tolerance: 'For OVO and Dana success and refusal are both accepted.',
  },
  {
    id: 'E-15',
    issue:
      'S003 requires `destination_type` in each detail; the demo client sends it at the root, with the default bank, and in no detail.',
    reading: 'Clients send both, equal. A platform takes the value of the detail, else that of the root, else bank.',
    tolerance: 'Without any, success and a parameter error are both accepted.',
  },
  {
    id: 'E-16',
    issue: 'A comment adds `bank_account` to the destination types of single payouts.',
    reading: 'Send `bank`; `bank_account` is another word for it.',
    tolerance: '`bank_account` may be accepted or refused.',
  },
  {
    id: 'E-17',
    issue:
      'Single payouts have an object for crypto wallets; a comment allows `crypto_wallet` at the root of a batch, whose details have no member for one.',
    reading: 'Batches go to banks and wallets only.',
    tolerance: 'A crypto batch is refused with a parameter error, 30001 or 30043.',
  },
  {
    id: 'E-18',
    issue: 'A successful payout is `SUCCEED` in S002 and the demo client and `SUCCESS` in P-PO-WH.',
    reading: 'Write `SUCCEED`.',
    tolerance: 'Both are read.',
  },
  {
    id: 'E-19',
    issue: 'A successful detail is `SUCCEEDED`, `SUCCEED` or `Succeeded`, depending on the place.',
    reading: 'Write `SUCCEEDED`.',
    tolerance: 'All are read, without case.',
  },
  {
    id: 'E-20',
    issue: 'An order that was paid back is `REFUND`, a detail is `REFUNDED`; both are `CANCELED` when cancelled.',
    reading: 'As listed for each.',
    tolerance: 'Either spelling is read.',
  },
  {
    id: 'E-21',
    issue:
      'The table of statuses has a number and a name for each; pay-in webhooks have a member for either, payouts only use names.',
    reading: 'Each place has the form that is shown for it.',
    tolerance: 'Where no form is shown, as in query answers, any is read.',
  },
  {
    id: 'E-31',
    issue: '`api_version` is `V1` or `V2` in requests and `v1` or `v2` in webhooks; cards need V2 although V1 exists.',
    reading: 'Read it without case; send `V2`.',
  },
  {
    id: 'E-34',
    issue:
      'A message of Fetch Payin speaks of `mchOrderNo` and `payOrderId`; the members are `request_id` and `pay_order_id`.',
    reading: 'The message keeps its words.',
    tolerance: 'Another message is a remark.',
  },
  {
    id: 'E-35',
    issue:
      '`order_data` has camelCase members while all else is snake_case; `checkout_url` is promised in the guide but missing from what is known of the example.',
    reading: 'The order id and the URL are looked for at each place that a document shows.',
    tolerance: 'Any of these places.',
  },
  {
    id: 'E-48',
    issue: '30008 demands the transaction type payout, but payout requests have no `transaction_type`.',
    reading: 'Payouts have no such member.',
    tolerance: 'The member, sent all the same, is ignored or refused with 30008.',
  },
  {
    id: 'E-62',
    issue: 'The currency table claims ISO 4217 codes of three letters, but has USDT and USDC and other crypto codes.',
    reading: 'The table is the enumeration.',
  },
  {
    id: 'E-63',
    issue: 'FomoPay has the `way_code` `BANK_TRANSFER`, which is also a way type; CoinQPay has `COIN_PAY`.',
    reading: 'The codes are as listed.',
  },
  {
    id: 'E-64',
    issue: 'BTC is a listed currency that no listed channel has; the demo client pays out USDT, which 30001 excludes.',
    reading: 'Both depend on the application.',
    tolerance: 'Success and an error are both accepted.',
  },
];
