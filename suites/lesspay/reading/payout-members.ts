import { isJsonObject, type Json } from '../../../harness/exchange.js';
import {
  type MemberType,
  type PayoutMember,
  payoutDetailMembers,
  payoutRootMembers,
} from '../../../protocols/lesspay/webhook-members.js';

type JsonObject = { readonly [name: string]: Json };

/** The type of a JSON value, as the tables of members name it; null for a number that is no integer, and for true and false. */
export function memberTypeOf(value: Json): MemberType | null {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'object':
      return 'object';
    default:
      return Number.isInteger(value) ? 'integer' : null;
  }
}

function problemsIn(value: JsonObject, members: readonly PayoutMember[], where: string): string[] {
  return members
    .filter(({ documented, optional }) => documented && !optional)
    .flatMap(({ name, types }) => {
      const given = value[name];
      if (given === undefined) return [`${where}${name} is missing`];
      if (given === '') return [`${where}${name} is empty`];
      const type = memberTypeOf(given);
      return type !== null && types.includes(type) ? [] : [`${where}${name} is ${JSON.stringify(given).slice(0, 60)}`];
    });
}

/** What is wrong with the members that the documents list for the root of a payout (docs pages P-FPO, P-PO-WH). */
export function payoutRootProblems(payout: JsonObject): string[] {
  return problemsIn(payout, payoutRootMembers, '');
}

/** What is wrong with the members that the documents list for a detail of a payout (docs page P-PO-WH, section 3). */
export function payoutDetailProblems(detail: JsonObject, where = ''): string[] {
  return problemsIn(detail, payoutDetailMembers, where);
}

/** What is wrong with the members that every payout has, in the answer to a query and in a webhook (docs page P-PO-WH, section 3). */
export function payoutMemberProblems(payout: JsonObject): string[] {
  const details = Array.isArray(payout.details) ? (payout.details as readonly Json[]) : [];
  return [
    ...payoutRootProblems(payout),
    ...details.flatMap((detail, index) =>
      isJsonObject(detail) ? payoutDetailProblems(detail, `details[${index}].`) : [`details[${index}] is no object`],
    ),
  ];
}
