import { findCurrency } from '../../../protocols/lesspay/currencies.js';
import type { Variant } from '../bite.js';
import { isJsonObject, type JsonObject, member, textAt } from '../core/json.js';
import { violation } from '../core/violation.js';
import { isCard } from '../decisions/create-payin.js';
import { amend, type Decisions } from '../decisions.js';
import { renamed, rewritten, without } from '../messages.js';

/** The answer to a create with some of its members moved into `order_data`. */
function inOrderData(part: JsonObject, ...names: readonly string[]): JsonObject {
  const orderData = member(part, 'order_data');
  const moved = Object.fromEntries(Object.entries(part).filter(([name]) => names.includes(name)));
  return { ...without(part, ...names), order_data: { ...(isJsonObject(orderData) ? orderData : {}), ...moved } };
}

/** The members of a pay-in request (P-CARD; the demo client's request class). */
const KNOWN_MEMBERS: ReadonlySet<string> = new Set([
  ...['request_id', 'product_name', 'description', 'target_amount', 'target_currency', 'transaction_type'],
  ...['success_url', 'fail_url', 'api_version', 'pay_access_type', 'notify_url', 'expired_time', 'way_code'],
  ...['way_type', 'transaction_network', 'use_channel_request_id', 'channel_extra'],
]);

/** How pay-ins are answered and shown. */
export const payinVariants: readonly Variant[] = [
  {
    id: 'order-id-in-order-data',
    behaviour:
      'A new pay-in tells its id as `order_data.payOrderId` only, and repeats neither `request_id` nor status.',
    source: 'P-CARD, response example; E-35',
    change: (decisions) =>
      rewritten(decisions, 'createdPayin', (data) => without(data, 'pay_order_id', 'request_id', 'order_status')),
  },
  {
    id: 'order-id-camel-case',
    behaviour: 'A new pay-in tells its id as `data.payOrderId`.',
    source: 'Section 5.1, tolerant extraction; E-35',
    change: (decisions) =>
      rewritten(decisions, 'createdPayin', (data) =>
        without(renamed(data, 'pay_order_id', 'payOrderId'), 'order_data'),
      ),
  },
  {
    id: 'checkout-url-in-order-data',
    behaviour: 'The URL of the checkout page stands in `order_data`.',
    source: 'P-PI-DG promises it without a place; E-35',
    change: (decisions) => rewritten(decisions, 'createdPayin', (data) => inOrderData(data, 'checkout_url')),
  },
  {
    id: 'checkout-url-elsewhere',
    behaviour: 'The URL of the checkout page is called `cashier.checkoutPageUrl`.',
    source: 'P-PI-DG promises it without a place; section 5.1, last resort',
    change: (decisions) =>
      rewritten(decisions, 'createdPayin', (data) => ({
        ...without(data, 'checkout_url'),
        ...('checkout_url' in data ? { cashier: { checkoutPageUrl: data.checkout_url } } : {}),
      })),
  },
  {
    id: 'new-pay-in-status-integer',
    behaviour: 'The status of a new pay-in is an integer.',
    source: 'E-21; section 7.1: the form in this answer is unknown',
    change: (decisions) => {
      const { payinOrders } = decisions;
      return amend(decisions, 'payinOrders', {
        created: (order, url) => {
          const data = payinOrders.created(order, url);
          const status = order.status === 'PENDING_CONFIRM' ? 0 : 1;
          return isJsonObject(data) && 'order_status' in data ? { ...data, order_status: status } : data;
        },
      });
    },
  },
  {
    id: 'pay-ins-wait-for-confirmation',
    behaviour: 'A new pay-in is PENDING_CONFIRM.',
    source: 'Section 8.1: PENDING_PAY or PENDING_CONFIRM, accept both',
    change: (decisions) => {
      const { payinOrders } = decisions;
      return amend(decisions, 'payinOrders', {
        fromRequest: (body, createdAt) => ({ ...payinOrders.fromRequest(body, createdAt), status: 'PENDING_CONFIRM' }),
      });
    },
  },
  {
    id: 'pay-in-repeat-gets-first-order',
    behaviour: 'An identical repeat of a pay-in is answered with the first order.',
    source: 'IDEM-001, tolerant: SAME-ORDER',
    change: (decisions) => {
      const { requestIds } = decisions;
      return amend(decisions, 'requestIds', {
        repeatedPayin: (same) => (same ? { kind: 'first' } : requestIds.repeatedPayin(same)),
      });
    },
  },
  {
    id: 'pay-in-ids-of-20-characters',
    behaviour: 'A pay-in `request_id` of more than 20 characters is refused.',
    source: 'E-25: pay-in 21 to 64 characters, either outcome',
    change: (decisions) =>
      amend(decisions, 'createPayin', {
        requestIdLength: (body) =>
          [...(textAt(body, 'request_id') ?? '')].length > 20
            ? violation('parameter', 'request_id must be at most 20 characters long')
            : null,
      }),
  },
  {
    id: 'pay-in-amounts-as-numbers',
    behaviour: 'A pay-in amount may be a JSON number.',
    source: 'E-23: number, OK or PI-PARAM',
    change: (decisions) => {
      const { amountFormat } = decisions.createPayin;
      return amend(decisions, 'createPayin', {
        amountFormat: (body, situation) => {
          const amount = member(body, 'target_amount');
          return typeof amount === 'number' && amount > 0 ? null : amountFormat(body, situation);
        },
      });
    },
  },
  {
    id: 'pay-access-type-required',
    behaviour: 'A pay-in without `pay_access_type` is refused.',
    source: 'E-30: absent, OK or PI-PARAM',
    change: (decisions) => {
      const { accessTypeValue } = decisions.createPayin;
      return amend(decisions, 'createPayin', {
        accessTypeValue: (body, situation) =>
          situation.syntax.countsAsAbsent(member(body, 'pay_access_type'))
            ? violation('parameter', 'pay_access_type is required')
            : accessTypeValue(body, situation),
      });
    },
  },
  {
    id: 'card-checks-are-parameter-errors',
    behaviour: 'What is wrong with card data is code 11.',
    source: 'PI-BIZ, tolerant: 11',
    change: (decisions) => {
      const cards = Object.entries(decisions.createPayin).map(([name, check]) => [
        name,
        (...[body, situation]: Parameters<typeof check>) => {
          const found = check(body, situation);
          return found?.name === 'businessRule' && isCard(body) ? violation('parameter', found.msg) : found;
        },
      ]);
      return { ...decisions, createPayin: Object.fromEntries(cards) as Decisions['createPayin'] };
    },
  },
  {
    id: 'pay-in-amounts-with-two-decimals',
    behaviour: 'A pay-in amount in a currency of two digits has exactly two decimals.',
    source: 'AMT-001: pay-in "100" and "100.5" are recorded only; AMT-004',
    change: (decisions) => {
      const { amountFormat } = decisions.createPayin;
      return amend(decisions, 'createPayin', {
        amountFormat: (body, situation) =>
          amountFormat(body, situation) ??
          (findCurrency(textAt(body, 'target_currency') ?? '')?.digits === 2 &&
          !/[.][0-9]{2}$/.test(textAt(body, 'target_amount') ?? '')
            ? violation('parameter', 'target_amount must have two decimals')
            : null),
      });
    },
  },
  {
    id: 'unknown-members-refused',
    behaviour: 'A pay-in with a member that the API does not know is refused.',
    source: 'PAYIN-CREATE-037: accepted or refused is reported',
    change: (decisions) => {
      const { requestIdPresent } = decisions.createPayin;
      return amend(decisions, 'createPayin', {
        requestIdPresent: (body, situation) => {
          const unknown = Object.keys(body).find((name) => !KNOWN_MEMBERS.has(name));
          return unknown === undefined
            ? requestIdPresent(body, situation)
            : violation('parameter', `${unknown} is not a member of this request`);
        },
      });
    },
  },
];
