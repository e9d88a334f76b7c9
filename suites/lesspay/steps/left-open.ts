import type { Arbitrary } from 'fast-check';
import type { Twin } from '../../../generators/lesspay/twin.js';
import { noVerdictFrom } from '../../../harness/answers.js';
import { remarked } from '../../../harness/check.js';
import { describeAnswer, type Exchange, envelopeOf } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { type OperationName, operations } from '../../../protocols/lesspay/operations.js';
import { requirement } from '../../../protocols/lesspay/requirements/index.js';
import { controlAccepted, meets, situationsOf } from '../reading/outcomes.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { lookUpIfOffered } from './look-up.js';
import { mutationArrived } from './refusal.js';

/** A request that the documents neither allow nor forbid, beside its twin that must be accepted. */
export interface LeftOpen<M extends object> {
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
}

/** The accepted twin, the altered request, and for creates a query for the altered one's `request_id`. */
interface LeftOpenEvidence extends Record<string, Evidence[string]> {
  readonly control: Exchange;
  readonly altered: Exchange;
  readonly after: Exchange | null;
}

/** What came of a request that the documents leave open, short enough that equal outcomes read equally: `refused with code 30000`. */
export function outcomeInWords(exchange: Exchange): string {
  const envelope = envelopeOf(exchange);
  if (envelope === null) return describeAnswer(exchange);
  return envelope.code === 0 ? 'accepted' : `refused with code ${envelope.code}`;
}

/**
 * A scenario that records how a request is answered which the documents leave open. A requirement of level `info` is never
 * violated by the answer; one of another level is, by an answer that the catalogue does not accept.
 */
export function leftOpen<M extends object>(definition: LeftOpen<M>): LesspayScenario {
  const { id, operation } = definition;
  const binding = requirement(id).level !== 'info';
  return scenario<Twin<M>, LeftOpenEvidence>({
    id: definition.suffix === undefined ? id : `${id}-${definition.suffix}`,
    title: definition.title,
    cases: definition.cases ?? situationsOf(id),
    given: definition.given,
    claimed: (profile) => profile.operations.has(operation) && (definition.claimed?.(profile) ?? true),
    ...(definition.weight === undefined ? {} : { weight: definition.weight }),
    async drive(actors, twin, situation) {
      const { element, mutation } = twin;
      const message = actors.fresh(twin.altered) as M & { readonly request_id?: unknown };
      const control = await actors.platform.call(operation, actors.fresh(twin.control), intent('control'));
      const altered = await actors.platform.call(
        operation,
        message,
        intent('altered', { requirement: id, case: situation, element, mutation }),
      );
      const { creates, product } = operations[operation];
      const requestId = message.request_id;
      const after =
        creates && typeof requestId === 'string'
          ? await lookUpIfOffered(actors, product, { request_id: requestId })
          : null;
      return { control, altered, after };
    },
    judge: {
      [id]: (found, situation) => [
        ...controlAccepted(found.control),
        mutationArrived(found.control, found.altered),
        ...(binding ? meets(id, found.altered, situation, { after: found.after }) : []),
        noVerdictFrom(found.altered) ?? remarked(`recorded: ${outcomeInWords(found.altered)}`, found.altered),
      ],
    },
  });
}
