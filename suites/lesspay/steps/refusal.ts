import type { Arbitrary } from 'fast-check';
import { differingPaths, type Twin } from '../../../generators/lesspay/twin.js';
import { type Check, met, unmet } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { type OperationName, operations } from '../../../protocols/lesspay/operations.js';
import { sentBody } from '../reading/orders.js';
import { controlAccepted, meets, situationsOf } from '../reading/outcomes.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { lookUpIfOffered } from './look-up.js';
import { problemsOf } from './oracle.js';

/** A request that must be refused, beside its twin that must be accepted. */
export interface Refusal<M extends object> {
  /** The requirement; `suffix` tells several scenarios of one requirement apart. */
  readonly id: string;
  readonly suffix?: string;
  readonly title: string;
  readonly operation: OperationName;
  /** Default: the situations of the catalogue. */
  readonly cases?: readonly string[];
  readonly given: (profile: Profile, situation: string) => Arbitrary<Twin<M>>;
  readonly claimed?: (profile: Profile) => boolean;
  readonly weight?: number;
  /**
   * `schema` (default): the schema or a rule between members must find the altered message wrong, else the scenario itself is
   * wrong. `platform`: only the platform can know, for example that a way code is not configured.
   */
  readonly invalidBy?: 'schema' | 'platform';
}

/** Members that every request has fresh, and that therefore always differ between twins. */
const ALWAYS_DIFFERENT = new Set(['/request_id', '/notify_url']);

/**
 * What was sent, as recorded, differs in or below the altered element and nowhere else. Where masking hides the element's value, the
 * two may look equal; they never differ elsewhere.
 */
export function mutationArrived(control: Exchange, altered: Exchange): Check {
  const element = altered.intent?.element ?? '';
  const differing = differingPaths(sentBody(control), sentBody(altered)).filter((path) => !ALWAYS_DIFFERENT.has(path));
  const stray = differing.filter((path) => path !== element && !path.startsWith(`${element}/`));
  return stray.length === 0
    ? met
    : unmet('inertMutation', `The request differs from its twin in ${stray.join(', ')}, not only in ${element}.`);
}

/** A scenario for a refusal: the twin is accepted, the altered request is answered as the catalogue accepts, and creates nothing. */
export function refusal<M extends object>(definition: Refusal<M>): LesspayScenario {
  const { id, operation, invalidBy = 'schema' } = definition;
  interface RefusalEvidence extends Record<string, Evidence[string]> {
    readonly control: Exchange;
    readonly altered: Exchange;
    readonly after: Exchange | null;
  }
  return scenario<Twin<M>, RefusalEvidence>({
    id: definition.suffix === undefined ? id : `${id}-${definition.suffix}`,
    title: definition.title,
    cases: definition.cases ?? situationsOf(id),
    given: definition.given,
    claimed: (profile) => profile.operations.has(operation) && (definition.claimed?.(profile) ?? true),
    ...(definition.weight === undefined ? {} : { weight: definition.weight }),
    async drive(actors, twin, situation) {
      if (invalidBy === 'schema' && problemsOf(operation, twin.altered).length === 0) {
        throw new Error(
          `${id}: the altered request (${twin.element} ${twin.mutation}) is valid by the schema and the message rules.`,
        );
      }
      const altered = actors.fresh(twin.altered) as M & { readonly request_id?: unknown };
      const { element, mutation } = twin;
      const control = await actors.platform.call(operation, actors.fresh(twin.control), intent('control'));
      const refused = await actors.platform.call(
        operation,
        altered,
        intent('altered', { requirement: id, case: situation, element, mutation }),
      );
      const requestId = altered.request_id;
      const { creates, product } = operations[operation];
      const after =
        creates && typeof requestId === 'string' && requestId !== ''
          ? await lookUpIfOffered(actors, product, { request_id: requestId })
          : null;
      return { control, altered: refused, after };
    },
    judge: {
      [id]: ({ control, altered, after }, situation) => [
        ...controlAccepted(control),
        mutationArrived(control, altered),
        ...meets(id, altered, situation, { after }),
      ],
    },
  });
}
