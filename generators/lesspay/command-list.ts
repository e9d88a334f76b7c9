import * as fc from 'fast-check';
import { fewerElements } from '../fewer-elements.js';
import { GeneratorError } from '../generator-error.js';

/** A create: which id it carries and which of that id's contents, as numbers of slots that the driver fills. */
export type PlannedSend = { readonly idSlot: number; readonly contentSlot: number };

/**
 * One command of a history. `create` is the first with its id; `repeat` has the content of that first one, `conflict` another.
 * The creates of `together` are sent at the same moment. `query` asks for one order, `list` for all of the hour. `settle` has the
 * operator move an order to a status.
 */
export type Command =
  | ({ readonly kind: 'create' | 'repeat' | 'conflict' } & PlannedSend)
  | { readonly kind: 'together'; readonly creates: readonly PlannedSend[] }
  | { readonly kind: 'query'; readonly idSlot: number; readonly by: 'request_id' | 'pay_order_id' | 'both' }
  | { readonly kind: 'list'; readonly pageSize: number }
  | { readonly kind: 'settle'; readonly idSlot: number; readonly to: string };

/** What a history may consist of. */
export interface CommandListOptions {
  /** How many ids there are. */
  readonly ids: number;
  /** How many contents each id has. */
  readonly contents: number;
  /** The number of commands of the long histories; default 60. Most histories are short. */
  readonly longest?: number;
  /** True: with commands that list orders. Default false. */
  readonly listings?: boolean;
  /** The statuses that the operator may move an order to. Default: none, no command moves one. */
  readonly settleTo?: readonly string[];
  /** Creates before and after what is drawn; they do not shrink. */
  readonly opening?: readonly PlannedSend[];
  readonly closing?: readonly PlannedSend[];
}

/** Most histories are at most this long: enough for every pair of commands, and a run with few exercises stays quick. */
const SHORT = 8;
const LONG = 60;

/** Of eight histories this many are short. */
const SHORT_OF_EIGHT = 7;

const MOST_TOGETHER = 6;

const PAGE_SIZES = [20, 1, 1000] as const;

/**
 * Draws a list of commands as plain data, which shrinks to the fewest and simplest commands. There is at least one create, and no id is
 * settled before its first create. Ids, and the contents of each id, are numbered from 0 in the order of their first use. Throws
 * `GeneratorError` (`badOption`) without any id or content.
 */
export function commandList(options: CommandListOptions): fc.Arbitrary<readonly Command[]> {
  const { ids, contents, longest = LONG, listings = false, settleTo = [], opening = [], closing = [] } = options;
  if (![ids, contents, longest].every((count) => Number.isInteger(count) && count >= 1)) {
    throw new GeneratorError(
      'badOption',
      `A history needs an id, a content and a command; asked for ${ids} ids, ${contents} contents and up to ${longest} commands.`,
    );
  }
  const idSlot = fc.nat({ max: ids - 1 });
  const planned: fc.Arbitrary<PlannedSend> = fc.record({ idSlot, contentSlot: fc.nat({ max: contents - 1 }) });
  const command = fc.oneof<fc.WeightedArbitrary<Command>[]>(
    { weight: 6, arbitrary: planned.map(create) },
    {
      weight: 2,
      arbitrary: fc.array(planned, { minLength: 2, maxLength: MOST_TOGETHER }).map(together),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('query'),
        idSlot,
        by: fc.constantFrom('request_id', 'pay_order_id', 'both'),
      }),
    },
    ...(listings
      ? [
          {
            weight: 1,
            arbitrary: fc.constantFrom(...PAGE_SIZES).map((pageSize) => ({ kind: 'list' as const, pageSize })),
          },
        ]
      : []),
    ...(settleTo.length === 0
      ? []
      : [
          {
            weight: 4,
            arbitrary: fc.record({ kind: fc.constant('settle'), idSlot, to: fc.constantFrom(...settleTo) }),
          },
        ]),
  );
  const least = opening.length + closing.length > 0 ? 0 : 1;
  // Without the bias towards small values, which would keep the first hundred histories short.
  const upTo = (most: number) =>
    fc.noBias(fc.array(command, { minLength: least, maxLength: Math.max(least, most), size: 'max' }));
  const drawn = fc.oneof(
    { weight: SHORT_OF_EIGHT, arbitrary: upTo(Math.min(SHORT, longest)) },
    { weight: 8 - SHORT_OF_EIGHT, arbitrary: upTo(longest) },
  );
  return fewerElements(drawn, { least: 0, simpler }).map((list) =>
    inOrder([...opening.map(create), ...list, ...closing.map(create)]),
  );
}

const create = (planned: PlannedSend): Command => ({ kind: 'create', ...planned });
const together = (creates: readonly PlannedSend[]): Command => ({ kind: 'together', creates });

/** What a command may be replaced by: creates at the same moment by one after the other or by fewer, slots by the first. */
function simpler(command: Command): readonly (readonly Command[])[] {
  switch (command.kind) {
    case 'together': {
      const { creates } = command;
      const fewer = creates.length === 2 ? [] : creates.map((_, left) => creates.filter((_, index) => index !== left));
      const alike = creates.flatMap((planned, index) =>
        simplerSends(planned).map((other) => creates.map((each, place) => (place === index ? other : each))),
      );
      return [creates.map(create), ...[...fewer, ...alike].map((others) => [together(others)])];
    }
    case 'query':
      return [
        ...(command.idSlot === 0 ? [] : [[{ ...command, idSlot: 0 }]]),
        ...(command.by === 'request_id' ? [] : [[{ ...command, by: 'request_id' as const }]]),
      ];
    case 'settle':
      return command.idSlot === 0 ? [] : [[{ ...command, idSlot: 0 }]];
    case 'list':
      return [];
    default:
      return simplerSends(command).map((planned) => [create(planned)]);
  }
}

function simplerSends({ idSlot, contentSlot }: PlannedSend): readonly PlannedSend[] {
  return [
    ...(idSlot === 0 ? [] : [{ idSlot: 0, contentSlot }]),
    ...(contentSlot === 0 ? [] : [{ idSlot, contentSlot: 0 }]),
  ];
}

/** The ids and contents in use so far, each at the place of its number. */
class Numbering {
  readonly #ids: number[] = [];
  readonly #contents: number[][] = [];

  id(idSlot: number): number {
    return placeIn(this.#ids, idSlot);
  }

  /** Also says whether the id had no create before. */
  create({ idSlot, contentSlot }: PlannedSend): { readonly planned: PlannedSend; readonly isFirst: boolean } {
    const id = this.id(idSlot);
    const known = this.#contents[id] ?? [];
    this.#contents[id] = known;
    const isFirst = known.length === 0;
    return { planned: { idSlot: id, contentSlot: placeIn(known, contentSlot) }, isFirst };
  }

  hasCreate(idSlot: number): boolean {
    return this.#ids.includes(idSlot) && (this.#contents[this.id(idSlot)] ?? []).length > 0;
  }
}

function placeIn(known: number[], value: number): number {
  const place = known.indexOf(value);
  return place >= 0 ? place : known.push(value) - 1;
}

/**
 * The list as it can be carried out. The numbers follow the first use, so that a smaller list never depends on which of the slots
 * happened to be drawn.
 */
function inOrder(drawn: readonly Command[]): readonly Command[] {
  const numbers = new Numbering();
  const creates = drawn.some(({ kind }) => kind === 'create' || kind === 'together');
  const list = creates ? drawn : [create({ idSlot: 0, contentSlot: 0 }), ...drawn];
  return list.map((command) => numbered(command, numbers)).filter((command) => command !== null);
}

/** Null for a settle of an id that has no order yet. */
function numbered(command: Command, numbers: Numbering): Command | null {
  switch (command.kind) {
    case 'create':
    case 'repeat':
    case 'conflict': {
      const { planned, isFirst } = numbers.create(command);
      // The first content of an id has the number 0.
      return { kind: isFirst ? 'create' : planned.contentSlot === 0 ? 'repeat' : 'conflict', ...planned };
    }
    case 'together':
      return { ...command, creates: command.creates.map((each) => numbers.create(each).planned) };
    case 'settle':
      return numbers.hasCreate(command.idSlot) ? { ...command, idSlot: numbers.id(command.idSlot) } : null;
    case 'query':
      return { ...command, idSlot: numbers.id(command.idSlot) };
    case 'list':
      return command;
  }
}

/** A command in a few words, for whoever reads the evidence: `repeat id 0 with content 0`. */
export function commandInWords(command: Command): string {
  switch (command.kind) {
    case 'together':
      return `together ${command.creates.map(({ idSlot, contentSlot }) => `id ${idSlot} with content ${contentSlot}`).join(', ')}`;
    case 'query':
      return `query id ${command.idSlot} by ${command.by}`;
    case 'list':
      return `list ${command.pageSize}`;
    case 'settle':
      return `settle id ${command.idSlot} to ${command.to}`;
    default:
      return `${command.kind} id ${command.idSlot} with content ${command.contentSlot}`;
  }
}
