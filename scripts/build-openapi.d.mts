/** Where the OpenAPI document is written. */
export const openapiFile: string;

/** The exact text of the committed file. */
export function openapiText(): string;
