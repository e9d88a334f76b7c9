import type { AnswerCode } from '../core/violation.js';

/** How answers are written (S003 1.6; S000 and S001). */
export interface Envelope {
  /** The body of a success. */
  success(data: unknown): unknown;
  /** The body of a refusal. */
  failure(answer: AnswerCode, msg: string): unknown;
  /** The HTTP status of a success. */
  readonly successStatus: number;
  readonly contentType: string;
}

/** `msg` is `SUCCESS` on success; `data` is null on failure. */
export const envelope: Envelope = {
  success: (data) => ({ code: 0, msg: 'SUCCESS', data }),
  failure: ({ code }, msg) => ({ code, msg, data: null }),
  successStatus: 200,
  contentType: 'application/json; charset=utf-8',
};
