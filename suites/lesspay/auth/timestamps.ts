import type { Product } from '../../../protocols/lesspay/operations.js';
import type { Actors, LesspayScenario } from '../scenario.js';
import { type Difference, type Sending, sentDifferently } from '../steps/sent-differently.js';
import { creates, products, refusedCredentials } from './refused-credentials.js';

const YEAR_MS = 365 * 24 * 3_600_000;

/** The tolerance that is asked for. */
const TOLERANCE_MS = 60_000;

/** Left for the way there, at least. */
const WAY_MS = 1_000;

/** The tolerance, less what is not known about the target's clock and what the way there takes. */
const nearlyAMinute = ({ clockErrorMs }: Actors): number =>
  TOLERANCE_MS - Math.max(WAY_MS, Math.min(clockErrorMs ?? 0, TOLERANCE_MS / 2));

const shifted = ({ actors }: Sending, byMs: number): Difference => ({
  options: { timestamp: String(Math.round(actors.now()) + byMs) },
  element: 'x-auth-timestamp',
  mutation: `${byMs < 0 ? 'behind' : 'ahead'} by ${Math.abs(byMs)} ms`,
});

const skewOf = ({ situation, actors }: Sending): number => {
  if (situation === '60 s behind') return -nearlyAMinute(actors);
  if (situation === '60 s ahead') return nearlyAMinute(actors);
  throw new Error(`AUTH-030 has no skew for the situation "${situation}".`);
};

/** AUTH-030: a timestamp up to a minute behind or ahead of the platform's clock is accepted (P-AUTH states no tolerance). */
export const smallSkew: readonly LesspayScenario[] = products.map(({ product }) =>
  sentDifferently({
    id: 'AUTH-030',
    suffix: product,
    title: 'A timestamp that is nearly a minute off is accepted.',
    ...creates(product),
    weight: 0.4,
    differently: (sending) => shifted(sending, skewOf(sending)),
    clocked: true,
  }),
);

const yearOld = (id: string, product: Product, reportOnly: boolean): LesspayScenario =>
  sentDifferently({
    id,
    title: reportOnly ? 'a pay-in timestamp that is a year old' : 'A payout timestamp that is a year old is refused.',
    ...creates(product),
    weight: 0.4,
    reportOnly,
    differently: (sending) => shifted(sending, -YEAR_MS),
  });

/** AUTH-031: a payout request whose timestamp is a year old is refused, normally with 30052 (S000 30052). */
export const stalePayout = yearOld('AUTH-031', 'payout', false);

/** AUTH-032: whether a pay-in request whose timestamp is a year old is refused is reported (S001 has no code for it). */
export const stalePayin = yearOld('AUTH-032', 'payin', true);

/** AUTH-033: whether a timestamp far in the future is refused is reported (P-AUTH is silent). */
export const farFuture = refusedCredentials({
  id: 'AUTH-033',
  title: 'a timestamp a year ahead',
  reportOnly: true,
  differently: (sending) => shifted(sending, YEAR_MS),
});

/** AUTH-035: whether a timestamp in seconds, with 10 digits, is refused is reported (P-AUTH wants milliseconds). */
export const inSeconds = refusedCredentials({
  id: 'AUTH-035',
  title: 'a timestamp in seconds',
  reportOnly: true,
  differently: ({ actors }) => ({
    options: { timestamp: String(Math.round(actors.now() / 1000)) },
    element: 'x-auth-timestamp',
    mutation: 'seconds instead of milliseconds',
  }),
});

/** AUTH-036: a digest stays valid when only the timestamp is replaced by another current one (P-AUTH, algorithm). */
export const timestampIsNotSigned: readonly LesspayScenario[] = products.map(({ product }) =>
  sentDifferently({
    id: 'AUTH-036',
    suffix: product,
    title: 'The same body with the same digest is accepted under another current timestamp.',
    operations: [product === 'payin' ? 'fetchPayin' : 'fetchPayout'],
    weight: 0.4,
    tellApart: true,
    differently: (sending) => shifted(sending, -1_000 - 20 * sending.pick),
  }),
);

/** Everything about the age and the form of the timestamp. */
export const timestampScenarios: readonly LesspayScenario[] = [
  ...smallSkew,
  stalePayout,
  stalePayin,
  ...farFuture,
  ...inSeconds,
  ...timestampIsNotSigned,
];
