import type { LesspayScenario } from '../scenario.js';
import { endToEnd } from './end-to-end.js';
import { noAmounts } from './refused.js';
import { amountForms } from './valid.js';

/** Amounts: exact decimal text in major units. */
export const amtScenarios: readonly LesspayScenario[] = [...amountForms, ...noAmounts, ...endToEnd];
