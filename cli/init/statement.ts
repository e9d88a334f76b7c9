import { profileOf } from '../../harness/lesspay/profile.js';
import { operationNames } from '../../protocols/lesspay/operations.js';
import type { Ics, IcsPayin, IcsPayout, IcsSignature } from '../../schemas/config/config.generated.js';

/** An implementation conformance statement in which every claim is spelled out. */
export type FullStatement = Ics & {
  readonly endpoints: NonNullable<Ics['endpoints']>;
  readonly payin: Spelled<IcsPayin>;
  readonly payout: Spelled<IcsPayout>;
  readonly signature: Required<IcsSignature>;
};

/** What nobody has to limit may stay away. */
type Bounded = 'limits' | 'maxDetails';
type Spelled<T> = Required<Omit<T, Bounded>> & Pick<T, Bounded & keyof T>;

/** Where the schema is once the package is installed in the project: editors check the statement against it. */
const SCHEMA = './node_modules/lesspay-conformance/schemas/config/ics.schema.json';

/** The statement that holds where none is given: everything in the documents is claimed. */
export function defaultStatement(): FullStatement {
  const { payin, payout, reading } = profileOf();
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
    signature: { reading },
  };
}
