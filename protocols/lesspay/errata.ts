import type { Erratum } from '../requirement.js';
import { authenticationErrata } from './errata/authentication.js';
import { flowErrata } from './errata/flows.js';
import { formatErrata } from './errata/formats.js';
import { nameErrata } from './errata/names.js';
import { transferMethodErrata } from './errata/transfer-methods.js';

/** Where the Lesspay documents contradict themselves or each other, E-01 to E-88, and how that is read. */
export const lesspayErrata: readonly Erratum[] = [
  ...transferMethodErrata,
  ...nameErrata,
  ...formatErrata,
  ...authenticationErrata,
  ...flowErrata,
].sort((a, b) => a.id.localeCompare(b.id, 'en'));

const byId: ReadonlyMap<string, Erratum> = new Map(lesspayErrata.map((erratum) => [erratum.id, erratum]));

/** The erratum with this id, or undefined. */
export function findErratum(id: string): Erratum | undefined {
  return byId.get(id);
}
