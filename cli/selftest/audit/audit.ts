import type { Io } from '../../io.js';
import { auditFlakes, LOADS } from './flakes.js';
import { auditGenerators } from './generators.js';
import { auditSelection } from './selection.js';

const SEEDS = 50;

/** Every so many faults one is judged exhaustively. */
const SELECTION_STEP = 10;

/** A report is read by people: of many lines about the same thing the first ones are enough. */
const MOST_LINES = 50;

/**
 * Looks for what would make the suite unreliable: verdicts that change with the load of the machine or the network, messages that
 * are not what their generator says, scenarios that the self-test leaves out wrongly. Takes long; true when nothing was found.
 */
export async function runAudit(seed: number, io: Io): Promise<boolean> {
  io.note(`generators: ${SEEDS} seeds`);
  const generators = await auditGenerators(seed, SEEDS);
  io.out(
    `Generators, ${generators.seeds} seeds: ${generators.valid} valid messages, ${generators.invalid} invalid by both judges, ${generators.onlyPlatform} that only a platform can refuse, ${generators.open} altered that may be accepted, ${generators.passedOver} passed over; ${generators.disagreements.length} disagreements`,
  );
  list(generators.disagreements, io);

  io.note('selection of scenarios');
  const selection = await auditSelection(seed, SELECTION_STEP);
  io.out(`Selection, ${selection.faults} faults: ${selection.differences.length} differences`);
  list(selection.differences, io);

  const flakes = await auditFlakes({
    firstSeed: seed,
    seeds: SEEDS,
    now: () => io.now(),
    random: () => io.random(),
    onPass: (current, load) => {
      if (load === LOADS.at(-1)) io.note(`flakes: seed ${current} done under ${LOADS.length} loads`);
    },
  });
  io.out(
    `Flakes, ${SEEDS} seeds under ${LOADS.join(', ')}: ${flakes.passes} passes, ${flakes.exchanges} exchanges; ${flakes.differences.length} differences`,
  );
  list(flakes.differences, io);
  return generators.disagreements.length + selection.differences.length + flakes.differences.length === 0;
}

function list(lines: readonly string[], io: Io): void {
  for (const line of lines.slice(0, MOST_LINES)) io.out(`  ${line}`);
  if (lines.length > MOST_LINES) io.out(`  and ${lines.length - MOST_LINES} more`);
}
