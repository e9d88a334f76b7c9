import * as fc from 'fast-check';
import { type Check, unmet } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { SendOptions } from '../../../harness/lesspay/platform-client.js';
import type { Evidence, ScenarioNeed } from '../../../harness/scenario.js';
import { type OperationName, operations } from '../../../protocols/lesspay/operations.js';
import { controlAccepted, meets, noOrder, situationsOf } from '../reading/outcomes.js';
import { recorded, succeeded } from '../reading/recorded.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { lookUpIfOffered } from './look-up.js';
import { mutationArrived } from './refusal.js';
import { offers, prepare, type ValidCall, validCallOf } from './valid-call.js';

/** What a scenario may draw on to send a call in another way. */
export interface Sending {
  readonly actors: Actors;
  readonly operation: OperationName;
  /** The valid body, fresh. */
  readonly body: object;
  readonly situation: string;
  /** 64 upper-case hexadecimal digits that are nobody's digest. */
  readonly digest: string;
  /** A natural number, for choices. */
  readonly pick: number;
}

/** In what the call differs from its twin. */
export interface Difference {
  readonly options: SendOptions;
  /** What is different: a header's name, or the JSON pointer of a member. */
  readonly element: string;
  readonly mutation: string;
}

/** A valid call, beside the same call that is sent in another way. */
export interface SentDifferently {
  /** The requirement; `suffix` tells several scenarios of one requirement apart. */
  readonly id: string;
  readonly suffix?: string;
  readonly title: string;
  /** Each exercise is about one of these, as far as they are claimed. */
  readonly operations: readonly OperationName[];
  /** Default: the situations of the catalogue. */
  readonly cases?: readonly string[];
  /** The catalogue's situation. Default: the scenario's own. */
  readonly catalogued?: (situation: string) => string;
  /** Default: any valid call of the operations. */
  readonly calls?: (profile: Profile) => fc.Arbitrary<ValidCall>;
  readonly claimed?: (profile: Profile) => boolean;
  readonly needs?: readonly ScenarioNeed[];
  readonly weight?: number;
  readonly differently: (sending: Sending) => Difference;
  /** True when the body itself is another one: then the bodies of the twins are not compared. */
  readonly otherBody?: boolean;
  /** True sends a wrong digest too, for outcomes that are told apart from the answer to it. */
  readonly tellApart?: boolean;
  /** The behaviour is reported, and never fails: for requirements that only report. */
  readonly reportOnly?: boolean;
  /** True where the outcome hangs on the target's clock: what is not as it should be is inconclusive where that is not known. */
  readonly clocked?: boolean;
  /** Further requirements that a refusal of the call shows to hold when it left no order behind. */
  readonly leavesNothing?: string;
}

interface Drawn {
  readonly call: ValidCall;
  readonly digest: string;
  readonly pick: number;
}

interface DifferentEvidence extends Record<string, Evidence[string]> {
  readonly control: Exchange;
  readonly wrongSignature: Exchange | null;
  readonly varied: Exchange;
  readonly after: Exchange | null;
  /** How well the target's clock is known, milliseconds; null: not at all. */
  readonly clockErrorMs: number | null;
}

/** 64 upper-case hexadecimal digits. */
export const wrongDigest: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEF'),
  minLength: 64,
  maxLength: 64,
});

function unlessClockIsKnown(check: Check): Check {
  return check.kind === 'violated'
    ? unmet(
        'clockUnknown',
        `Expected ${check.expected}; received ${check.received}. But the target's clock is not known (it sends no Date header), and may itself be off.`,
      )
    : check;
}

/** A scenario for a call that is sent in another way: the twin is accepted, the other is answered as the catalogue accepts. */
export function sentDifferently(definition: SentDifferently): LesspayScenario {
  const { id, title, otherBody = false, tellApart = false, reportOnly = false, clocked = false } = definition;
  const { leavesNothing } = definition;
  const { catalogued = (situation: string) => situation } = definition;
  const first = ({ control }: DifferentEvidence): Check[] => controlAccepted(control);
  const arrived = ({ control, varied }: DifferentEvidence): Check[] =>
    otherBody ? [] : [mutationArrived(control, varied)];
  const nothingLeft = (evidence: DifferentEvidence): Check[] => {
    if (succeeded(evidence.varied)) return [unmet('notRefused', 'The call was not refused at all.')];
    return evidence.after === null
      ? [unmet('nothingToLookUp', 'The call creates nothing.')]
      : [...first(evidence), noOrder(evidence.after)];
  };
  return scenario<Drawn, DifferentEvidence>({
    id: definition.suffix === undefined ? id : `${id}-${definition.suffix}`,
    title,
    cases: definition.cases ?? situationsOf(id),
    claimed: (profile) =>
      definition.operations.some((operation) => offers(profile, operation)) && (definition.claimed?.(profile) ?? true),
    ...(definition.needs === undefined ? {} : { needs: definition.needs }),
    ...(definition.weight === undefined ? {} : { weight: definition.weight }),
    given: (profile) =>
      fc.record({
        call: definition.calls?.(profile) ?? validCallOf(profile, definition.operations),
        digest: wrongDigest,
        pick: fc.nat({ max: 999 }),
      }),
    async drive(actors, { call, digest, pick }, situation) {
      const { operation } = call;
      const { creates, product } = operations[operation];
      const next = await prepare(actors, call);
      const twin = next();
      const control = await actors.platform.call(operation, twin, intent('control'));
      const wrongSignature = tellApart
        ? await actors.platform.call(operation, next(), { signature: digest, ...intent('probe') })
        : null;
      const body = creates ? next() : twin;
      const { options, element, mutation } = definition.differently({
        actors,
        operation,
        body,
        situation,
        digest,
        pick,
      });
      const varied = await actors.platform.call(operation, body, {
        ...options,
        ...intent('altered', { requirement: id, case: situation, element, mutation }),
      });
      const requestId = (body as { readonly request_id?: string }).request_id;
      const after =
        creates && requestId !== undefined && !succeeded(varied)
          ? await lookUpIfOffered(actors, product, { request_id: requestId })
          : null;
      return { control, wrongSignature, varied, after, clockErrorMs: actors.clockErrorMs };
    },
    judge: {
      [id]: (evidence, situation) => {
        const { varied, after, wrongSignature } = evidence;
        return [
          ...first(evidence),
          ...arrived(evidence),
          ...(reportOnly
            ? [recorded(situation === 'default' ? title : `${title} (${situation})`, varied)]
            : meets(id, varied, catalogued(situation), {
                after,
                ...(wrongSignature === null ? {} : { wrongSignature }),
              })),
        ].map((check) => (clocked && evidence.clockErrorMs === null ? unlessClockIsKnown(check) : check));
      },
      ...(leavesNothing === undefined ? {} : { [leavesNothing]: nothingLeft }),
    },
  });
}
