import type { LesspayScenario } from '../scenario.js';
import { formatsLeftOpen, numberAsPayoutAmount } from './number-and-case.js';
import { plainHttpUrls, urlsThatAreNone } from './urls.js';

/** Data formats: how amounts, currencies and URLs are written. */
export const fmtScenarios: readonly LesspayScenario[] = [
  numberAsPayoutAmount,
  ...formatsLeftOpen,
  ...urlsThatAreNone,
  ...plainHttpUrls,
];
