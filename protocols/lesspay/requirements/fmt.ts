import type { Requirement } from '../../requirement.js';
import { either, OK, PI_PARAM, PO, PO_PARAM } from '../outcomes.js';
import { always, seen, when } from './cases.js';
import { rule } from './rule.js';

/** Data formats: amounts, times, URLs, status names, identifiers, masks. */
export const fmtRequirements: readonly Requirement[] = [
  rule('FMT-001', 'MUST', 'merchant', {
    statement: 'The client writes every amount as a JSON string.',
    source: 'S002 1, 2',
    accepted: seen('each amount member of each request is a string'),
    errata: ['E-23'],
  }),
  rule('FMT-002', 'MUST', 'platform', {
    statement: 'Amounts in query answers and webhooks are JSON strings.',
    source: 'S002 1; P-PI-WH; P-PO-WH',
    accepted: seen('each amount member that is present is a string'),
    coverage: 'observed',
  }),
  rule('FMT-003', 'SHOULD', 'platform', {
    statement: 'A payout whose amount is written as a JSON number is refused.',
    source: 'S002 2; S000 30009',
    accepted: always(PO(30009)),
  }),
  rule('FMT-004', 'info', 'platform', {
    statement: 'Whether a pay-in with `target_amount` as a JSON number is accepted is reported.',
    source: 'P-AUTH',
    accepted: always(either(OK, PI_PARAM), 'recorded: accepted or refused'),
    errata: ['E-23'],
  }),
  rule('FMT-005', 'MUST', 'platform', {
    statement: 'A point in time that an answer or a webhook gives as an integer is in milliseconds and has 13 digits.',
    source: 'S002 2',
    accepted: seen(
      'each integer member that is a point in time has 13 digits; durations such as `expired_time` are not meant',
    ),
    coverage: 'observed',
    errata: ['E-36', 'E-72'],
  }),
  rule('FMT-006', 'SHOULD', 'platform', {
    statement: 'The `created_at` of a payout, in query answers and webhooks, is an ISO 8601 date and time as text.',
    source: 'S003 1.6 by analogy; D2',
    accepted: seen(
      'strict: RFC 3339 with an offset; tolerant: an offset without a colon, no offset, or 13 digits of milliseconds as number or text',
    ),
    coverage: 'observed',
    errata: ['E-36'],
  }),
  rule('FMT-007', 'SHOULD', 'platform', {
    statement: 'The `success_time` of a payout detail is an ISO 8601 date and time as text, or null.',
    source: 'D2',
    accepted: seen(
      'strict: null or RFC 3339 with an offset; tolerant: an offset without a colon, no offset, or 13 digits of milliseconds as number or text',
    ),
    coverage: 'observed',
    errata: ['E-36'],
  }),
  rule('FMT-008', 'MUST', 'platform', {
    statement: 'A `notify_url`, `success_url` or `fail_url` that is not an http or https URL is refused.',
    source: 'S002 2',
    accepted: [
      when('pay-in, ftp URL', PI_PARAM),
      when('pay-in, not a URL', PI_PARAM),
      when('payout, ftp URL', PO_PARAM),
      when('payout, not a URL', PO_PARAM),
    ],
  }),
  rule('FMT-009', 'MUST', 'platform', {
    statement: 'A `notify_url` with the scheme http is as good as one with https.',
    source: 'S002 2; S003',
    accepted: always(OK),
  }),
  rule('FMT-010', 'MUST', 'platform', {
    statement: 'Every order status that the platform gives is one of those in the table of order statuses.',
    source: 'S002 4.1',
    accepted: seen('each `order_status`, once its spelling variants are normalised, is in the table'),
    coverage: 'observed',
    errata: ['E-18', 'E-20', 'E-21', 'E-82'],
  }),
  rule('FMT-011', 'MUST', 'platform', {
    statement: 'Where an order status is given both as an integer and as a name, both denote the same status.',
    source: 'S002 4.1; P-PI-WH',
    accepted: seen('the name that the table gives for `order_status_int` equals `order_status` after normalisation'),
    coverage: 'observed',
    errata: ['E-18', 'E-20', 'E-21'],
  }),
  rule('FMT-012', 'SHOULD', 'platform', {
    statement: 'A `bank_country_code` in an answer consists of two upper-case letters.',
    source: 'S003 1.3; D2',
    accepted: seen('each `bank_country_code` that is present matches `^[A-Z]{2}$`'),
    coverage: 'observed',
    errata: ['E-58'],
  }),
  rule('FMT-013', 'info', 'platform', {
    statement: 'Whether a payout with its `currency` in lower-case letters is accepted is reported.',
    source: 'S002 4.4 (silent)',
    accepted: always(either(PO(30001), OK), 'recorded: whether `php` is accepted'),
  }),
  rule('FMT-014', 'MUST', 'platform', {
    statement: 'No two orders have the same `pay_order_id`.',
    source: 'S002 3',
    accepted: seen('the order ids returned for different `request_id` values differ'),
    coverage: 'observed',
  }),
  rule('FMT-015', 'MUST', 'merchant', {
    statement:
      'The client hands on a `pay_order_id` as the text that it received, whatever number of digits it contains.',
    source: 'S002 3; S003 1.6',
    accepted: seen('an id with 19 digits comes out of the client character for character'),
    errata: ['E-02'],
  }),
  rule('FMT-016', 'SHOULD', 'platform', {
    statement:
      'The answers of the payout query and of the notification trigger show the account number and the account name masked only.',
    source: 'P-PO-WH; D2',
    accepted: seen('a clear value of 9 characters or more that was sent never appears in such an answer'),
    coverage: 'observed',
  }),
  rule('FMT-017', 'SHOULD', 'platform', {
    statement: 'The mask of an account number leaves its first four and last four characters readable.',
    source: 'D2',
    accepted: seen('for values of 9 characters or more `bank_account_no` matches `^.{4}\\*+.{4}$`'),
    coverage: 'observed',
  }),
  rule('FMT-018', 'MUST', 'merchant', {
    statement: 'The client sends each URL as an absolute one with the scheme http or https.',
    source: 'S002 2',
    accepted: seen('`notify_url`, `success_url` and `fail_url`, where present, are absolute http or https URLs'),
  }),
  rule('FMT-019', 'MUST', 'merchant', {
    statement: 'The client gives points in time in milliseconds with 13 digits.',
    source: 'S002 2',
    accepted: seen('`start_time` and `end_time` are integers of 13 digits, or the same as text'),
    errata: ['E-33', 'E-36'],
  }),
];
