// Generated from schemas/report/*.schema.json by scripts/generate-types.mjs. Do not edit.

/**
 * One line of evidence.ndjson.gz. The first record is a header, the last a footer; a file without a footer is incomplete. A body of 200 characters or more that comes for the second time is a record of its own, and from then on exchanges name its digest; writer and reader forget the body that was not used for longest when there are more than 2048 of them, or more than 16777216 characters. Secrets, account numbers, names and card data are masked before anything is written.
 */
export type EvidenceRecord =
  EvidenceHeader | ExchangeRecord | BodyRecord | ExerciseRecord | ScenarioRecord | EvidenceFooter;
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'notApplicable' | 'notTested' | 'error';

/**
 * The type of each message by the name of its schema in `schemas/report`.
 */
export interface ReportSchemas {
  acceptance: Acceptance;
  diff: ResultsDiff;
  envelope: DsseEnvelope;
  evidence: EvidenceRecord;
  ledger: LedgerLine;
  manifest: Manifest;
  results: RunResult;
  selftest: SelftestResult;
  shard: ShardFile;
  statement: TestResultStatement;
  verification: Verification;
}
/**
 * acceptance.json: whether a run is accepted by a profile, and why not. It follows from results.json, the profile and the time of evaluation alone.
 */
export interface Acceptance {
  schemaVersion: 1;
  verdict: 'ACCEPTED' | 'REJECTED';
  evaluatedAt: string;
  /**
   * From the implementation conformance statement; null: it names none.
   */
  product: null | AcceptedProduct;
  target: AcceptedTarget;
  suite: AcceptedSuite;
  run: AcceptedRun;
  /**
   * Why it is rejected; empty when it is accepted.
   */
  reasons: AcceptanceReason[];
  /**
   * Ids of requirements of the profile's areas and levels that no test from outside can show: an operator or a review of the code must.
   */
  leftToReview: string[];
  profile: UsedProfile;
}
export interface AcceptedProduct {
  vendor: string;
  name: string;
  version: string;
  contactRole?: string;
  environment?: string;
}
export interface AcceptedTarget {
  url: string;
  fingerprint: string;
  reference: boolean;
}
export interface AcceptedSuite {
  name: string;
  version: string;
}
export interface AcceptedRun {
  seed: number;
  startedAt: string;
  finishedAt: string;
  complete: boolean;
  conformant: boolean;
}
export interface AcceptanceReason {
  code:
    | 'INCOMPLETE'
    | 'SUITE_ERRORS'
    | 'RESTRICTED'
    | 'SHARD'
    | 'REFERENCE_PLATFORM'
    | 'PRODUCT_MISSING'
    | 'AREA_UNKNOWN'
    | 'AREA_NOT_TESTED'
    | 'FAILED'
    | 'INCONCLUSIVE'
    | 'NOT_TESTED'
    | 'NOT_APPLICABLE'
    | 'TOO_MANY_WAIVERS'
    | 'WAIVER_NOT_IN_FORCE'
    | 'BITE_UNKNOWN'
    | 'BITE_TOO_LOW'
    | 'TOO_FEW_EXERCISES'
    | 'TOO_OLD'
    | 'FROM_THE_FUTURE';
  /**
   * What was received, and what was expected.
   */
  message: string;
  /**
   * Ids of those that it is about.
   */
  requirements: string[];
}
/**
 * The whole profile that was used, with every default filled in (schemas/config/acceptance-profile.schema.json).
 */
export interface UsedProfile {
  schemaVersion: 1;
  name: string;
  areas: 'all' | string[];
  levels: {
    MUST: UsedTolerance;
    SHOULD: UsedTolerance;
    MAY: UsedTolerance;
  };
  waivers: {
    atMost: number | null;
  };
  bite: {
    faultsCaught: number;
    variantsClean: number;
  };
  minRuns: number;
  maxAgeDays: number | null;
  requireProduct: boolean;
  allowReference: boolean;
}
export interface UsedTolerance {
  failed: number | null;
  inconclusive: number | null;
  notTested: number | null;
  notApplicable: number | null;
}
/**
 * What `diff --json` prints: in what the results of two runs differ, and whether the later one is worse.
 */
export interface ResultsDiff {
  schemaVersion: 1;
  before: ComparedRun;
  after: ComparedRun;
  /**
   * True when there is at least one worsening. It makes the exit code 1.
   */
  worse: boolean;
  /**
   * Each reason for which the later run is worse.
   */
  worsenings: Worsening[];
  /**
   * In what the runs differ besides what came of them.
   */
  context: ContextChange[];
  /**
   * Members of the conformance statement that differ. A run without a statement has the default claim, in which every member is absent.
   */
  ics: ClaimChange[];
  /**
   * The requirements that differ, in the order of the later run, then those that are gone.
   */
  requirements: RequirementChange[];
  /**
   * Requirements that do not differ.
   */
  unchanged: number;
}
export interface ComparedRun {
  /**
   * Name and version.
   */
  suite: string;
  /**
   * Its URL.
   */
  target: string;
  seed: number;
  startedAt: string;
  complete: boolean;
  conformant: boolean;
  /**
   * In words.
   */
  conclusion: string;
}
export interface Worsening {
  /**
   * mustNewlyFailing: a MUST fails without a waiver, and did not before. mustNoLongerPassed: a MUST passed and now is inconclusive, not tested, not applicable or an error. noLongerComplete: the run ended early or met an error of the suite, and did not before. noLongerConformant: the run was conformant and is not, for no reason named otherwise (waivers).
   */
  code: 'mustNewlyFailing' | 'mustNoLongerPassed' | 'noLongerComplete' | 'noLongerConformant';
  requirement?: string;
  message: string;
}
export interface ContextChange {
  what:
    | 'targetUrl'
    | 'targetFingerprint'
    | 'controlUrl'
    | 'webhooks'
    | 'secondApplication'
    | 'suiteVersion'
    | 'seed'
    | 'runs'
    | 'selection';
  before: string;
  after: string;
}
export interface ClaimChange {
  /**
   * Names from the outside in, with dots between: payin.currencies.
   */
  member: string;
  /**
   * As JSON text; null: absent.
   */
  before: string | null;
  after: string | null;
}
export interface RequirementChange {
  id: string;
  area: string;
  /**
   * That of the later run, where it has the requirement.
   */
  level: 'MUST' | 'SHOULD' | 'MAY' | 'info';
  statement: string;
  /**
   * otherReason: the same verdict for another reason, or another way to fail. otherWaiver: it fails as before, and a waiver came or went. new, gone: only one of the runs knows the requirement.
   */
  kind: 'newlyFailing' | 'newlyPassing' | 'otherVerdict' | 'otherReason' | 'otherWaiver' | 'new' | 'gone';
  worse: boolean;
  before: null | ComparedRequirement;
  after: null | ComparedRequirement;
}
export interface ComparedRequirement {
  verdict: 'pass' | 'fail' | 'inconclusive' | 'notApplicable' | 'notTested' | 'error';
  waived: boolean;
  /**
   * Of a failure: what was expected and received first. Otherwise the reason's code and message.
   */
  reason: string | null;
}
/**
 * statement.dsse.json: a DSSE 1.0 envelope (https://github.com/secure-systems-lab/dsse) around an in-toto Statement.
 */
export interface DsseEnvelope {
  /**
   * Base64 of the UTF-8 bytes of the statement.
   */
  payload: string;
  payloadType: 'application/vnd.in-toto+json';
  signatures: DsseSignature[];
}
export interface DsseSignature {
  /**
   * SHA-256 of the public key (SubjectPublicKeyInfo in DER), lower-case hexadecimal. A hint: it is not signed.
   */
  keyid?: string;
  /**
   * Base64 of the signature over the pre-authentication encoding. Ed25519, or ECDSA P-256 with SHA-256 in DER.
   */
  sig: string;
}
export interface EvidenceHeader {
  type: 'header';
  /**
   * 2: with the records `body` and `scenario`.
   */
  schemaVersion: 1 | 2;
  /**
   * Name and version of the suite that recorded.
   */
  suite: string;
  protocol: string;
  seed: number;
  startedAt: string;
}
export interface ExchangeRecord {
  type: 'exchange';
  exchange: Exchange;
  bodies?: BodyReferences;
}
/**
 * One HTTP request with its answer, or a delivery to us with our answer. Texts are masked and cut at a fixed size.
 */
export interface Exchange {
  id: string;
  /**
   * request: we to the target; delivery: a webhook to our inbox; control: we to the control interface.
   */
  kind: 'request' | 'delivery' | 'control';
  /**
   * The operation's name; for deliveries payinWebhook or payoutWebhook once recognised; null for anything else.
   */
  operation: string | null;
  /**
   * Which application's credentials were used: first, second, or the name of one created for the exercise.
   */
  application: string | null;
  startedAt: string;
  durationMs: number;
  method: string;
  url: string;
  request: RecordedMessage;
  response: RecordedAnswer | null;
  /**
   * Why there is no answer.
   */
  failure: TransportFailure | null;
  facts: ExchangeFacts;
  intent: ExchangeIntent | null;
}
export interface RecordedMessage {
  /**
   * Names in lower case.
   */
  headers: {
    [k: string]: string;
  };
  body: string;
  /**
   * Size on the wire, before masking and cutting.
   */
  bytes: number;
  truncated: boolean;
}
export interface RecordedAnswer {
  status: number;
  headers: {
    [k: string]: string;
  };
  body: string;
  bytes: number;
  truncated: boolean;
}
export interface TransportFailure {
  code: string;
  message: string;
}
/**
 * What can only be established before masking, as plain data, so that the same judge works live and offline.
 */
export interface ExchangeFacts {
  /**
   * Sensitive members whose clear value (9 characters or more) was sent in this exercise and occurs in this answer or delivery.
   */
  clearMembers?: string[];
  /**
   * An application secret occurs in this answer or delivery.
   */
  secretSeen?: boolean;
  signature?: DeliverySignature;
  /**
   * Of a delivery: at the URL that the request named, or at the application's default.
   */
  path?: 'own' | 'default';
  /**
   * Of a request: in what it departs on purpose from what the application's own client sends, as far as its masked record does not show it. appId: another application's id; secret: signed with a made-up secret; signedText: another text was signed than sent, and signedEmptyObject: that text was {}; reading: another reading of the signature's rules; signature: another text than the computed signature, and otherDigest: 64 upper-case hexadecimal digits of which fewer than half are those of the computed one; lowerCaseNames, upperCaseNames: header names in another case than documented.
   */
  departures?: (
    | 'appId'
    | 'secret'
    | 'signedText'
    | 'signedEmptyObject'
    | 'reading'
    | 'signature'
    | 'otherDigest'
    | 'lowerCaseNames'
    | 'upperCaseNames'
  )[];
  /**
   * How many times the request was sent, where it was more than once: after HTTP 429, or after a lost connection where repeating is harmless. Times, request and answer are those of the last attempt.
   */
  attempts?: number;
}
/**
 * Of a delivery: how its signature was verified.
 */
export interface DeliverySignature {
  present: boolean;
  /**
   * 64 upper-case hexadecimal digits.
   */
  wellFormed: boolean;
  /**
   * Every way in which the signature verifies.
   */
  matches: SignatureMatch[];
}
export interface SignatureMatch {
  application: string;
  reading: string;
  operation: string;
}
/**
 * Why the request was sent.
 */
export interface ExchangeIntent {
  /**
   * control: the valid twin; altered: its copy that differs in one element; probe: a question about the state.
   */
  role: 'control' | 'altered' | 'probe';
  requirement?: string;
  case?: string;
  /**
   * JSON pointer of the element that differs from the twin.
   */
  element?: string;
  mutation?: string;
}
/**
 * The digests of the bodies that are stored once: the message's own body is then empty.
 */
export interface BodyReferences {
  /**
   * SHA-256 of the UTF-8 bytes of the stored (masked) text.
   */
  request?: string;
  /**
   * SHA-256 of the UTF-8 bytes of the stored (masked) text.
   */
  response?: string;
}
/**
 * A body that several messages have.
 */
export interface BodyRecord {
  type: 'body';
  /**
   * SHA-256 of the UTF-8 bytes of the stored (masked) text.
   */
  sha256: string;
  text: string;
}
/**
 * One exercise of a scenario: which exchanges it produced under which label, and the plain data that the judge needs besides.
 */
export interface ExerciseRecord {
  type: 'exercise';
  scenario: string;
  case: string | null;
  /**
   * Which generated value of the scenario's seed it was.
   */
  index: number;
  /**
   * run: counts for the verdict; shrink: the search for a smaller counterexample.
   */
  purpose: 'run' | 'shrink';
  /**
   * With shrink: for which requirement it was looked for.
   */
  requirement?: string;
  /**
   * The run was ended before it was through: it counts for nothing.
   */
  cutShort?: true;
  /**
   * The first of its further exchanges: what moved orders, what was asked meanwhile.
   */
  besides?: string[];
  /**
   * Label to what the drive returned under it: an exchange id, a list of them, or plain data.
   */
  steps: {
    [k: string]: {
      exchange?: string;
      exchanges?: string[];
      /**
       * Plain JSON data.
       */
      value?: unknown;
    };
  };
}
/**
 * How a scenario ended: what no exchange shows. It comes after the scenario's exercises.
 */
export interface ScenarioRecord {
  type: 'scenario';
  scenario: string;
  /**
   * How many exercises counted.
   */
  exercises: number;
  /**
   * Why nothing, or not all of it, was exercised; null: all of it was.
   */
  notRun: null | NotRun;
  /**
   * Where time plays a part: what was measured about it before the run.
   */
  timing?: string;
  /**
   * The scenario itself failed.
   */
  error?: string;
}
export interface NotRun {
  code: string;
  message: string;
}
export interface EvidenceFooter {
  type: 'footer';
  exchanges: number;
  exercises: number;
  finishedAt: string;
}
/**
 * One line of ledger.ndjson: an order that the run created, or a new state of one. A line is written as soon as its answer or webhook has arrived, so that the file tells what was created wherever a run ends. Only its last line can be torn.
 */
export interface LedgerLine {
  /**
   * When the request was sent or the webhook arrived.
   */
  at: string;
  /**
   * What showed it. In the first line of an order mostly its create; in later ones a query, another create or a webhook.
   */
  operation: string;
  /**
   * The name of the application that created it, never its id: first, second, or one created for an exercise.
   */
  application: string | null;
  /**
   * The merchant's id, as it was sent.
   */
  request_id: string | null;
  /**
   * The platform's id.
   */
  pay_order_id: string;
  /**
   * As it was sent; of a batch the total.
   */
  amount: string | null;
  /**
   * As it was sent.
   */
  currency: string | null;
  /**
   * The documented name of the status; an undocumented one as it was received; null when none was shown.
   */
  state: string | null;
}
/**
 * manifest.json: the files of one run's report folder with their sums. It is written last: a folder without it is unfinished.
 */
export interface Manifest {
  schemaVersion: 1;
  suite: ManifestSuite;
  protocol: 'lesspay' | 'rebell';
  seed: number;
  startedAt: string;
  finishedAt: string;
  /**
   * Sorted by name; never the manifest itself.
   */
  files: ManifestFile[];
}
export interface ManifestSuite {
  name: string;
  version: string;
}
export interface ManifestFile {
  /**
   * Path inside the folder, with forward slashes.
   */
  name: string;
  /**
   * Of the file's bytes.
   */
  sha256: string;
  bytes: number;
}
/**
 * results.json: the result of one run. Everything that the reports show is in here.
 */
export interface RunResult {
  schemaVersion: 1;
  suite: SuiteIdentity;
  protocol: 'lesspay' | 'rebell';
  /**
   * The role under test.
   */
  role: 'platform' | 'merchant' | 'receiver';
  target: TargetIdentity;
  /**
   * The implementation conformance statement that was used, or null for the default claim.
   */
  ics: {
    [k: string]: unknown;
  } | null;
  seed: number;
  /**
   * Exercises per property.
   */
  runs: number;
  limits?: RunLimits;
  startedAt: string;
  finishedAt: string;
  /**
   * False when the run was interrupted or a limit ended it.
   */
  complete: boolean;
  incompleteReason?: string;
  conformant: boolean;
  exitCode: number;
  selection: Selection;
  preflight: PreflightResult | null;
  summary: Summary;
  requirements: RequirementResult[];
  /**
   * The areas of the requirements, in the order of the catalogue.
   */
  areas?: AreaNote[];
  /**
   * The contradictions and gaps of the documents that requirements of this run name.
   */
  errata?: ErratumNote[];
  waivers: WaiverResult[];
  bite?: BiteScore;
  /**
   * Our own errors. Any entry makes the exit code 4.
   */
  errors: SuiteError[];
}
export interface SuiteIdentity {
  name: string;
  version: string;
}
export interface TargetIdentity {
  url: string;
  /**
   * SHA-256 over the URL and what the target says of itself (Server header, control health), to tell two targets apart. Not a proof of identity.
   */
  fingerprint: string;
  /**
   * True when the run started the reference platform itself.
   */
  reference: boolean;
  controlUrl: string | null;
  /**
   * How webhooks could reach us.
   */
  webhooks: 'loopback' | 'tunnel' | 'none';
  /**
   * Where the second application's credentials came from.
   */
  secondApplication: 'given' | 'created' | 'none';
}
/**
 * Budgets and caps that were in force; null: none. Of a merged run: those of each of its shards.
 */
export interface RunLimits {
  /**
   * Scenarios side by side.
   */
  concurrency: number;
  /**
   * For one exchange.
   */
  timeoutMs: number;
  requestsPerSecond: number | null;
  /**
   * Requests in all.
   */
  maxRequests: number | null;
  /**
   * For the whole run.
   */
  maxDurationMs: number | null;
  /**
   * Orders that the run may create.
   */
  maxOrders: number | null;
  /**
   * Largest amount of one order in its own currency.
   */
  maxAmount: string | null;
  /**
   * False: no payout may be created.
   */
  payouts: boolean;
}
/**
 * What the run was restricted to.
 */
export interface Selection {
  only: string[];
  level: 'must' | 'should' | 'may' | null;
  replay?: string;
  shard?: SelectedShard;
}
/**
 * The run was one part of a divided run; absent in a whole or merged one.
 */
export interface SelectedShard {
  index: number;
  count: number;
}
export interface PreflightResult {
  /**
   * Target clock minus ours, from the Date header; null when there is none.
   */
  clockOffsetMs: number | null;
  /**
   * Half-width of the offset's uncertainty.
   */
  clockErrorMs: number | null;
  latencyMs: Latency;
  /**
   * The longest time for which this process itself could not react while it measured: part of every latency above.
   */
  eventLoopLagMs: number;
}
export interface Latency {
  samples: number;
  median: number;
  p95: number;
  max: number;
}
export interface Summary {
  /**
   * Requirements in force for the role, selected or not.
   */
  requirements: number;
  verdicts: VerdictCounts;
  byLevel: {
    MUST: VerdictCounts;
    SHOULD: VerdictCounts;
    MAY: VerdictCounts;
    info: VerdictCounts;
  };
  /**
   * Requirements that passed with a remark.
   */
  remarks: number;
  waived: number;
  exercises: number;
  exchanges: number;
}
export interface VerdictCounts {
  pass: number;
  fail: number;
  inconclusive: number;
  notApplicable: number;
  notTested: number;
  error: number;
}
export interface RequirementResult {
  id: string;
  level: 'MUST' | 'SHOULD' | 'MAY' | 'info';
  role: 'platform' | 'merchant' | 'receiver';
  area: string;
  statement: string;
  source: string;
  /**
   * What is accepted, by situation.
   */
  accepted?: AcceptedAnswers[];
  /**
   * Ids of the errata that widen what is accepted.
   */
  errata?: string[];
  coverage: 'scenario' | 'observed' | 'needsOperator' | 'codeReview';
  verdict: Verdict;
  reason?: Reason;
  waived?: boolean;
  /**
   * It passed, but no fault has shown that it can fail: not proven to bite.
   */
  unproven?: true;
  /**
   * How often it was judged.
   */
  exercises: number;
  scenarios: string[];
  /**
   * Which cases were reached, and how often.
   */
  classes: {
    [k: string]: number;
  };
  /**
   * What was accepted but is worth knowing, and what info requirements recorded.
   */
  remarks: Remark[];
  findings: Finding[];
}
export interface AcceptedAnswers {
  /**
   * `default` where there is only one.
   */
  situations: string[];
  /**
   * The answers that the documents expect, in words; empty where it is not about an answer's status and code.
   */
  strict: string[];
  /**
   * Further answers, which pass with a remark.
   */
  tolerant: string[];
  /**
   * What must hold besides, or instead.
   */
  besides: string[];
}
/**
 * Why a requirement has no pass or fail verdict, or why it failed, for machines and for people.
 */
export interface Reason {
  code: string;
  message: string;
}
export interface Remark {
  text: string;
  count: number;
  /**
   * The first exchange that showed it.
   */
  exchange?: string;
}
/**
 * A failed requirement with its smallest counterexample, evidence and reproducer.
 */
export interface Finding {
  /**
   * Stable within a results file: requirement id and a number.
   */
  id: string;
  requirement: string;
  /**
   * Scenario id, or `observed` for a requirement judged on all traffic.
   */
  scenario: string;
  title: string;
  case: string | null;
  /**
   * The run's seed.
   */
  seed: number;
  /**
   * The generator's path to the smallest counterexample under the scenario's seed.
   */
  path: string | null;
  /**
   * How many exercises of the scenario (and case) failed.
   */
  failures: number;
  exercises: number;
  shrinks: number;
  /**
   * Whether the same value failed again when it was sent again; null when it was not tried.
   */
  reproduced: boolean | null;
  /**
   * Where time plays a part: what was measured about it before the run.
   */
  timing?: string;
  violations: Violation[];
  /**
   * The one element in which the altered request differs from its accepted twin.
   */
  mutation: null | MutationNote;
  /**
   * The exchanges of the smallest counterexample, in order, under their labels.
   */
  exchanges: LabelledExchange[];
  /**
   * Further exchanges of the same exercise, in order, at most 50: what moved orders, what was asked meanwhile, webhooks that were not judged.
   */
  besides?: Exchange[];
  /**
   * The command that sends just this case again. It holds no secret. Empty for a requirement judged on all traffic.
   */
  replay: string;
  /**
   * One line for a POSIX shell that sends the decisive request again with curl, signed by `lesspay-conformance sign`. Base URL, id and secret come from the environment: LESSPAY_BASE_URL, LESSPAY_APP_ID, LESSPAY_APP_SECRET (of the second application: LESSPAY_SECOND_APP_ID, LESSPAY_SECOND_APP_SECRET). null: it cannot be said in one line; `curlNote` says why.
   */
  curl: string | null;
  /**
   * What to know of the line in `curl`: what in it is made up, what it does not send. Without a line: why there is none.
   */
  curlNote?: string;
}
export interface Violation {
  expected: string;
  received: string;
  /**
   * The exchange that shows it.
   */
  exchange?: string;
}
export interface MutationNote {
  element: string;
  mutation: string;
}
export interface LabelledExchange {
  label: string;
  exchange: Exchange;
}
export interface AreaNote {
  area: string;
  /**
   * What the area is about, in a few words.
   */
  title: string;
  /**
   * Why its requirements matter: what goes wrong where they are broken.
   */
  stakes: string;
}
export interface ErratumNote {
  id: string;
  /**
   * What the documents say, and where they disagree.
   */
  issue: string;
  /**
   * How it is read.
   */
  reading: string;
  /**
   * What a fair test accepts.
   */
  tolerance?: string;
}
export interface WaiverResult {
  requirement: string;
  operation?: string;
  reason: string;
  owner: string;
  ticket?: string;
  expires: string;
  /**
   * stale: the requirement passes now. notEvaluated: the requirement was not part of this run, or the run was one shard and the merge decides.
   */
  state: 'used' | 'unused' | 'stale' | 'expired' | 'notEvaluated';
  /**
   * Position in the waiver file.
   */
  entry: number;
}
/**
 * The score of the suite's own self-test: how many planted defects it caught, and how many conforming platforms it left alone.
 */
export interface BiteScore {
  /**
   * The version of the suite that was tested.
   */
  version: string;
  faults: BiteFaults;
  variants: BiteVariants;
  /**
   * Ids of requirements that no fault has shown to be able to fail.
   */
  unproven: string[];
  /**
   * The score was computed from other faults, variants or scenarios: nothing is proven.
   */
  outOfDate?: true;
  /**
   * Each planted defect with the requirements that it has shown to be able to fail. Absent when the score is out of date.
   */
  matrix?: BiteFault[];
  /**
   * Why a requirement that no fault proves cannot be reached by any, by its id.
   */
  reasons?: {
    [k: string]: string;
  };
}
export interface BiteFaults {
  total: number;
  caught: number;
}
export interface BiteVariants {
  total: number;
  clean: number;
}
export interface BiteFault {
  id: string;
  /**
   * One sentence: what is wrong.
   */
  defect: string;
  area: string;
  layer: 'behaviour' | 'shape' | 'time';
  /**
   * Exactly the listed requirements failed.
   */
  caught: boolean;
  /**
   * Ids of the requirements that must fail, and did.
   */
  proves: string[];
}
export interface SuiteError {
  where: string;
  message: string;
}
/**
 * What selftest --json prints: which planted defects the suite caught, and which conforming platforms it left alone.
 */
export interface SelftestResult {
  schemaVersion: 1;
  suite: SelftestSuite;
  seed: number;
  faults: FaultCounts;
  variants: VariantCounts;
  /**
   * Covered requirements that no fault has shown to be able to fail.
   */
  unproven: string[];
  matrix: (FaultLine | VariantLine)[];
}
export interface SelftestSuite {
  name: string;
  version: string;
}
/**
 * A fault may count under several problems; one that is caught has none.
 */
export interface FaultCounts {
  total: number;
  caught: number;
  /**
   * A requirement that must fail did not.
   */
  survivors: number;
  /**
   * A requirement failed that is not listed.
   */
  overKills: number;
  /**
   * The changed decision was never asked.
   */
  neverExecuted: number;
  /**
   * The platform crashed or did not answer, or a scenario threw.
   */
  broken: number;
}
/**
 * The platform of Annex A, each variant alone, and combinations of variants.
 */
export interface VariantCounts {
  total: number;
  clean: number;
}
export interface FaultLine {
  kind: 'fault';
  id: string;
  /**
   * What is wrong.
   */
  defect: string;
  area: string;
  layer: 'behaviour' | 'shape' | 'time';
  /**
   * The changed decision.
   */
  where: string;
  /**
   * Requirements that must fail.
   */
  must: string[];
  /**
   * Requirements that may fail as a consequence.
   */
  may: string[];
  /**
   * Empty: caught.
   */
  problems: ('survivor' | 'overKill' | 'neverExecuted' | 'broken')[];
  /**
   * Requirements that must fail and did not.
   */
  survivors: string[];
  /**
   * Requirements that failed and are not listed.
   */
  overKills: string[];
  failures: SelftestFailure[];
  /**
   * How often each changed decision was asked.
   */
  hits: {
    [k: string]: number;
  };
  /**
   * Why it is broken.
   */
  message: string | null;
}
/**
 * A requirement that failed, with the first thing that was wrong.
 */
export interface SelftestFailure {
  requirement: string;
  scenario: string;
  case: string | null;
  expected: string;
  received: string;
}
export interface VariantLine {
  kind: 'variant';
  /**
   * annex-a: none; several together are joined by +.
   */
  id: string;
  behaviour: string;
  clean: boolean;
  /**
   * False alarms.
   */
  failures: SelftestFailure[];
  /**
   * Why it is broken.
   */
  message: string | null;
}
/**
 * shard.json: what results.json of one shard does not hold and a merge needs. What is judged on all traffic is not in here: it is judged again on the evidence of all shards.
 */
export interface ShardFile {
  schemaVersion: 1;
  /**
   * As in results.json beside it.
   */
  seed: number;
  /**
   * As in results.json beside it.
   */
  startedAt: string;
  /**
   * The options that every later run against this target needs, for the commands of findings.
   */
  replayOptions: string;
  scenarios: StoredScenario[];
  /**
   * Our own errors outside of scenarios.
   */
  errors: StoredError[];
}
/**
 * What came of one scenario.
 */
export interface StoredScenario {
  scenario: string;
  area: string;
  title: string;
  tallies: StoredTally[];
  exercises: number;
  /**
   * The scenario itself failed.
   */
  error?: string;
}
/**
 * What the exercises of one scenario say about one requirement.
 */
export interface StoredTally {
  requirement: string;
  passed: number;
  failed: number;
  inconclusive: number;
  /**
   * Why it was inconclusive, or not run at all, and how often.
   */
  reasons: StoredReason[];
  remarks: StoredRemark[];
  classes: {
    [k: string]: number;
  };
  scenarios: string[];
  findings: StoredFinding[];
}
export interface StoredReason {
  code: string;
  message: string;
  count: number;
}
export interface StoredRemark {
  text: string;
  count: number;
  exchange?: string;
}
/**
 * A finding of results.json before it has a number and a command.
 */
export interface StoredFinding {
  requirement: string;
  scenario: string;
  title: string;
  case: string | null;
  seed: number;
  path: string | null;
  failures: number;
  exercises: number;
  shrinks: number;
  reproduced: boolean | null;
  timing?: string;
  violations: StoredViolation[];
  mutation: null | StoredMutation;
  exchanges: StoredLabelledExchange[];
  besides?: Exchange[];
}
export interface StoredViolation {
  expected: string;
  received: string;
  exchange?: string;
}
export interface StoredMutation {
  element: string;
  mutation: string;
}
export interface StoredLabelledExchange {
  label: string;
  exchange: Exchange;
}
export interface StoredError {
  where: string;
  message: string;
}
/**
 * The payload of statement.dsse.json: an in-toto Statement v1 with the test-result predicate v0.1 (https://github.com/in-toto/attestation).
 */
export interface TestResultStatement {
  _type: 'https://in-toto.io/Statement/v1';
  /**
   * Every file of the bundle but the envelope itself, sorted by name.
   */
  subject: StatementResource[];
  predicateType: 'https://in-toto.io/attestation/test-result/v0.1';
  predicate: TestResultPredicate;
}
export interface StatementResource {
  name: string;
  digest: StatementDigest;
}
export interface StatementDigest {
  sha256: string;
}
export interface TestResultPredicate {
  /**
   * FAILED: rejected. WARNED: accepted, with failures that a waiver accepts or that are below a MUST, or requirements that passed with a remark. PASSED: accepted without.
   */
  result: 'PASSED' | 'WARNED' | 'FAILED';
  /**
   * The files of the bundle that say what was claimed, waived and asked for.
   */
  configuration: StatementResource[];
  /**
   * Of the job that ran it, where it is known.
   */
  url?: string;
  /**
   * Ids of requirements that passed without a remark.
   */
  passedTests: string[];
  /**
   * Ids of requirements that passed with a remark, failed with a waiver, or failed and are no MUST.
   */
  warnedTests: string[];
  /**
   * Ids of MUST requirements that failed without a waiver.
   */
  failedTests: string[];
}
/**
 * What `verify --json` prints: whether a report folder or an acceptance bundle is as its run wrote it, and whether its evidence, judged again, gives the verdicts that it states.
 */
export interface Verification {
  schemaVersion: 1;
  verifiedBy: VerifiedSuite;
  subject: VerificationSubject;
  /**
   * null: results.json cannot be read.
   */
  run: null | VerifiedRun;
  /**
   * Files of the manifest whose size and digest were compared.
   */
  files: number;
  /**
   * null: it was not read to its end.
   */
  evidence: null | VerifiedEvidence;
  signature: VerifiedSignature;
  /**
   * What acceptance.json states, by the profile in it; null: there is none.
   */
  acceptance: null | VerifiedAcceptance;
  /**
   * What the profile that was given to `verify` says of the results, now; null: none was given.
   */
  byProfile: null | VerifiedAcceptance;
  /**
   * True when there is no problem.
   */
  verified: boolean;
  problems: VerificationProblem[];
  /**
   * How many more there are.
   */
  problemsLeftOut: number;
  /**
   * What to know besides, in sentences.
   */
  notes: string[];
}
export interface VerifiedSuite {
  name: string;
  version: string;
}
export interface VerificationSubject {
  path: string;
  kind: 'folder' | 'bundle';
}
export interface VerifiedRun {
  suite: VerifiedSuite;
  target: string;
  seed: number;
  startedAt: string;
  finishedAt: string;
  /**
   * False: the run was interrupted or a limit ended it.
   */
  complete: boolean;
  /**
   * As results.json states it.
   */
  conformant: boolean;
}
export interface VerifiedEvidence {
  /**
   * In the evidence.
   */
  exchanges: number;
  /**
   * In the evidence, with those of the search for smaller counterexamples.
   */
  exercises: number;
  /**
   * Exercises that were judged again.
   */
  judgedAgain: number;
  /**
   * Requirements whose result was built again and compared.
   */
  requirements: number;
}
export interface VerifiedSignature {
  /**
   * notChecked: it is signed, and no key was given.
   */
  state: 'none' | 'notChecked' | 'valid' | 'invalid';
  /**
   * SHA-256 of the key that was given (its SubjectPublicKeyInfo in DER).
   */
  keyId?: string;
}
export interface VerifiedAcceptance {
  /**
   * Its name.
   */
  profile: string;
  verdict: 'ACCEPTED' | 'REJECTED';
  evaluatedAt: string;
  reasons: string[];
}
export interface VerificationProblem {
  /**
   * file: a file is not as it was written; evidence: the records do not fit together or with the results; judgement: judged again, the evidence says otherwise; version: a difference that another version of the suite explains; signature: of the bundle.
   */
  kind: 'file' | 'evidence' | 'judgement' | 'version' | 'signature';
  code: string;
  /**
   * A file, or a requirement.
   */
  where: string;
  message: string;
  expected?: string;
  received?: string;
}
