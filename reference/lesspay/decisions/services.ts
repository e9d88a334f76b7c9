import { findPayoutWay } from '../../../protocols/lesspay/ways.js';

/** One entry of the bank list. */
export interface Bank {
  readonly code: string;
  readonly name: string;
}

/** The two services beside orders: the bank list and the balance (the demo client's examples). */
export interface Services {
  banks(query: { readonly country: string; readonly currency: string; readonly wayCode: string }): unknown;
  balance(answer: { readonly wayCode: string; readonly currency: string; readonly balance: string }): unknown;
}

/** A few banks per country, for a sandbox. */
const banksByCountry: ReadonlyMap<string, readonly Bank[]> = new Map([
  [
    'PH',
    [
      { code: 'BNORPHMM', name: 'BDO Unibank' },
      { code: 'BOPIPHMM', name: 'Bank of the Philippine Islands' },
    ],
  ],
  [
    'IN',
    [
      { code: 'HDFCINBB', name: 'HDFC Bank' },
      { code: 'SBININBB', name: 'State Bank of India' },
    ],
  ],
  [
    'ID',
    [
      { code: 'CENAIDJA', name: 'Bank Central Asia' },
      { code: 'BMRIIDJA', name: 'Bank Mandiri' },
    ],
  ],
  ['NG', [{ code: 'GTBINGLA', name: 'Guaranty Trust Bank' }]],
  ['VN', [{ code: 'BFTVVNVX', name: 'Vietcombank' }]],
  ['JP', [{ code: 'SMBCJPJT', name: 'Sumitomo Mitsui Banking Corporation' }]],
  ['TH', [{ code: 'BKKBTHBK', name: 'Bangkok Bank' }]],
  ['BR', [{ code: 'BRASBRRJ', name: 'Banco do Brasil' }]],
  ['PK', [{ code: 'HABBPKKA', name: 'Habib Bank' }]],
]);

/** Annex A of the protocol reference: a list of `{ code, name }`, empty where the channel does not serve the country. */
export const services: Services = {
  banks: ({ country, currency, wayCode }) =>
    findPayoutWay(wayCode)?.routes.some((route) => route.country === country && route.currency === currency)
      ? (banksByCountry.get(country) ?? [])
      : [],
  balance: ({ wayCode, currency, balance }) => ({ way_code: wayCode, currency, balance }),
};
