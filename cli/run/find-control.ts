import { askHealth, type ControlHealth } from '../../harness/control.js';
import { isLoopback } from '../../harness/loopback.js';
import type { Transport } from '../../harness/transport.js';
import { CannotTestError } from '../../harness/usage-error.js';
import type { TestingAids } from './testing-aids.js';

/** A control interface that answers. */
export interface FoundControl {
  readonly url: string;
  readonly health: ControlHealth;
}

/** The reference platform keeps its control interface here; a target on this machine is asked for it too. */
const CONTROL_PATH = '/__control';

/** The control interface of the target; null: it has none. @throws CannotTestError when the one that was named does not answer */
export async function findControl(
  { controlUrl, controlOption, lookForControl }: Pick<TestingAids, 'controlUrl' | 'controlOption' | 'lookForControl'>,
  url: string,
  transport: Transport,
): Promise<FoundControl | null> {
  if (controlUrl !== null) {
    const health = await askHealth(controlUrl, transport);
    if (health !== null) return { url: controlUrl, health };
    throw new CannotTestError(
      'NO_CONTROL',
      `GET ${controlUrl}/health does not answer as a control interface does. Check ${controlOption}, or leave it out: transitions are then only observed.`,
    );
  }
  if (!lookForControl || !isLoopback(url)) return null;
  const health = await askHealth(url + CONTROL_PATH, transport);
  return health === null ? null : { url: url + CONTROL_PATH, health };
}
