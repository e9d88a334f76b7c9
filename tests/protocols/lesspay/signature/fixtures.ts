import { readFileSync } from 'node:fs';
import type { SignatureReading } from '../../../../protocols/lesspay/signature/readings.js';
import type { SignatureOperation } from '../../../../protocols/lesspay/signature/sign.js';

interface GoldenFile {
  readonly vectors: readonly {
    readonly id: string;
    readonly category: string;
    readonly description: string;
    readonly operation: SignatureOperation;
    readonly secret: string;
    readonly body: string;
    readonly canonical: string | null;
    readonly signature: string;
    readonly portable?: 'yes' | 'arrays' | 'no';
  }[];
  readonly refuse: readonly {
    readonly id: string;
    readonly category: string;
    readonly description: string;
    readonly body: string;
  }[];
  readonly member_order: readonly {
    readonly description: string;
    readonly members: readonly string[];
    readonly order: readonly string[];
  }[];
}

export interface Example {
  readonly id: string;
  readonly operation: SignatureOperation;
  readonly body: string;
  /** The hashed text, secret included. */
  readonly signed?: string;
  readonly signature: string;
}

interface ExamplesFile {
  readonly secret: string;
  readonly vectors: readonly Example[];
  readonly examples: readonly Example[];
  readonly readings: readonly {
    readonly example: string;
    readonly signatures: Readonly<Record<SignatureReading, string>>;
  }[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), 'utf8'));

export const golden = read('lesspay-signature.json') as GoldenFile;
export const worked = read('lesspay-signature-examples.json') as ExamplesFile;

export function exampleBody(id: string): string {
  const example = worked.examples.find((each) => each.id === id);
  if (example === undefined) throw new Error(`No example ${id} in the fixture.`);
  return example.body;
}
