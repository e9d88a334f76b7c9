import type { Variant } from '../bite.js';
import { isJsonObject } from '../core/json.js';
import { amend } from '../decisions.js';
import { messageParts, rewritten, rewrittenIn, without } from '../messages.js';

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}

/** How the envelope of an answer is written. */
export const answerVariants: readonly Variant[] = [
  {
    id: 'first-answer-slow',
    behaviour: 'The first answer takes four seconds; what was asked for has happened by then.',
    source: 'P-FPO, S003 1.6: answers are described without a promise of time',
    change: (decisions) => amend(decisions, 'transport', { answerAfterMs: (answered) => (answered === 0 ? 4_000 : 0) }),
    remembers: true,
  },
  {
    id: 'every-seventh-answer-slow',
    behaviour: 'Every seventh answer takes four seconds, so that others overtake it.',
    source: 'P-FPO, S003 1.6: answers are described without a promise of time or order',
    change: (decisions) =>
      amend(decisions, 'transport', { answerAfterMs: (answered) => (answered % 7 === 6 ? 4_000 : 0) }),
    remembers: true,
  },
  {
    id: 'success-with-http-201',
    behaviour: 'Success is answered with HTTP 201.',
    source: 'S000 and S001, class text: 2xx means performed; OK, tolerant: any 2xx',
    change: (decisions) => amend(decisions, 'envelope', { successStatus: 201 }),
  },
  {
    id: 'success-says-nothing',
    behaviour: '`msg` of a success is empty.',
    source: 'P-FPO: the example has an empty `msg`',
    change: (decisions) => rewritten(decisions, 'success', (body) => ({ ...body, msg: '' })),
  },
  {
    id: 'success-in-lower-case',
    behaviour: '`msg` of a success is "success".',
    source: 'ENV-004: letters of either case',
    change: (decisions) => rewritten(decisions, 'success', (body) => ({ ...body, msg: 'success' })),
  },
  {
    id: 'failure-without-data',
    behaviour: 'A failure has no `data` at all.',
    source: 'S003 1.6; section 4.5: absent or null on failure',
    change: (decisions) => rewritten(decisions, 'failure', (body) => without(body, 'data')),
  },
  {
    id: 'failure-with-empty-data',
    behaviour: '`data` of a failure is an empty object.',
    source: 'PI-NOTFOUND, ENV-012: absent, null or empty',
    change: (decisions) => rewritten(decisions, 'failure', (body) => ({ ...body, data: {} })),
  },
  {
    id: 'reserved-members-at-top',
    behaviour: '`encryptData` and `sign` stand beside `data`, one as text and one null.',
    source: 'E-03: either place, present, null or absent',
    change: (decisions) =>
      rewrittenIn(
        rewritten(decisions, 'createdBatch', (data) => without(data, 'encryptData', 'sign')),
        ['success'],
        (body) => ({
          ...body,
          encryptData: null,
          sign: 'c2lnbmF0dXJl',
        }),
      ),
  },
  {
    id: 'reserved-members-as-text',
    behaviour: '`data.encryptData` and `data.sign` of a new payout are text.',
    source: 'E-03; S003 1.6: reserved',
    change: (decisions) =>
      rewrittenIn(decisions, ['createdBatch', 'createdPayout'], (data) => ({
        ...data,
        encryptData: '',
        sign: 'reserved',
      })),
  },
  {
    id: 'reserved-members-missing',
    behaviour: '`encryptData` and `sign` are missing.',
    source: 'E-03: reserved, optional',
    change: (decisions) =>
      rewrittenIn(decisions, ['createdBatch', 'createdPayout'], (data) => without(data, 'encryptData', 'sign')),
  },
  {
    id: 'content-type-without-charset',
    behaviour: 'Answers are labelled application/json, without a charset.',
    source: 'P-FPO; ENV-006',
    change: (decisions) => amend(decisions, 'envelope', { contentType: 'application/json' }),
  },
  {
    id: 'members-reversed',
    behaviour: 'The members of every answer stand in the opposite order.',
    source: 'Section 4.5: the order of members is free',
    change: (decisions) =>
      rewritten(
        rewritten(decisions, 'success', (body) => reversed(body)),
        'failure',
        (body) => reversed(body),
      ),
  },
  {
    id: 'unknown-members-in-answers',
    behaviour: 'Answers, their `data`, records, details and payout webhooks have further members.',
    source: 'Section 4.5: additional members are allowed everywhere in responses and webhooks',
    change: (decisions) =>
      rewrittenIn(
        decisions,
        messageParts.filter((part) => part !== 'payinWebhook' && part !== 'riskWebhook'),
        (part) => ({ ...part, trace_no: 'T20250113', extension: { region: 'APAC', tags: ['a', 'b'] } }),
      ),
  },
];
