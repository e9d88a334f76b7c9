import type { Requirement } from '../../requirement.js';
import { either, OK, PO, PO_PARAM, toleratingCodes } from '../outcomes.js';
import { always, seen } from './cases.js';
import { rule } from './rule.js';

/** Trigger Payout Notification: the webhook of a payout once more, on demand. */
export const payoutNotifyRequirements: readonly Requirement[] = [
  rule('PAYOUT-NOTIFY-001', 'SHOULD', 'platform', {
    statement: 'The trigger for a known order is answered with what the webhook says.',
    source: 'D2',
    accepted: always(OK, '`data` has the members of a payout query answer and is about that order'),
    errata: ['E-58'],
  }),
  rule('PAYOUT-NOTIFY-002', 'SHOULD', 'platform', {
    statement: 'The trigger for a known order makes the platform send the webhook to the `notify_url` of the order.',
    source: 'D2',
    accepted: seen('one delivery with a signature that verifies arrives'),
    errata: ['E-42', 'E-44'],
  }),
  rule('PAYOUT-NOTIFY-003', 'SHOULD', 'platform', {
    statement: 'The answer to the trigger and the webhook that follows say the same.',
    source: 'D2',
    accepted: seen('`data` of the answer and the delivered body are deeply equal once null members are dropped'),
  }),
  rule('PAYOUT-NOTIFY-004', 'SHOULD', 'platform', {
    statement: 'The trigger for an order that does not exist is answered with "order not found" and sends nothing.',
    source: 'S000 30020 (the endpoint is known from the demo client only)',
    accepted: always(PO(30020), 'no delivery follows'),
  }),
  rule('PAYOUT-NOTIFY-005', 'SHOULD', 'platform', {
    statement: 'The trigger without an identifier is refused.',
    source: 'D2; S000 30000',
    accepted: always(toleratingCodes(PO_PARAM, 30020)),
  }),
  rule('PAYOUT-NOTIFY-006', 'info', 'platform', {
    statement: 'Whether the trigger works for an order that is not final is reported.',
    source: 'S000 30060',
    accepted: always(either(OK, PO(30060)), 'recorded: accepted or refused'),
  }),
  rule('PAYOUT-NOTIFY-007', 'SHOULD', 'platform', {
    statement: 'The trigger changes nothing about the order.',
    source: 'D2',
    accepted: seen('the query answers before and after the trigger are deeply equal'),
  }),
];
