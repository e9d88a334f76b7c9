import { profileOf } from '../../harness/lesspay/profile.js';
import { operationNames } from '../../protocols/lesspay/operations.js';
import type { Ics } from '../../schemas/config/config.generated.js';

/** An implementation conformance statement in which every claim is spelled out. */
export type FullStatement = Ics & {
  readonly endpoints: NonNullable<Ics['endpoints']>;
  readonly payin: Required<NonNullable<Ics['payin']>>;
  readonly payout: Required<NonNullable<Ics['payout']>>;
};

/** Where the schema is once the package is installed in the project: editors check the statement against it. */
const SCHEMA = './node_modules/lesspay-conformance/schemas/config/ics.schema.json';

/** The statement that holds where none is given: everything in the documents is claimed. */
export function defaultStatement(): FullStatement {
  const { payin, payout } = profileOf();
  return {
    $schema: SCHEMA,
    schemaVersion: 1,
    protocol: 'lesspay',
    endpoints: Object.fromEntries(operationNames.map((name) => [name, true])),
    payin: {
      currencies: [...payin.currencies],
      wayCodes: [...payin.wayCodes],
      cardModes: [...payin.cardModes],
    },
    payout: {
      currencies: [...payout.currencies],
      wayCode: payout.wayCode,
      destinations: [...payout.destinations],
    },
  };
}
