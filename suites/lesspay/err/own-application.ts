import type { Arbitrary } from 'fast-check';
import { type Check, PreconditionFailed } from '../../../harness/check.js';
import { describeAnswer, type Exchange, type Json } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { PlatformClient } from '../../../harness/lesspay/platform-client.js';
import type { Evidence, ScenarioNeed } from '../../../harness/scenario.js';
import { type OperationName, operations } from '../../../protocols/lesspay/operations.js';
import { controlAccepted, meets, situationsOf } from '../reading/outcomes.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { lookUp } from '../steps/look-up.js';

/** What is done with an application that exists for one exercise only. */
export interface Plan {
  /** The settings that it is made with. */
  readonly made?: Json;
  /** Accepted under these settings. */
  readonly control: { readonly request_id: string };
  /** What the operator changes then; default: nothing. */
  readonly changed?: Json;
  /** Judged under the changed settings. */
  readonly altered: { readonly request_id: string };
  /** What the operator changes before the order is looked for: an application that is off may not even ask. */
  readonly restored?: Json;
}

/** What an exercise with an application of its own shows. */
export interface OwnApplicationEvidence extends Record<string, Evidence[string]> {
  readonly control: Exchange;
  readonly altered: Exchange;
  readonly after: Exchange;
}

/** A rule about what an application is configured for. */
export interface OwnApplication {
  readonly id: string;
  /** Tells several scenarios of one requirement apart. */
  readonly suffix?: string;
  readonly title: string;
  readonly operation: Extract<OperationName, `create${string}`>;
  readonly claimed: (profile: Profile) => boolean;
  readonly given: (profile: Profile, situation: string) => Arbitrary<Plan>;
  /** Default: the situations of the catalogue. */
  readonly cases?: readonly string[];
  /** Besides the right to make applications. */
  readonly needs?: readonly ScenarioNeed[];
  /** Goes on after the judged request, before the order is looked for. */
  readonly goOn?: (actors: Actors, altered: Exchange) => Promise<void>;
  readonly besides?: (evidence: OwnApplicationEvidence) => readonly Check[];
}

/** @throws PreconditionFailed when the control interface does not take the settings */
async function configure({ operator }: Actors, { credentials }: PlatformClient, settings: Json): Promise<void> {
  const exchange = await operator.configure(credentials.appId, settings);
  if (exchange.response?.status === 200) return;
  throw new PreconditionFailed(
    'notConfigured',
    `The control interface did not take the settings ${JSON.stringify(settings)}: ${describeAnswer(exchange)}.`,
  );
}

/** A scenario with an application of its own: the twin is accepted, and the judged request is answered as its settings ask. */
export function ownApplication(definition: OwnApplication): LesspayScenario {
  const { id, title, operation, claimed, needs = [], goOn = async () => {}, besides = () => [] } = definition;
  return scenario<Plan, OwnApplicationEvidence>({
    id: definition.suffix === undefined ? id : `${id}-${definition.suffix}`,
    title,
    needs: ['controlApplications', ...needs],
    cases: definition.cases ?? situationsOf(id),
    claimed,
    weight: 0.6,
    given: definition.given,
    async drive(actors, plan, situation) {
      const client = await actors.operator.createApplication(plan.made ?? {});
      const control = await client.call(operation, actors.fresh(plan.control), intent('control'));
      if (plan.changed !== undefined) await configure(actors, client, plan.changed);
      const message = actors.fresh(plan.altered);
      const altered = await client.call(operation, message, intent('altered', { requirement: id, case: situation }));
      await goOn(actors, altered);
      if (plan.restored !== undefined) await configure(actors, client, plan.restored);
      const { product } = operations[operation];
      return { control, altered, after: await lookUp(actors, product, { request_id: message.request_id }, client) };
    },
    judge: {
      [id]: (evidence, situation) => [
        ...controlAccepted(evidence.control),
        ...meets(id, evidence.altered, situation, { after: evidence.after }),
        ...besides(evidence),
      ],
    },
  });
}
