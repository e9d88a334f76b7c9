/**
 * Who can make a platform answer with a code. `request`: a request alone. `operator`: the platform's staff, or a control
 * interface that configures the application. `faultInjection`: only a failure inside the platform or at its channel.
 * `notTriggerable`: no documented request leads to it.
 */
export type Trigger = 'request' | 'operator' | 'faultInjection' | 'notTriggerable';

/** One row of a product's error table. */
export interface BusinessCode {
  /** The integer in the member `code` of an answer. */
  readonly code: number;
  readonly name: string;
  readonly meaning: string;
  /** What the documents tell the merchant to do. */
  readonly advice: string;
  /** True where the documents allow the same request to be sent again unchanged. */
  readonly retryable: boolean;
  readonly trigger: Trigger;
  /** What provokes the code, or why nothing does. */
  readonly how: string;
  /** Document and section. */
  readonly source: string;
}
