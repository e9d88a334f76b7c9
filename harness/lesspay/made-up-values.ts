/** What stands in the record for a sensitive value: asterisks, and of a long value its last two characters (harness/masking.ts). */
const MASKED = /^\*{4}([0-9A-Za-z*]{2})?$/;

/** True for a value that was masked when it was recorded. */
export function isMasked(value: string): boolean {
  return MASKED.test(value);
}

/**
 * A value that can be sent in place of a masked one: nobody's, but of the form that the member has in what the suite sends. It
 * ends like the masked value where that tells it apart from others. null: none can be made up, as for a stored card's token.
 *
 * @param member the member's name
 * @param mask what stands in the record
 * @param body the whole recorded body, which tells a card's number from a telephone's
 */
export function madeUpValue(member: string, mask: string, body: string): string | null {
  const tail = MASKED.exec(mask)?.[1] ?? '';
  const digits = /^\d\d$/.test(tail) ? tail : '01';
  switch (member) {
    case 'bank_account_no':
    case 'account_number':
    case 'deposit_key':
      return /[a-z]/i.test(tail) ? 'payee@example.com' : `09170000${digits}`;
    case 'number':
      return body.includes('"cvv"') ? '4242424242424242' : `9170000${digits}`;
    case 'wallet_address':
      return body.includes('"TRC20"') ? `T${digits.padStart(33, '1')}` : `0x${digits.padStart(40, '0')}`;
    case 'iban':
      return `PK36SCBL00000011234567${digits}`;
    case 'tax_id':
      return `123456789${digits}`;
    case 'national_id':
      return `1234567${digits}`;
    case 'date_of_birth':
      return '1990-01-02';
    case 'email':
      return 'payee@example.com';
    case 'bank_account_name':
    case 'account_name':
    case 'name':
      return 'Alex Miller';
    case 'first_name':
      return 'Alex';
    case 'last_name':
      return 'Miller';
    case 'line1':
    case 'line2':
      return 'Main Street 1';
    case 'cvv':
      return '123';
    default:
      return null;
  }
}
