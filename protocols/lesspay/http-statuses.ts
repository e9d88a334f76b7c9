import type { Product } from './operations.js';

/** One HTTP status that the documents list. */
export interface HttpStatus {
  readonly status: number;
  readonly meaning: string;
  /** The products whose table has the status. */
  readonly products: readonly Product[];
  readonly source: string;
}

const both = ['payin', 'payout'] as const;

/**
 * The HTTP statuses of the two tables. How a status goes together with a business code is not stated: 200 with a non-zero
 * code and the matching 4xx are both conforming.
 */
export const httpStatuses = [
  {
    status: 200,
    meaning: 'The request was handled; the code in the body tells how.',
    products: both,
    source: 'S000, S001, HTTP tables',
  },
  {
    status: 400,
    meaning: 'Format or parameters of the request are invalid.',
    products: both,
    source: 'S000, S001, HTTP tables',
  },
  {
    status: 401,
    meaning: 'API key or signature is missing or invalid.',
    products: both,
    source: 'S000, S001, HTTP tables',
  },
  {
    status: 403,
    meaning: 'The credentials have no access to the resource.',
    products: both,
    source: 'S000, S001, HTTP tables',
  },
  { status: 404, meaning: 'There is no such resource.', products: both, source: 'S000, S001, HTTP tables' },
  {
    status: 405,
    meaning: 'The method is wrong, for example GET in place of POST.',
    products: ['payin'],
    source: 'S001, HTTP table',
  },
  {
    status: 500,
    meaning: "Lesspay's server failed; try again later.",
    products: both,
    source: 'S000, S001, HTTP tables',
  },
  {
    status: 503,
    meaning: 'The service is offline for maintenance for a while.',
    products: ['payin'],
    source: 'S001, HTTP table',
  },
] as const satisfies readonly HttpStatus[];

/** The statuses that the documents call worth trying again later (S000, S001: 500; S001: 503). */
export const retryableHttpStatuses: readonly number[] = [500, 503];
