import type {
  Acceptance,
  DsseEnvelope,
  ManifestFile,
  RunResult,
  StatementResource,
  TestResultStatement,
} from '../../schemas/report/results.generated.js';

/** Files of a bundle that say what was claimed, waived and asked for. */
const CONFIGURATION: readonly string[] = ['acceptance.json', 'ics.json', 'waivers.json'];

/** The statement about a bundle: its files as subjects, the verdicts as the test result. */
export function statementOf(
  files: readonly Pick<ManifestFile, 'name' | 'sha256'>[],
  result: RunResult,
  { verdict }: Acceptance,
): TestResultStatement {
  const subject = files
    .map(({ name, sha256 }): StatementResource => ({ name, digest: { sha256 } }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const passed = result.requirements.filter((requirement) => requirement.verdict === 'pass');
  const failed = result.requirements.filter((requirement) => requirement.verdict === 'fail');
  const idsOf = (requirements: RunResult['requirements']): string[] => requirements.map(({ id }) => id);
  const isFailure = ({ level, waived }: RunResult['requirements'][number]): boolean =>
    level === 'MUST' && waived !== true;
  const warned = [
    ...passed.filter(({ remarks }) => remarks.length > 0),
    ...failed.filter((requirement) => !isFailure(requirement)),
  ];
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: verdict === 'REJECTED' ? 'FAILED' : warned.length > 0 ? 'WARNED' : 'PASSED',
      configuration: subject.filter(({ name }) => CONFIGURATION.includes(name)),
      passedTests: idsOf(passed.filter(({ remarks }) => remarks.length === 0)),
      warnedTests: idsOf(warned),
      failedTests: idsOf(failed.filter(isFailure)),
    },
  };
}

/** JSON as files of a bundle hold it. */
export function fileText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The one way in which an envelope is written: members in this order, standard base64. */
export function envelopeText({ payload, payloadType, signatures }: DsseEnvelope): string {
  const standard = (text: string): string => Buffer.from(text, 'base64').toString('base64');
  return fileText({
    payload: standard(payload),
    payloadType,
    signatures: signatures.map(({ keyid, sig }) => ({ ...(keyid === undefined ? {} : { keyid }), sig: standard(sig) })),
  });
}
