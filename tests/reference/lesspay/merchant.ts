import { request } from 'undici';
import { type OperationName, operations } from '../../../protocols/lesspay/operations.js';
import { sign } from '../../../protocols/lesspay/signature/sign.js';
import { type RunningPlatform, type StartOptions, startReferencePlatform } from '../../../reference/lesspay/start.js';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read into answers; a wrong path fails the comparison
  readonly body: any;
}

export const first = { appId: '69f0c1d2e4b0aa11bb22cc33', appSecret: 'lesspay-test-secret' };
export const second = { appId: '69f0c1d2e4b0aa11bb22cc44', appSecret: 'another-test-secret' };

export function start(options: StartOptions = {}): Promise<RunningPlatform> {
  return startReferencePlatform({ applications: [first, second], ...options });
}

/** Sends any request. */
export async function send(
  platform: RunningPlatform,
  path: string,
  text: string | Buffer | null,
  headers: Record<string, string>,
  method = 'POST',
): Promise<Reply> {
  const response = await request(`${platform.url}${path}`, {
    method: method as 'POST',
    headers,
    ...(text === null ? {} : { body: text }),
  });
  const body = await response.body.text();
  return { status: response.statusCode, headers: response.headers, text: body, body: parse(body) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function signedHeaders(text: string, credentials = first): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-auth-appid': credentials.appId,
    'X-Auth-Timestamp': String(Date.now()),
    'x-auth-signature': sign(text, credentials.appSecret),
  };
}

/** Sends a signed call. */
export function call(
  platform: RunningPlatform,
  operation: OperationName,
  body: unknown,
  credentials = first,
): Promise<Reply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return send(platform, operations[operation].path, text, signedHeaders(text === '' ? '{}' : text, credentials));
}

/** Uses the control interface. */
export function control(platform: RunningPlatform, path: string, body?: unknown, method?: string): Promise<Reply> {
  const text = body === undefined ? null : JSON.stringify(body);
  const verb = method ?? (text === null ? 'GET' : 'POST');
  return send(platform, `/__control${path}`, text, { 'content-type': 'application/json' }, verb);
}

let count = 0;
export function freshId(prefix = 'T'): string {
  count += 1;
  return `${prefix}${process.pid}${Date.now() % 1_000_000}${count}`;
}

export function payin(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    request_id: freshId('I'),
    product_name: 'Account deposit',
    description: 'Deposit for user 1001',
    target_amount: '100.00',
    target_currency: 'HKD',
    transaction_type: 'PAY_IN',
    success_url: 'https://shop.example.com/pay/success',
    fail_url: 'https://shop.example.com/pay/fail',
    notify_url: 'https://shop.example.com/hooks/payin',
    api_version: 'V2',
    pay_access_type: 1,
    ...changes,
  };
}

export function bankDetail(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    bank_account_name: 'Juan Dela Cruz',
    amount: '100.25',
    destination_type: 'bank',
    bank_country_code: 'PH',
    bank_account_no: '138000000001',
    mch_order_id: 'POD0001',
    bank_name: 'BDO Unibank',
    bank_account_type: 'individual',
    bank_swift_code: 'BNORPHMM',
    ...changes,
  };
}

export function walletDetail(changes: Record<string, unknown> = {}, wallet: Record<string, unknown> = {}) {
  return {
    amount: '200.00',
    destination_type: 'ewallet',
    e_wallet: {
      account_number: '09171234501',
      account_type: 'individual',
      deposit_key_type: 'phone',
      provider: 'GCash',
      deposit_key: '09171234501',
      account_name: 'Maria Santos',
      ...wallet,
    },
    mch_order_id: 'POD0003',
    ...changes,
  };
}

export function batch(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    request_id: freshId('B'),
    currency: 'PHP',
    total_amount: '350.75',
    way_type: 'BANK_TRANSFER',
    way_code: 'TAZAPAY_PAYOUT',
    notify_url: 'https://shop.example.com/hooks/payout',
    payout_order_details: [
      bankDetail(),
      bankDetail({
        bank_account_name: 'Example Trading Inc',
        amount: '250.50',
        bank_account_no: '138000000002',
        mch_order_id: 'POD0002',
        bank_name: 'BPI',
        bank_account_type: 'business',
        bank_swift_code: 'BOPIPHMM',
      }),
    ],
    ...changes,
  };
}

export function single(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    request_id: freshId('S'),
    amount: '1500.50',
    currency: 'PHP',
    product_name: 'Withdrawal',
    description: 'Withdrawal of user 1001',
    way_code: 'TAZAPAY_PAYOUT',
    way_type: 'BANK_TRANSFER',
    notify_url: 'https://shop.example.com/hooks/payout',
    beneficiary: {
      beneficiary_type: 'individual',
      beneficiary_info: {
        first_name: 'Juan',
        last_name: 'Dela Cruz',
        nationality: 'PH',
        phone: { calling_code: '63', number: '9171234567' },
        address: { country: 'PH', city: 'Manila' },
      },
      destination: {
        type: 'bank',
        bank: {
          account_type: 'savings',
          country: 'PH',
          bank_name: 'BDO Unibank',
          account_number: '001234567890',
          bank_codes: { swift_code: 'BNORPHMM' },
        },
      },
    },
    ...changes,
  };
}

/** A copy of the object with the value at a dotted path replaced, or removed where `value` is undefined. */
export function withValue(body: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone(body);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let place: Record<string, unknown> = copy;
  for (const name of names) place = place[name] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}
