import type { Arbitrary } from 'fast-check';
import type { Check } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { type OperationName, operations } from '../../../protocols/lesspay/operations.js';
import { meets, situationsOf } from '../reading/outcomes.js';
import { recorded, succeeded } from '../reading/recorded.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { lookUpIfOffered } from './look-up.js';
import { problemsOf } from './oracle.js';

/** A request that is sent as it is, and judged by its answer alone. */
export interface Acceptance<M extends object> {
  /** The requirement; `suffix` tells several scenarios of one requirement apart. */
  readonly id: string;
  readonly suffix?: string;
  readonly title: string;
  readonly operation: OperationName;
  /** Default: the situations of the catalogue. */
  readonly cases?: readonly string[];
  readonly given: (profile: Profile, situation: string) => Arbitrary<M>;
  readonly claimed?: (profile: Profile) => boolean;
  readonly weight?: number;
  /** `valid` (default): the schema must find nothing wrong, else the scenario itself is wrong. `open`: the documents leave it open. */
  readonly message?: 'valid' | 'open';
  /** What else must hold of the answer. */
  readonly also?: (sent: Exchange, situation: string) => readonly Check[];
  /** True asks for the order in any case, so that its record is seen too. Default: only after a refusal. */
  readonly lookUpAlways?: boolean;
  /** The behaviour is reported, and never fails: for requirements that only report. */
  readonly reportOnly?: boolean;
}

/** A scenario for a request that the catalogue accepts or leaves open: it is sent, and answered as the catalogue accepts. */
export function acceptance<M extends object>(definition: Acceptance<M>): LesspayScenario {
  const { id, operation, message = 'valid', reportOnly = false, lookUpAlways = false } = definition;
  interface AcceptanceEvidence extends Record<string, Evidence[string]> {
    readonly sent: Exchange;
    readonly after: Exchange | null;
  }
  return scenario<M, AcceptanceEvidence>({
    id: definition.suffix === undefined ? id : `${id}-${definition.suffix}`,
    title: definition.title,
    cases: definition.cases ?? situationsOf(id),
    given: definition.given,
    claimed: (profile) => profile.operations.has(operation) && (definition.claimed?.(profile) ?? true),
    ...(definition.weight === undefined ? {} : { weight: definition.weight }),
    async drive(actors, drawn, situation) {
      const problems = message === 'valid' ? problemsOf(operation, drawn) : [];
      if (problems.length > 0) throw new Error(`${id}: the request should be valid but is not: ${problems.join('; ')}`);
      const body = actors.fresh(drawn) as M & { readonly request_id?: unknown };
      const sent = await actors.platform.call(operation, body, intent('probe', { requirement: id, case: situation }));
      const { creates, product } = operations[operation];
      const after =
        creates && (lookUpAlways || !succeeded(sent)) && typeof body.request_id === 'string'
          ? await lookUpIfOffered(actors, product, { request_id: body.request_id })
          : null;
      return { sent, after };
    },
    judge: {
      [id]: ({ sent, after }, situation) =>
        reportOnly
          ? recorded(situation === 'default' ? definition.title : situation, sent)
          : [...meets(id, sent, situation, { after }), ...(definition.also?.(sent, situation) ?? [])],
    },
  });
}
