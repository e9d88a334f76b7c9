import type { Erratum } from '../../requirement.js';

/** Authentication and webhooks. */
export const authenticationErrata: readonly Erratum[] = [
  {
    id: 'E-37',
    issue: 'The header names are spelled in four ways.',
    reading: 'Case does not matter.',
  },
  {
    id: 'E-38',
    issue:
      'Of the headers of webhooks the docs name the signature only; the demo client adds the timestamp, required for payouts and optional for pay-ins.',
    reading: 'Platforms send both; receivers need the signature only.',
    tolerance: 'That the timestamp is missing is a remark.',
  },
  {
    id: 'E-39',
    issue: 'Signed are "specific fields" of a pay-in webhook and "all parameters" of a payout webhook.',
    reading: 'Pay-ins by version, payouts as a whole.',
  },
  {
    id: 'E-40',
    issue: 'That v1 and v2 sign different members is known from the demo client only; the docs mention no versions.',
    reading: 'As the demo client does.',
    tolerance: 'A verifier may try both sets of members.',
  },
  {
    id: 'E-41',
    issue:
      'A webhook is acknowledged with `SUCCESS` in the docs; the payout demo also allows `{"code":0}`, the pay-in demo any 2xx answer that was agreed.',
    reading: 'Receivers answer 200 with `SUCCESS`; platforms also take JSON with the code 0.',
  },
  {
    id: 'E-42',
    issue: 'That webhooks are sent again is implied only.',
    reading: 'They are sent again, at growing distances.',
    tolerance: 'A platform that does not do it gets a warning.',
  },
  {
    id: 'E-43',
    issue:
      'For nested objects the docs speak of flattening and of JSON values; the demo client writes sorted pairs in braces.',
    reading: 'As the demo client does.',
    tolerance: 'Lenient verifiers also accept the JSON text.',
  },
  {
    id: 'E-44',
    issue: 'The docs say nothing about arrays; the demo client writes JSON text with members in hash order.',
    reading: 'As the demo client does.',
    tolerance: 'Tests use bodies for which the order makes no difference.',
  },
  {
    id: 'E-45',
    issue: 'Down to which depth blank members are removed is not documented; the demo client stops at arrays.',
    reading: 'As the demo client does.',
    tolerance: 'Tests have no blanks in arrays.',
  },
  {
    id: 'E-46',
    issue: 'The demo client signs an empty body and a body of blanks only in two different ways.',
    reading: 'As the demo client does.',
    tolerance: 'What happens is reported.',
  },
  {
    id: 'E-47',
    issue: '30053 speaks of a parameter `sign_type` that does not exist.',
    reading: 'None.',
    tolerance: 'What happens is reported.',
  },
  {
    id: 'E-52',
    issue: 'Payouts have four codes for signature and timestamp faults, pay-ins have none.',
    reading: 'Pay-ins answer HTTP 401.',
    tolerance: 'Any non-zero code.',
  },
  {
    id: 'E-55',
    issue: 'Where 30050 ends and 30051 begins is not said.',
    reading: '30050 for a digest that is missing or malformed, 30051 for one that is wrong.',
    tolerance: 'Both, for each of these.',
  },
  {
    id: 'E-57',
    issue: 'That a request overrides the default URL of payout webhooks is said of the batch endpoint only.',
    reading: 'It holds for single payouts too.',
  },
  {
    id: 'E-71',
    issue: 'The digests of the samples in the docs do not follow from the samples.',
    reading: 'They are ignored.',
  },
  {
    id: 'E-80',
    issue: 'P-AUTH speaks of flat parameters, while every payout request is nested.',
    reading: 'As the demo client does.',
  },
  {
    id: 'E-81',
    issue: 'In the text of P-PI-WH an HTML entity has damaged the character before `currency=USD`.',
    reading: 'It is a plain `&`.',
  },
  {
    id: 'E-83',
    issue: 'For 30052 S000 advises to sign again, although the signature does not contain the timestamp.',
    reading: 'The timestamp is not signed, and signing again gives the same digest.',
  },
  {
    id: 'E-84',
    issue: 'The overview of P-AUTH signs with the application id and the secret, its algorithm with the secret only.',
    reading: 'The secret only.',
  },
];
