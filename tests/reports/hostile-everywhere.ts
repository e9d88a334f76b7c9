import { violationsOf } from './schemas.js';

/**
 * A copy of a valid result in which every text, and every name of an open object, is hostile: all of them, wherever they
 * stand, as far as the schema leaves them free. Each replacement differs from every other one.
 *
 * @returns the copy, and how many texts and names were replaced
 */
export function hostileEverywhere<T>(result: T, hostile: string): { result: T; replaced: number } {
  let number = 0;
  let replaced = 0;
  const copy = structuredClone(result);
  const next = (): string => {
    number += 1;
    return `${hostile} ${number}`;
  };
  const keepIfValid = (change: () => void, undo: () => void): void => {
    change();
    if (violationsOf('results', copy).length > 0) undo();
    else replaced += 1;
  };
  const visit = (holder: Record<string, unknown>, name: string): void => {
    const value = holder[name];
    if (typeof value === 'string') {
      keepIfValid(
        () => {
          holder[name] = next();
        },
        () => {
          holder[name] = value;
        },
      );
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const members = value as Record<string, unknown>;
    for (const member of Object.keys(members)) {
      visit(members, member);
      if (Array.isArray(value)) continue;
      const other = next();
      const content = members[member];
      keepIfValid(
        () => {
          delete members[member];
          members[other] = content;
        },
        () => {
          delete members[other];
          members[member] = content;
        },
      );
    }
  };
  visit({ result: copy }, 'result');
  return { result: copy, replaced };
}
