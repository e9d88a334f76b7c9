import { LAST_AMOUNT_STEP, minorDigits, unremarkableMinor } from '../../generators/lesspay/amounts.js';
import type { Exchange } from '../../harness/exchange.js';
import type { AmountLimits } from '../../harness/lesspay/profile.js';
import { fromMinorUnits } from '../../protocols/amount.js';
import { seen, supportIn } from './answer.js';
import type { Tell } from './decisions.js';

/** Whole units: each ten times the one before, up to the largest amount that a run draws. */
function ladder(currency: string): readonly string[] {
  const digits = minorDigits(currency);
  const top = unremarkableMinor(currency, LAST_AMOUNT_STEP);
  const units = 10n ** BigInt(digits);
  const steps: bigint[] = [];
  for (let minor = units; minor < top; minor *= 10n) steps.push(minor);
  return [...steps, top].map((minor) => fromMinorUnits(minor, digits));
}

/**
 * Finds between which amounts a currency is taken, as far as a run draws them: the largest of them is tried, and a smaller one
 * each time it is refused; and larger ones than one unit, where one unit was refused. Only what was refused beside what was
 * accepted is claimed as a limit.
 *
 * @param oneUnit what came of an order of one unit
 * @param create creates an order that differs in its amount only
 */
export async function tryAmounts(
  claim: string,
  currency: string,
  oneUnit: Exchange,
  create: (amount: string) => Promise<Exchange>,
  tell: Tell,
): Promise<AmountLimits | null> {
  const [lowest = '1', ...higher] = ladder(currency);
  const answers = new Map<string, Exchange>([[lowest, oneUnit]]);
  const isTaken = async (amount: string): Promise<boolean> => {
    const answer = answers.get(amount) ?? (await create(amount));
    answers.set(amount, answer);
    return supportIn(answer) === 'accepted';
  };
  const first = async (amounts: readonly string[]): Promise<string | null> => {
    for (const amount of amounts) if (await isTaken(amount)) return amount;
    return null;
  };
  const min = (await isTaken(lowest)) ? lowest : await first(higher);
  if (min === null) return null;
  const max = await first([...higher.slice(higher.indexOf(min) + 1)].reverse());
  const top = higher.at(-1);
  const found: AmountLimits = {
    ...(min === lowest ? {} : { min }),
    ...(max === top || min === top ? {} : { max: max ?? min }),
  };
  if (Object.keys(found).length === 0) {
    tell(`${claim} ${currency}: none between ${lowest} and ${top ?? lowest}.`);
    return null;
  }
  for (const [bound, value] of Object.entries(found)) {
    const steps = [lowest, ...higher];
    const neighbour = steps[steps.indexOf(value) + (bound === 'min' ? -1 : 1)] ?? lowest;
    const refusal = answers.get(neighbour);
    tell(
      `${claim} ${currency}: ${bound} ${value}, the nearest that was tried and accepted${refusal === undefined ? '' : `; ${neighbour}: ${seen(refusal)}`}`,
    );
  }
  return found;
}
