import * as fc from 'fast-check';
import { type Check, holds, unmet } from '../../../harness/check.js';
import { describeAnswer, type Exchange } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { payinRecordsOf, recordOrderId, sentBody } from '../reading/orders.js';
import { succeeded } from '../reading/recorded.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { claimedPayin } from '../steps/claimed-payins.js';
import { newOrder } from '../steps/new-order.js';
import { askPayin } from '../steps/payin-query.js';
import { offers } from '../steps/valid-call.js';

interface ListingGiven {
  readonly messages: readonly object[];
  readonly pageSize: number;
}

interface ListingEvidence extends Record<string, Evidence[string]> {
  readonly pages: readonly Exchange[];
}

const HALF_AN_HOUR_MS = 1_800_000;

/** Four orders: a page of one or two is full, and so is the next one. */
const ORDERS = 4;

const givenListing = (profile: Parameters<LesspayScenario['given']>[0]): fc.Arbitrary<ListingGiven> =>
  fc.record({
    messages: fc.array(claimedPayin(profile), { minLength: ORDERS, maxLength: ORDERS }),
    pageSize: fc.integer({ min: 1, max: 2 }),
  });

/** Creates orders and asks for pages of a window that ends before the last of them, so that nothing enters it between two pages. */
async function listPages(actors: Actors, { messages, pageSize }: ListingGiven, count: number): Promise<Exchange[]> {
  let endTime = Math.round(actors.now());
  for (const message of messages) {
    endTime = Math.round(actors.now()) - 1;
    await newOrder(actors.platform, 'createPayin', actors.fresh(message) as { readonly request_id: string });
  }
  const window = { start_time: endTime - HALF_AN_HOUR_MS, end_time: endTime };
  const pages: Exchange[] = [];
  for (let page = 1; page <= count; page += 1) {
    const query = { ...window, page, page_size: pageSize };
    pages.push((await askPayin(actors, query, intent('probe'))).exchange);
  }
  return pages;
}

/** Listing by a window alone is an example of the demo client, and an error by the documents (E-32). */
function notOffered(pages: readonly Exchange[]): Check | null {
  const refused = pages.find((page) => !succeeded(page));
  return refused === undefined
    ? null
    : unmet('listingNotSupported', `The target does not list by a time window alone: ${describeAnswer(refused)}.`);
}

/** QUERY-023: a listing by window has at most `page_size` records on a page, where the platform lists at all (demo client). */
export const pageIsNotOverfull = scenario<ListingGiven, ListingEvidence>({
  id: 'QUERY-023',
  title: 'A page of a listing has at most as many records as it was asked for.',
  weight: 0.5,
  claimed: (profile) => offers(profile, 'fetchPayin'),
  given: givenListing,
  drive: async (actors, drawn) => ({ pages: await listPages(actors, drawn, 1) }),
  judge: {
    'QUERY-023': ({ pages }) =>
      notOffered(pages) ??
      pages.map((page) => {
        const size = Number(sentBody(page).page_size);
        const records = payinRecordsOf(page);
        return holds(records.length <= size, `at most ${size} records`, () => `${records.length} records`, page);
      }),
  },
});

/** QUERY-027: two pages of one listing by a past window have no record in common, where the platform lists at all (demo client). */
export const pagesAreDisjoint = scenario<ListingGiven, ListingEvidence>({
  id: 'QUERY-027',
  title: 'Two pages of a listing have no record in common.',
  weight: 0.5,
  claimed: (profile) => offers(profile, 'fetchPayin'),
  given: givenListing,
  drive: async (actors, drawn) => ({ pages: await listPages(actors, drawn, 2) }),
  judge: {
    'QUERY-027': ({ pages }) => {
      const refused = notOffered(pages);
      if (refused !== null) return refused;
      const [first = [], second = []] = pages.map((page) => payinRecordsOf(page).map(recordOrderId));
      if (first.length === 0 || second.length === 0) {
        return unmet('listingTooShort', 'The listing has fewer than two pages.');
      }
      const common = first.filter((id) => id !== null && second.includes(id));
      return holds(
        common.length === 0,
        'two pages of different orders',
        () => `${common.join(', ')} on both`,
        pages[1],
      );
    },
  },
});

/** Listings by a time window. */
export const listingScenarios: readonly LesspayScenario[] = [pageIsNotOverfull, pagesAreDisjoint];
