import { UsageError } from '../../harness/usage-error.js';
import type { Tunnel } from '../../harness/webhook-reachability.js';
import type { Ics, IcsTesting } from '../../schemas/config/config.generated.js';
import { nonEmpty, readBaseUrl, readInteger } from '../settings.js';

/** An application's id and secret. */
export interface ApplicationCredentials {
  readonly appId: string;
  readonly appSecret: string;
}

/** The options about what helps to test, as they stand on the command line. */
export interface AidOptions {
  readonly secondAppId?: string;
  readonly secondAppSecret?: string;
  readonly webhookUrl?: string;
  readonly webhookPort?: string;
  readonly controlUrl?: string;
}

/** How webhooks of the target reach us. `byTarget`: over loopback where the target is on this machine, else not at all. */
export type WebhookWay = { readonly publicUrl: string | null; readonly port: number } | 'none' | 'byTarget';

/** What helps to test a platform besides its endpoint and the credentials: from options, else from the statement. */
export interface TestingAids {
  readonly second: ApplicationCredentials | null;
  readonly controlUrl: string | null;
  /** The option or the place of the statement that names it, for messages. */
  readonly controlOption: string;
  /** False: the statement says that there is none, so none is looked for. */
  readonly lookForControl: boolean;
  readonly webhooks: WebhookWay;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the inbox listens when a tunnel leads to it. */
const DEFAULT_WEBHOOK_PORT = 8788;

const SECOND_SECRET = 'LESSPAY_SECOND_APP_SECRET';

/** An application's credentials; null when neither half is given. @throws UsageError when one half is missing */
export function credentialPair(
  id: string | undefined,
  secret: string | undefined,
  names: { readonly id: string; readonly secret: string; readonly idVariable: string; readonly secretVariable: string },
): ApplicationCredentials | null {
  if (id === undefined && secret === undefined) return null;
  if (id === undefined)
    throw new UsageError(
      'APP_ID_MISSING',
      `The application id is missing: give ${names.id}, or set ${names.idVariable}.`,
    );
  if (secret === undefined) {
    throw new UsageError(
      'SECRET_MISSING',
      `The secret of application ${id} is missing: set ${names.secretVariable} (in the environment or in .env), or give ${names.secret}.`,
    );
  }
  return { appId: id, appSecret: secret };
}

/**
 * What helps to test.
 *
 * @param claimed what the statement says of it; left out where the reference platform is tested, which brings everything along
 * @throws UsageError when something is named only by half
 */
export function readTestingAids(options: AidOptions, env: Environment, claimed: Ics['testing'] = {}): TestingAids {
  const claimedControl = claimed.control === undefined || claimed.control === 'none' ? null : claimed.control.url;
  return {
    second: secondOf(options, env, claimed.secondApplication),
    controlUrl:
      options.controlUrl !== undefined
        ? readBaseUrl(options.controlUrl, '--control-url')
        : claimedControl === null
          ? null
          : readBaseUrl(claimedControl, '--ics, /testing/control/url'),
    controlOption: options.controlUrl === undefined ? '--ics, /testing/control/url' : '--control-url',
    lookForControl: claimed.control !== 'none',
    webhooks: webhooksOf(options, claimed.webhooks),
  };
}

function secondOf(
  options: AidOptions,
  env: Environment,
  claimed: IcsTesting['secondApplication'],
): ApplicationCredentials | null {
  const given = nonEmpty(options.secondAppId) ?? nonEmpty(env.LESSPAY_SECOND_APP_ID);
  // The statement's variable holds the secret of the statement's application, and of no other.
  const secretVariable = given === undefined ? (claimed?.secretVariable ?? SECOND_SECRET) : SECOND_SECRET;
  return credentialPair(given ?? claimed?.appId, nonEmpty(options.secondAppSecret) ?? nonEmpty(env[secretVariable]), {
    id: '--second-app-id',
    secret: '--second-app-secret',
    idVariable: 'LESSPAY_SECOND_APP_ID',
    secretVariable,
  });
}

function webhooksOf(options: AidOptions, claimed: IcsTesting['webhooks']): WebhookWay {
  const port =
    options.webhookPort === undefined
      ? null
      : readInteger(options.webhookPort, '--webhook-port', { min: 1, max: 65_535 });
  if (options.webhookUrl !== undefined) {
    return { publicUrl: readBaseUrl(options.webhookUrl, '--webhook-url'), port: port ?? DEFAULT_WEBHOOK_PORT };
  }
  if (typeof claimed === 'object') {
    return {
      publicUrl: readBaseUrl(claimed.url, '--ics, /testing/webhooks/url'),
      port: port ?? claimed.port ?? DEFAULT_WEBHOOK_PORT,
    };
  }
  if (port !== null) {
    throw new UsageError(
      'WEBHOOK_URL_MISSING',
      '--webhook-port is where a tunnel arrives: give its public address with --webhook-url too.',
    );
  }
  if (claimed === 'loopback') return { publicUrl: null, port: 0 };
  return claimed ?? 'byTarget';
}

/** The tunnel that webhooks come through; null when they come another way. */
export function tunnelOf(way: WebhookWay): Tunnel | null {
  if (typeof way !== 'object' || way.publicUrl === null) return null;
  return { publicUrl: way.publicUrl, port: way.port };
}
