/** The text of the generated module of one folder below `schemas`. */
export function typesOf(folder: string): Promise<string>;

/** The folders below `schemas` that hold schemas. */
export function schemaFolders(): string[];

/** Where the types of a folder are written. */
export function typesFileOf(folder: string): string;
