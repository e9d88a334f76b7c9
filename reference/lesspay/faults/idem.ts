import type { Fault } from '../bite.js';
import type { RequestIds } from '../decisions/request-ids.js';
import { plantingIn } from './one-decision.js';

const plant = plantingIn('IDEM');
const plantRace = plantingIn('IDEM', 'time');

/** The answer to an identical repeat is another one. */
const identical =
  (kind: 'first' | 'create') =>
  (original: RequestIds['repeatedPayin']): RequestIds['repeatedPayin'] =>
  (same) =>
    same ? { kind } : original(same);

/** The answer to a create with other content is another one. */
const other =
  (kind: 'first' | 'create') =>
  (original: RequestIds['repeatedPayin']): RequestIds['repeatedPayin'] =>
  (same) =>
    same ? original(same) : { kind };

const repeatFaults: readonly Fault[] = [
  plant(
    'repeat-makes-second-payin',
    'A pay-in create that is sent again makes a second order.',
    ['requestIds', 'repeatedPayin'],
    identical('create'),
    { must: ['IDEM-001', 'IDEM-006', 'IDEM-008', 'IDEM-015'] },
  ),
  plant(
    'repeat-makes-second-payout',
    'A payout create that is sent again makes a second order.',
    ['requestIds', 'repeatedPayout'],
    identical('create'),
    { must: ['IDEM-003', 'IDEM-005', 'IDEM-006', 'IDEM-008', 'IDEM-015'] },
  ),
  plant(
    'conflicting-payin-ignored',
    'A pay-in with an id in use and other content is answered with the first order.',
    ['requestIds', 'repeatedPayin'],
    other('first'),
    { must: ['IDEM-002', 'IDEM-015'] },
  ),
  plant(
    'conflicting-payout-ignored',
    'A payout with an id in use and other content is answered with the first order.',
    ['requestIds', 'repeatedPayout'],
    other('first'),
    { must: ['IDEM-004', 'IDEM-005', 'IDEM-015'] },
  ),
  plant(
    'conflicting-payin-accepted',
    'A pay-in with an id in use and other content makes a second order.',
    ['requestIds', 'repeatedPayin'],
    other('create'),
    { must: ['IDEM-002', 'IDEM-006', 'IDEM-015'] },
  ),
  plant(
    'conflicting-payout-accepted',
    'A payout with an id in use and other content makes a second order.',
    ['requestIds', 'repeatedPayout'],
    other('create'),
    { must: ['IDEM-004', 'IDEM-005', 'IDEM-006', 'IDEM-015'] },
  ),
  plant(
    'request-ids-of-all-applications',
    'A `request_id` is unique across applications.',
    ['requestIds', 'isTaken'],
    () => (existing, _application, kind) => existing.kind === kind,
    { must: ['IDEM-007'] },
  ),
  plant(
    'request-id-free-when-final',
    'The `request_id` of a final order is free again.',
    ['requestIds', 'isTaken'],
    (original) => (existing, application, kind) =>
      original(existing, application, kind) && existing.status.startsWith('PENDING'),
    { must: ['IDEM-006', 'IDEM-015'] },
  ),
  plant(
    'request-id-free-after-failure',
    'The `request_id` of a failed order is free again.',
    ['requestIds', 'isTaken'],
    (original) => (existing, application, kind) =>
      original(existing, application, kind) && existing.status !== 'FAILED',
    { must: ['IDEM-015'], may: ['IDEM-006'] },
  ),
];

const raceFaults: readonly Fault[] = [
  plantRace(
    'check-then-act',
    'Looking for a `request_id` and entering its order are two steps: creates that overlap make an order each.',
    ['requestIds', 'entry'],
    () => ({ seenAfterMs: 0, lastOnly: false }),
    { must: ['IDEM-008', 'IDEM-006'] },
  ),
  plantRace(
    'lost-update',
    'Of creates that overlap, each is told its order, and only the last one is kept.',
    ['requestIds', 'entry'],
    () => ({ seenAfterMs: 0, lastOnly: true }),
    { must: ['IDEM-008', 'IDEM-006'] },
  ),
];

/** Planted defects in how a `request_id` keeps orders apart. */
export const idemFaults: readonly Fault[] = [...repeatFaults, ...raceFaults];
