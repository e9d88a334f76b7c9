import type { SensitiveMembers } from '../masking.js';

/**
 * Members of Lesspay messages that hold account numbers, names, card data or tokens (docs pages P-PO-WH, P-CPO; demo client
 * D3, D4). In answers the platform masks them itself (section 4.4); only session tokens come back in the clear.
 */
export const lesspaySensitiveMembers: SensitiveMembers = {
  requests: [
    ...[
      'bank_account_no',
      'bank_account_name',
      'account_number',
      'account_name',
      'deposit_key',
      'iban',
      'wallet_address',
    ],
    ...['number', 'cvv', 'token', 'name', 'first_name', 'last_name', 'email', 'tax_id', 'national_id', 'date_of_birth'],
    ...['line1', 'line2', 'app_secret'],
  ],
  answers: ['payment_session_token', 'payment_session_secret', 'app_secret', 'cvv'],
};
