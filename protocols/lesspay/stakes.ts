/** An area of the catalogue in words. */
export interface AreaStakes {
  /** What the area is about, in a few words. */
  readonly title: string;
  /** What goes wrong for money, merchants or payers where its requirements are broken. */
  readonly stakes: string;
}

/** Why each area of the catalogue matters, by area. Not from the documents: what follows from them for those who integrate. */
export const lesspayStakes: Readonly<Record<string, AreaStakes>> = {
  TRANS: {
    title: 'Transport',
    stakes:
      'A client that follows the documents must get through, and a malformed call must end as a refusal. Otherwise working integrations fail at random, and broken ones look healthy.',
  },
  ENV: {
    title: 'Response envelope',
    stakes:
      'Clients decide by `code` and `msg` whether money moves. An envelope that misleads makes a merchant ship unpaid goods, or pay a second time for what was already done.',
  },
  AUTH: {
    title: 'Authentication and signature',
    stakes:
      'The signature is all that ties a request to the merchant who owns the money. Where it is not checked exactly, somebody else can create orders or change amounts; where it is checked wrongly, honest merchants are locked out.',
  },
  FMT: {
    title: 'Formats',
    stakes:
      'Amounts, times and statuses are read by programs. One that changes its form is rounded, misread or dropped, and the books of both sides stop agreeing. Clear account data in an answer is a leak.',
  },
  'PAYIN-CREATE': {
    title: 'Pay-in: create',
    stakes:
      'Each create is a demand for money from a payer. An invalid one that is accepted leads to a payment that nobody can reconcile; a valid one that is refused is a lost sale.',
  },
  'PAYIN-CARD': {
    title: 'Pay-in: cards',
    stakes:
      'Card data is the most sensitive part of the protocol. Careless validation sends payments into declines and chargebacks, and an echo of card data is a breach that must be reported.',
  },
  QUERY: {
    title: 'Pay-in: query',
    stakes:
      'The query is what a merchant relies on when an answer or a webhook was lost. If it misses an order, shows the wrong one or shows that of somebody else, the merchant delivers without payment or discloses a customer.',
  },
  'PAYOUT-CREATE': {
    title: 'Payout: single',
    stakes:
      'A payout sends money away, and what has left seldom comes back. A request that should have been refused may pay the wrong amount to the wrong account.',
  },
  'PAYOUT-BATCH': {
    title: 'Payout: batch',
    stakes:
      'A batch moves many payments with one call. A check that is missing (total, duplicates, beneficiaries) multiplies one mistake of a merchant into many payments that are hard to call back.',
  },
  'PAYOUT-QUERY': {
    title: 'Payout: query',
    stakes:
      'After a payout the query says whom the money has reached. If it is wrong or incomplete, merchants pay a second time, or believe that a failed payment arrived.',
  },
  'PAYOUT-BANK': {
    title: 'Payout: banks',
    stakes: 'Merchants choose the receiving bank from this list. A wrong or ambiguous entry sends payouts astray.',
  },
  'PAYOUT-BAL': {
    title: 'Payout: balance',
    stakes:
      'Merchants decide by the balance whether they can pay out. One that is wrong, or damaged by rounding, leads to refused payouts or to overdrawn accounts.',
  },
  'PAYOUT-NOTIFY': {
    title: 'Payout: notification trigger',
    stakes:
      'The trigger is how a merchant asks for a webhook that was lost. If it does not work, or changes the order, the two sides disagree about payouts that are finished.',
  },
  IDEM: {
    title: 'Idempotency',
    stakes:
      'Networks lose answers, so clients repeat requests. Where a repeat is not recognised, the same payment is made twice; where another request is taken for a repeat, a payment is missing.',
  },
  AMT: {
    title: 'Amounts',
    stakes:
      'Money must arrive as it was written. Rounding, binary fractions or lenient parsing change what is paid, by a cent or by orders of magnitude.',
  },
  STATE: {
    title: 'Order states',
    stakes:
      'Merchants deliver, refund and book by the state of an order. A state that goes back, or says more than is true, gives away goods or pays twice.',
  },
  WEBHOOK: {
    title: 'Webhooks',
    stakes:
      'Webhooks tell the merchant that money has arrived or left. One that is missing, wrong or cannot be verified leaves orders hanging, or lets a forger announce payments that never happened.',
  },
  ERR: {
    title: 'Errors',
    stakes:
      'Programs react to errors by code: correct and stop, or wait and repeat. A wrong one makes a client repeat what can never work, give up on what would, or take a failure for a success.',
  },
};
