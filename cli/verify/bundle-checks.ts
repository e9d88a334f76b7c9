import type { KeyObject } from 'node:crypto';
import { evaluate } from '../../reports/acceptance/evaluate.js';
import { fullProfile } from '../../reports/acceptance/profile.js';
import { fromBase64, keyIdOf, signaturesBy } from '../../reports/bundle/dsse.js';
import { envelopeText, fileText, statementOf } from '../../reports/bundle/statement.js';
import type { AcceptanceProfile } from '../../schemas/config/config.generated.js';
import type {
  Acceptance,
  DsseEnvelope,
  RunResult,
  TestResultStatement,
  Verification,
} from '../../schemas/report/results.generated.js';
import { validator } from '../../schemas/validator.js';
import { ACCEPTANCE, configurationFiles, ENVELOPE, ICS } from '../bundle/contents.js';
import { MANIFEST, RESULTS } from './files.js';
import type { Problems } from './problems.js';
import { type FileSum, jsonIn, type ReportSource, sumIn } from './source.js';
import type { FurtherChecks } from './verify.js';

type Kind = 'judgement' | 'version';

/** Reads a JSON file of a bundle that must follow a schema. Null, and a problem, when it does not. */
async function readFile(
  source: ReportSource,
  name: string,
  schema: string,
  problems: Problems,
): Promise<{ readonly value: unknown; readonly text: string } | null> {
  const read = await jsonIn(source, name);
  const [problem] = 'wrong' in read ? [] : validator(schema)(read.value);
  if (!('wrong' in read) && problem === undefined) return read;
  problems.add({
    kind: 'file',
    code: 'FILE_INVALID',
    where: name,
    message: `${name} is not what its name says: ${'wrong' in read ? read.wrong : (problem?.message ?? '')}`,
  });
  return null;
}

/** What was claimed and waived must be what the results say. */
async function checkConfiguration(source: ReportSource, result: RunResult, problems: Problems): Promise<void> {
  const expected = configurationFiles(result);
  if (source.files.has(ICS) && !expected.has(ICS)) {
    problems.add({
      kind: 'judgement',
      code: 'CONFIGURATION_DIFFERS',
      where: ICS,
      message: `${ICS} is there, and by ${RESULTS} the run had no statement.`,
    });
  }
  for (const [name, text] of expected) {
    if (!source.files.has(name)) {
      problems.add({ kind: 'file', code: 'FILE_MISSING', where: name, message: `${name} is not there.` });
      continue;
    }
    const read = await jsonIn(source, name);
    if ('wrong' in read || read.text !== text) {
      problems.add({
        kind: 'judgement',
        code: 'CONFIGURATION_DIFFERS',
        where: name,
        message: `${name} is not what ${RESULTS} says was used in the run.`,
      });
    }
  }
}

/** Evaluates the run again by the profile, as of the same moment. */
async function checkAcceptance(
  source: ReportSource,
  result: RunResult,
  kind: Kind,
  problems: Problems,
): Promise<Acceptance | null> {
  if (!source.files.has(ACCEPTANCE)) {
    if (source.kind === 'bundle') {
      problems.add({ kind: 'file', code: 'FILE_MISSING', where: ACCEPTANCE, message: `${ACCEPTANCE} is not there.` });
    }
    return null;
  }
  await checkConfiguration(source, result, problems);
  const read = await readFile(source, ACCEPTANCE, 'report/acceptance', problems);
  if (read === null) return null;
  const stored = read.value as Acceptance;
  const profile = fullProfile(stored.profile as AcceptanceProfile);
  const again = evaluate(result, profile, Date.parse(stored.evaluatedAt));
  if (read.text !== fileText(again)) {
    const same = stored.verdict === again.verdict;
    problems.add({
      kind,
      code: 'ACCEPTANCE_DIFFERS',
      where: ACCEPTANCE,
      message: same
        ? `${ACCEPTANCE} is not what ${RESULTS} and its profile give: it was edited.`
        : `${ACCEPTANCE} says ${stored.verdict}. By its profile, ${RESULTS} is ${again.verdict}.`,
      expected: again.verdict + again.reasons.map(({ code }) => ` ${code}`).join(''),
      received: stored.verdict + stored.reasons.map(({ code }) => ` ${code}`).join(''),
    });
  }
  return stored;
}

function statementIn(envelope: DsseEnvelope, problems: Problems): { value: TestResultStatement; text: string } | null {
  const bad = (why: string): null => {
    problems.add({
      kind: 'signature',
      code: 'STATEMENT_INVALID',
      where: ENVELOPE,
      message: `The payload of ${ENVELOPE} is not a statement about test results: ${why}`,
    });
    return null;
  };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64(envelope.payload));
    const value: unknown = JSON.parse(text);
    const [problem] = validator('report/statement')(value);
    return problem === undefined ? { value: value as TestResultStatement, text } : bad(problem.message);
  } catch (error) {
    return bad(error instanceof Error ? error.message : String(error));
  }
}

/** Compares the subjects of a statement with the files that are there. */
function checkSubjects(
  statement: TestResultStatement,
  sums: ReadonlyMap<string, FileSum>,
  files: readonly string[],
  problems: Problems,
): void {
  const named = new Map(statement.subject.map(({ name, digest }) => [name, digest.sha256]));
  const add = (code: string, where: string, message: string): void =>
    problems.add({ kind: 'signature', code, where, message });
  if (named.size !== statement.subject.length) add('SUBJECT_REPEATED', ENVELOPE, `${ENVELOPE} names a file twice.`);
  for (const [name, sha256] of named) {
    const sum = sums.get(name);
    if (sum === undefined) add('SUBJECT_MISSING', name, `${name} was signed for, and is not there.`);
    else if (sum.sha256 !== sha256) add('SUBJECT_CHANGED', name, `${name} is not the file that was signed for.`);
  }
  for (const name of files) {
    if (name !== ENVELOPE && !named.has(name)) add('NOT_SIGNED_FOR', name, `${name} is there, and was not signed for.`);
  }
}

async function checkSignature(
  source: ReportSource,
  parts: {
    readonly sums: ReadonlyMap<string, FileSum>;
    readonly result: RunResult;
    readonly acceptance: Acceptance | null;
  },
  kind: Kind,
  key: KeyObject | null,
  problems: Problems,
  notes: string[],
): Promise<Verification['signature']> {
  const keyId = key === null ? {} : { keyId: keyIdOf(key) };
  const read = await readFile(source, ENVELOPE, 'report/envelope', problems);
  if (read === null) return { state: 'invalid', ...keyId };
  const envelope = read.value as DsseEnvelope;
  if (read.text !== envelopeText(envelope)) {
    problems.add({
      kind: 'signature',
      code: 'ENVELOPE_EDITED',
      where: ENVELOPE,
      message: `${ENVELOPE} is not written as an envelope of a bundle is: it was edited.`,
    });
  }
  const statement = statementIn(envelope, problems);
  if (statement !== null) {
    const sums = new Map(parts.sums);
    if (source.files.has(MANIFEST)) sums.set(MANIFEST, await sumIn(source, MANIFEST));
    const before = problems.count;
    checkSubjects(statement.value, sums, [...source.files.keys()], problems);
    const files = [...sums].map(([name, { sha256 }]) => ({ name, sha256 }));
    if (problems.count === before && parts.acceptance !== null) {
      const expected = JSON.stringify(statementOf(files, parts.result, parts.acceptance));
      if (statement.text !== expected) {
        problems.add({
          kind: kind === 'version' ? kind : 'signature',
          code: 'STATEMENT_DIFFERS',
          where: ENVELOPE,
          message: `The statement that was signed does not say what ${RESULTS} and ${ACCEPTANCE} say.`,
        });
      }
    }
  }
  if (key === null) return { state: 'notChecked' };
  const own = signaturesBy(envelope, key);
  for (const place of own) {
    const stated = envelope.signatures[place]?.keyid;
    if (stated === undefined || stated === keyIdOf(key)) continue;
    problems.add({
      kind: 'signature',
      code: 'ENVELOPE_EDITED',
      where: ENVELOPE,
      message: `${ENVELOPE} states another key than the one that made its signature: it was edited.`,
      expected: keyIdOf(key),
      received: stated,
    });
  }
  const others = envelope.signatures.length - own.length;
  if (own.length > 0 && others > 0)
    notes.push(`It has ${others} more signatures, of other keys, which were not checked.`);
  if (own.length > 0) return { state: 'valid', ...keyId };
  problems.add({
    kind: 'signature',
    code: 'SIGNATURE_INVALID',
    where: ENVELOPE,
    message: `${ENVELOPE} is not signed with the key that was given: another key signed it, or it was changed afterwards.`,
  });
  return { state: 'invalid', ...keyId };
}

/** An acceptance as a verification shows it. */
export function inShort({
  profile,
  verdict,
  evaluatedAt,
  reasons,
}: Acceptance): NonNullable<Verification['acceptance']> {
  return {
    profile: profile.name,
    verdict,
    evaluatedAt,
    reasons: reasons.map(({ code, message }) => `${code}: ${message}`),
  };
}

/**
 * The checks of what a bundle has besides a report folder: what was claimed and waived, the acceptance, the signature. A folder
 * into which a bundle was unpacked is checked in the same way.
 *
 * @param key public; null: signatures are not checked
 */
export function bundleChecks(
  source: ReportSource,
  key: KeyObject | null,
  same: (result: RunResult) => boolean,
): FurtherChecks {
  return async ({ sums, result, problems, notes }) => {
    const kind = result === null || same(result) ? 'judgement' : 'version';
    const acceptance = result === null ? null : await checkAcceptance(source, result, kind, problems);
    const accepted = acceptance === null ? null : inShort(acceptance);
    if (!source.files.has(ENVELOPE)) {
      if (key !== null) {
        problems.add({
          kind: 'signature',
          code: 'SIGNATURE_MISSING',
          where: ENVELOPE,
          message: `A key was given, and there is no ${ENVELOPE}: nothing here is signed.`,
        });
      }
      return { signature: { state: 'none' }, acceptance: accepted };
    }
    if (result === null) return { signature: { state: key === null ? 'notChecked' : 'invalid' }, acceptance: accepted };
    const signature = await checkSignature(source, { sums, result, acceptance }, kind, key, problems, notes);
    if (signature.state === 'notChecked') {
      notes.push('It is signed, and the signature was not checked: give the public key of the signer with --key.');
    }
    return { signature, acceptance: accepted };
  };
}
