/** One step of judging a request. */
export type Step =
  | 'method'
  | 'path'
  | 'headers'
  | 'application'
  | 'timestamp'
  | 'body'
  | 'signature'
  | 'product'
  | 'members'
  | 'requestId'
  | 'rules';

/** The order of the protocol reference, section 9.5; the first violation is answered. */
export const steps: readonly Step[] = [
  'method',
  'path',
  'headers',
  'application',
  'timestamp',
  'body',
  'signature',
  'product',
  'members',
  'requestId',
  'rules',
];
