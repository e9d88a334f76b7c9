import * as fc from 'fast-check';
import { type Change, setTo, twin } from '../../../generators/lesspay/twin.js';
import type { Exchange } from '../../../harness/exchange.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
import type {
  CreatePayinRequest,
  CreatePayoutBatchRequest,
  CreatePayoutRequest,
} from '../../../schemas/lesspay/messages.generated.js';
import { meets } from '../reading/outcomes.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { refusal } from '../steps/refusal.js';

/** A create message, as far as its URLs are concerned. */
interface WithUrl {
  readonly notify_url?: string | null;
}

interface Creator<M extends WithUrl> {
  readonly suffix: string;
  readonly operation: OperationName;
  /** The word that the catalogue's situations begin with. */
  readonly word: 'pay-in' | 'payout';
  readonly claimed: (profile: Profile) => boolean;
  readonly draw: (profile: Profile) => fc.Arbitrary<M>;
  readonly urls: readonly string[];
}

const payins: Creator<CreatePayinRequest> = {
  suffix: 'payin',
  operation: 'createPayin',
  word: 'pay-in',
  claimed: claimsPayin,
  draw: (profile) => claimedPayin(profile),
  urls: ['notify_url', 'success_url', 'fail_url'],
};

const payouts: Creator<CreatePayoutRequest> = {
  suffix: 'payout',
  operation: 'createPayout',
  word: 'payout',
  claimed: claimsBankPayout,
  draw: claimedBankPayout,
  urls: ['notify_url'],
};

const batches: Creator<CreatePayoutBatchRequest> = {
  suffix: 'batch',
  operation: 'createPayoutBatch',
  word: 'payout',
  claimed: (profile) => claimsBatch(profile),
  draw: (profile) => claimedBatch(profile),
  urls: ['notify_url'],
};

/** Texts that are no http or https URL, by what the catalogue's situations end with. */
const wrongUrls: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'ftp URL': fc.constantFrom('ftp://x', 'ftp://files.example.com/hooks'),
  'not a URL': fc.constantFrom('not a url', 'shop.example.com/hooks'),
};

const wrongUrl = (name: string, situation: string): Change =>
  setTo(name, bySituation(wrongUrls, situation.replace(/^.*, /, '')));

/** One scenario for each URL of the message: a platform may well check one and not the other. */
const urlRefusals = <M extends WithUrl>({
  suffix,
  operation,
  word,
  claimed,
  draw,
  urls,
}: Creator<M>): LesspayScenario[] =>
  urls.map((name) =>
    refusal<M>({
      id: 'FMT-008',
      suffix: `${suffix}-${name.replace('_', '-')}`,
      title: `A ${word} (${operation}) with a ${name} that is not an http or https URL is refused`,
      operation,
      cases: Object.keys(wrongUrls).map((text) => `${word}, ${text}`),
      claimed,
      weight: 0.4,
      given: (profile, situation) => twin(draw(profile), wrongUrl(name, situation)),
    }),
  );

/** FMT-008: URLs are http or https URLs (S002 2). */
export const urlsThatAreNone: readonly LesspayScenario[] = [
  ...urlRefusals(payins),
  ...urlRefusals(payouts),
  ...urlRefusals(batches),
];

/** A name reserved by RFC 2606: nobody is there, should the target deliver something. */
const PLAIN_HTTP = fc.constantFrom('http://shop.example.com/hooks', 'http://pay.example.org:8080/hooks?from=lesspay');

const httpAccepted = <M extends WithUrl & object>({
  suffix,
  operation,
  word,
  claimed,
  draw,
}: Creator<M>): LesspayScenario =>
  scenario<{ message: M; url: string }, { sent: Exchange }>({
    id: `FMT-009-${suffix}`,
    title: `A ${word} (${operation}) with a plain http notify_url is accepted`,
    claimed,
    weight: 0.3,
    given: (profile) => fc.record({ message: draw(profile), url: PLAIN_HTTP }),
    // Set last: a fresh message has the address of our inbox, which may be https.
    drive: async (actors, { message, url }) => ({
      sent: await actors.platform.call(operation, { ...actors.fresh(message), notify_url: url }),
    }),
    judge: { 'FMT-009': ({ sent }) => meets('FMT-009', sent) },
  });

/** FMT-009: http is as good as https (S002 2; S003). */
export const plainHttpUrls: readonly LesspayScenario[] = [
  httpAccepted(payins),
  httpAccepted(payouts),
  httpAccepted(batches),
];
