/** A message about a card payment, sent to the `notify_url` of the order. It does not change the order's status. */
export const riskEvents = [
  {
    event: 'payment_declined',
    meaning: 'the channel declined the card for suspected fraud or because of a risk rule',
    source: 'P-FRAUD',
  },
  { event: 'dispute_received', meaning: 'the card scheme reports a dispute (chargeback)', source: 'P-FRAUD' },
] as const;
export type RiskEvent = (typeof riskEvents)[number]['event'];

/**
 * The response codes of a declined card. They belong to the card channel: 30034 is not a payout business code. Other codes
 * of the form 4xxxx exist and are not listed in the documents.
 */
export const declineCodes = [
  { code: '30034', meaning: 'suspected fraud, the card is to be kept', source: 'P-FRAUD' },
  { code: '41101', meaning: 'blocked by a risk rule of the client', source: 'P-FRAUD' },
  { code: '41201', meaning: "card on the client's decline list", source: 'P-FRAUD' },
  { code: '41301', meaning: 'fraud score above the threshold', source: 'P-FRAUD' },
  { code: '42101', meaning: 'blocked by a risk rule of the entity', source: 'P-FRAUD' },
  { code: '42201', meaning: "card on the entity's decline list", source: 'P-FRAUD' },
  { code: '42301', meaning: "fraud score above the entity's threshold", source: 'P-FRAUD' },
] as const;

/** Why a cardholder disputes a payment (P-FRAUD). */
export const disputeCategories = [
  'fraudulent',
  'unrecognized',
  'product_service_not_received',
  'product_service_not_as_described',
  'credit_not_processed',
  'duplicate',
  'other',
] as const;
export type DisputeCategory = (typeof disputeCategories)[number];
