import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Command,
  type CommandListOptions,
  commandInWords,
  commandList,
  type PlannedSend,
} from '../../../generators/lesspay/command-list.js';

const all: CommandListOptions = { ids: 3, contents: 2, listings: true, settleTo: ['SUCCEED', 'FAILED'] };
const lists = commandList(all);

const sendsOf = (command: Command): readonly PlannedSend[] => {
  switch (command.kind) {
    case 'together':
      return command.creates;
    case 'create':
    case 'repeat':
    case 'conflict':
      return [command];
    default:
      return [];
  }
};

/** The smallest list for which `wanted` holds. */
const smallest = (wanted: (list: readonly Command[]) => boolean, options: CommandListOptions = all, seed = 1) =>
  fc
    .check(
      fc.property(commandList(options), (list) => !wanted(list)),
      { seed, numRuns: 1000 },
    )
    .counterexample?.[0].map(commandInWords);

describe('commandList', () => {
  test('is plain data that survives JSON', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(JSON.parse(JSON.stringify(list))).toEqual(list);
      }),
      { seed: 1 },
    );
  });

  test('kinds say what a create is to those before, and slots are numbered by first use', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const contents = new Map<number, Set<number>>();
        const used: number[] = [];
        expect(list.flatMap(sendsOf).length).toBeGreaterThan(0);
        for (const command of list) {
          if (command.kind === 'settle') expect(contents.has(command.idSlot)).toBe(true);
          for (const { idSlot, contentSlot } of sendsOf(command)) {
            const known = contents.get(idSlot);
            if (command.kind !== 'together') {
              expect(command.kind).toBe(known === undefined ? 'create' : contentSlot === 0 ? 'repeat' : 'conflict');
            }
            expect(contentSlot).toBeLessThanOrEqual(known?.size ?? 0);
            contents.set(idSlot, new Set([...(known ?? []), contentSlot]));
          }
          const slots = 'idSlot' in command ? [command.idSlot] : sendsOf(command).map(({ idSlot }) => idSlot);
          for (const slot of slots) {
            if (!used.includes(slot)) used.push(slot);
          }
        }
        expect(used).toEqual(used.map((_, index) => index));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('there are listings and settles only where they are asked for', () => {
    const kinds = (options: CommandListOptions) =>
      [
        ...new Set(
          fc
            .sample(commandList(options), { seed: 1, numRuns: 200 })
            .flat()
            .map(({ kind }) => kind),
        ),
      ].sort();
    expect(kinds(all)).toEqual(['conflict', 'create', 'list', 'query', 'repeat', 'settle', 'together']);
    expect(kinds({ ids: 3, contents: 2 })).toEqual(['conflict', 'create', 'query', 'repeat', 'together']);
    expect(kinds({ ids: 1, contents: 1 })).toEqual(['create', 'query', 'repeat', 'together']);
  });

  test('opening and closing stay, whatever is left out between them', () => {
    const framed: CommandListOptions = {
      ...all,
      opening: [{ idSlot: 0, contentSlot: 0 }],
      closing: [{ idSlot: 0, contentSlot: 1 }],
    };
    for (const list of fc.sample(commandList(framed), { seed: 1, numRuns: 100 })) {
      expect(list[0]).toEqual({ kind: 'create', idSlot: 0, contentSlot: 0 });
      expect(list.at(-1)).toEqual({ kind: 'conflict', idSlot: 0, contentSlot: 1 });
    }
    expect(smallest(() => true, framed)).toEqual(['create id 0 with content 0', 'conflict id 0 with content 1']);
  });

  test.each([1, 2, 3])('shrinks to the commands that matter (seed %i)', (seed) => {
    const has = (kind: Command['kind']) => (list: readonly Command[]) => list.some((command) => command.kind === kind);
    expect(smallest(() => true, all, seed)).toEqual(['create id 0 with content 0']);
    expect(smallest(has('repeat'), all, seed)).toEqual(['create id 0 with content 0', 'repeat id 0 with content 0']);
    expect(smallest(has('conflict'), all, seed)).toEqual([
      'create id 0 with content 0',
      'conflict id 0 with content 1',
    ]);
    expect(smallest(has('together'), all, seed)).toEqual(['together id 0 with content 0, id 0 with content 0']);
    expect(smallest(has('query'), all, seed)).toEqual(['create id 0 with content 0', 'query id 0 by request_id']);
    expect(smallest(has('list'), all, seed)?.map((words) => words.replace(/\d+$/, 'n'))).toEqual([
      'create id 0 with content n',
      'list n',
    ]);
    expect(smallest(has('settle'), all, seed)?.map((words) => words.replace(/to .*/, 'to …'))).toEqual([
      'create id 0 with content 0',
      'settle id 0 to …',
    ]);
  });

  test('one in eight may be long', () => {
    const lengths = fc.sample(lists, { seed: 1, numRuns: 400 }).map(({ length }) => length);
    expect(Math.max(...lengths)).toBeGreaterThan(45);
    expect(lengths.filter((length) => length <= 8).length).toBeGreaterThan(300);
    const short = fc.sample(commandList({ ...all, longest: 4 }), { seed: 1, numRuns: 200 });
    expect(Math.max(...short.map(({ length }) => length))).toBeLessThanOrEqual(5);
  });

  test('a seed keeps its lists', () => {
    const values = fc.sample(lists, { seed: 42, numRuns: 3 });
    const digest = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
    expect(digest).toBe('16eef9478a17c175');
  });

  test.each<Partial<CommandListOptions>>([{ ids: 0 }, { contents: 0 }, { longest: 0 }, { ids: 1.5 }])(
    'refuses %j',
    (wrong) => {
      expect(() => commandList({ ...all, ...wrong })).toThrow(
        expect.objectContaining({ name: 'GeneratorError', code: 'badOption' }),
      );
    },
  );
});
