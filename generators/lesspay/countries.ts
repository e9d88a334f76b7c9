/** An existing bank, so that a platform that looks its codes up finds them. Account numbers and holders are made up. */
export interface Bank {
  readonly name: string;
  /** Eight characters; eleven with `XXX` for the head office (ISO 9362). */
  readonly swiftCode: string;
  /** The national clearing code where the demo client sends one. */
  readonly bankCode: string;
}

/** What a beneficiary in a country looks like. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly callingCode: string;
  /**
   * Made-up people as first and last name, in the script that banks there take: katakana in Japan as the demo client sends, Latin
   * elsewhere, some with accents.
   */
  readonly people: readonly (readonly [string, string])[];
  readonly banks: readonly [Bank, ...Bank[]];
  readonly place: {
    readonly state: string;
    readonly city: string;
    readonly line1: string;
    readonly postalCode: string;
  };
}

const bank = (name: string, swiftCode: string, bankCode: string): Bank => ({ name, swiftCode, bankCode });
const place = (state: string, city: string, line1: string, postalCode: string) => ({ state, city, line1, postalCode });

/** The country that a payout in each currency goes to. */
const countries: Readonly<Record<string, Country>> = {
  PHP: {
    code: 'PH',
    callingCode: '63',
    people: [
      ['Juan', 'Dela Cruz'],
      ['Maria', 'Santos'],
      ['José', 'Peña'],
    ],
    banks: [bank('BDO Unibank', 'BNORPHMM', '010530667'), bank('BPI', 'BOPIPHMM', '010040018')],
    place: place('Metro Manila', 'Manila', '1 Rizal Avenue', '1000'),
  },
  INR: {
    code: 'IN',
    callingCode: '91',
    people: [
      ['Asha', 'Rao'],
      ['Vikram', 'Singh'],
      ['Anaïs', "D'Souza"],
    ],
    banks: [bank('State Bank of India', 'SBININBB', 'SBIN0000300'), bank('HDFC Bank', 'HDFCINBB', 'HDFC0000001')],
    place: place('Maharashtra', 'Mumbai', '1 Marine Drive', '400001'),
  },
  IDR: {
    code: 'ID',
    callingCode: '62',
    people: [
      ['Budi', 'Santoso'],
      ['Siti', 'Rahayu'],
      ['André', 'Wijaya'],
    ],
    banks: [bank('Bank Central Asia', 'CENAIDJA', '014'), bank('Bank Mandiri', 'BMRIIDJA', '008')],
    place: place('DKI Jakarta', 'Jakarta', 'Jalan Sudirman 1', '10210'),
  },
  BRL: {
    code: 'BR',
    callingCode: '55',
    people: [
      ['Ana', 'Souza'],
      ['João', 'Conceição'],
    ],
    banks: [bank('Banco do Brasil', 'BRASBRRJ', '001'), bank('Itau Unibanco', 'ITAUBRSP', '341')],
    place: place('SP', 'Sao Paulo', 'Avenida Paulista 1', '01310-100'),
  },
  KES: {
    code: 'KE',
    callingCode: '254',
    people: [
      ['Wanjiku', 'Kamau'],
      ['Otieno', "Ng'ang'a"],
    ],
    banks: [bank('KCB Bank Kenya', 'KCBLKENX', '01')],
    place: place('Nairobi', 'Nairobi', 'Moi Avenue 1', '00100'),
  },
  NGN: {
    code: 'NG',
    callingCode: '234',
    people: [
      ['Chinedu', 'Okafor'],
      ['Titilayo', 'Adébáyò'],
    ],
    banks: [bank('Zenith Bank', 'ZEIBNGLA', '057'), bank('Access Bank', 'ABNGNGLA', '044')],
    place: place('Lagos', 'Lagos', '1 Marina Road', '101001'),
  },
  VND: {
    code: 'VN',
    callingCode: '84',
    people: [
      ['VAN A', 'NGUYEN'],
      ['Thị Hồng', 'Trần'],
    ],
    banks: [bank('Vietcombank', 'BFTVVNVX', 'VCB')],
    place: place('Ha Noi', 'Ha Noi', '1 Trang Tien', '100000'),
  },
  JPY: {
    code: 'JP',
    callingCode: '81',
    people: [
      ['タロウ', 'ヤマダ'],
      ['ハナコ', 'サトウ'],
    ],
    banks: [bank('MUFG Bank', 'BOTKJPJT', '0005'), bank('Mizuho Bank', 'MHCBJPJT', '0001')],
    place: place('Tokyo', 'Chiyoda', '1-1 Marunouchi', '100-0005'),
  },
  THB: {
    code: 'TH',
    callingCode: '66',
    people: [
      ['Somchai', 'Jaidee'],
      ['Somying', 'Jaidee'],
    ],
    banks: [bank('Bangkok Bank', 'BKKBTHBK', '002'), bank('Kasikornbank', 'KASITHBK', '004')],
    place: place('Bangkok', 'Bangkok', '1 Silom Road', '10500'),
  },
  PKR: {
    code: 'PK',
    callingCode: '92',
    people: [
      ['Bilal', 'Ahmed'],
      ['Ayesha', 'Khan'],
    ],
    banks: [bank('Habib Bank', 'HABBPKKA', 'HBL')],
    place: place('Sindh', 'Karachi', '1 Clifton Road', '75600'),
  },
  CNY: {
    code: 'CN',
    callingCode: '86',
    people: [
      ['Wei', 'Zhang'],
      ['Na', 'Li'],
    ],
    banks: [bank('Bank of China', 'BKCHCNBJ', '104100000004')],
    place: place('Beijing', 'Beijing', '1 Chang An Avenue', '100000'),
  },
  USD: {
    code: 'US',
    callingCode: '1',
    people: [
      ['Alex', 'Miller'],
      ['Zoë', "O'Neill"],
    ],
    banks: [bank('JPMorgan Chase Bank', 'CHASUS33', '021000021')],
    place: place('NY', 'New York', '1 Wall Street', '10005'),
  },
};

/** Where a payout in this currency goes; undefined where no source pays out in it to a bank or wallet. */
export function countryOf(currency: string): Country | undefined {
  return countries[currency];
}

/** Made-up companies; the same everywhere. */
export const companies = ['Example Trading Inc', 'Peña e Hijos', "O'Brien Imports Ltd."] as const;
