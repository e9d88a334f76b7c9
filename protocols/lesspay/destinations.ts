/**
 * Where a payout can go. The value is `ewallet`; the member that describes the wallet is called `e_wallet`.
 * `batchDetail`: `payout_order_details[].destination_type`; `batchRoot`: `destination_type` beside it (demo client, default
 * `bank`); `single`: `beneficiary.destination.type`.
 */
export const destinationTypes = {
  batchDetail: { values: ['bank', 'ewallet'], source: 'S003 1.3, 2.3' },
  batchRoot: { values: ['bank', 'ewallet', 'crypto_wallet'], source: 'demo client, batch request' },
  single: { values: ['bank', 'ewallet', 'crypto_wallet'], source: 'demo client, single payout request' },
} as const;
export type BatchDestinationType = (typeof destinationTypes.batchDetail.values)[number];
export type SingleDestinationType = (typeof destinationTypes.single.values)[number];

/** A value that a comment of the demo client gives for `bank` in single payouts; a platform may know it or not. */
export const bankDestinationAlias = 'bank_account';

/** The member that must be present for a destination type of a single payout. */
export const singleDestinationMember = {
  bank: 'bank',
  ewallet: 'e_wallet',
  crypto_wallet: 'crypto_wallet',
} as const satisfies Record<SingleDestinationType, string>;

/**
 * The kinds of deposit key: `deposit_key_type` of a batch wallet, `account_type` of a single wallet. For batches they are
 * examples of what a channel may want, so another value is not necessarily wrong.
 */
export const depositKeyTypes = [
  { value: 'cpf', meaning: 'tax number of a person', source: 'S003 2.3' },
  { value: 'cnpj', meaning: 'tax number of a company', source: 'S003 2.3' },
  { value: 'email', meaning: 'e-mail address', source: 'S003 2.3' },
  { value: 'phone', meaning: 'phone number', source: 'S003 2.3, written `phon` there' },
  { value: 'random', meaning: 'random text', source: 'S003 2.3' },
] as const;
export type DepositKeyType = (typeof depositKeyTypes)[number]['value'];

/** Further kinds of deposit key that only a comment of the demo client names. */
export const undecidedDepositKeyTypes = ['pix_key', 'upi_handle'] as const;

/** The kinds of beneficiary: `beneficiary_type`, `bank_account_type` and the `account_type` of a batch wallet. */
export const beneficiaryTypes = ['individual', 'business'] as const;
export type BeneficiaryType = (typeof beneficiaryTypes)[number];

/** `destination.bank.account_type` of a single payout (demo client). */
export const bankAccountKinds = ['savings', 'checking', 'payment'] as const;

/** Networks of crypto payouts that the demo client names; the list is open. */
export const cryptoNetworks = ['TRC20', 'ERC20', 'BEP20'] as const;
