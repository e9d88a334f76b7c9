/** The entry for a situation of the catalogue. @throws when there is none: the scenario does not cover its catalogue row, our own mistake */
export function bySituation<T>(table: Readonly<Record<string, T>>, situation: string): T {
  const found = Object.hasOwn(table, situation) ? table[situation] : undefined;
  if (found === undefined) {
    throw new Error(
      `The scenario has nothing for the situation "${situation}"; it knows ${Object.keys(table).join(', ')}.`,
    );
  }
  return found;
}
