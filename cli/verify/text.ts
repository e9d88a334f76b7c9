import type { Verification } from '../../schemas/report/results.generated.js';
import { printable } from './problems.js';

const SIGNATURES: Readonly<Record<Verification['signature']['state'], string>> = {
  none: 'not signed',
  notChecked: 'signed, not checked',
  valid: 'signed with the key that was given',
  invalid: 'NOT signed with the key that was given',
};

function acceptanceInWords(whose: string, acceptance: Verification['acceptance']): string[] {
  if (acceptance === null) return [];
  const { profile, verdict, evaluatedAt, reasons } = acceptance;
  return [
    `${whose}: ${verdict} (profile ${JSON.stringify(printable(profile))}, evaluated at ${printable(evaluatedAt)})`,
    ...reasons.map((reason) => `  ${printable(reason, 1000)}`),
  ];
}

/** What is printed about a verification. */
export function verificationInWords(verification: Verification): string {
  const { subject, run, files, evidence, signature, acceptance, byProfile, problems, problemsLeftOut, notes } =
    verification;
  const total = problems.length + problemsLeftOut;
  const word = total === 0 ? 'VERIFIED' : 'NOT VERIFIED';
  const differences = total === 0 ? '' : `: ${total} ${total === 1 ? 'difference' : 'differences'}`;
  return [
    `${word}${differences} (${subject.kind === 'bundle' ? 'bundle' : 'report folder'} ${printable(subject.path)})`,
    ...(run === null
      ? []
      : [
          `run of ${printable(run.suite.name)} ${printable(run.suite.version)} against ${printable(run.target)}, seed ${run.seed}, ${printable(run.startedAt)}: ${run.conformant ? 'conformant' : 'not conformant'}${run.complete ? '' : ', INCOMPLETE'}`,
        ]),
    `${files} ${files === 1 ? 'file' : 'files'} compared with the manifest; ${SIGNATURES[signature.state]}${signature.keyId === undefined ? '' : ` (${signature.keyId})`}`,
    evidence === null
      ? 'evidence not judged again'
      : `${evidence.judgedAgain} of ${evidence.exercises} exercises (${evidence.exchanges} exchanges) judged again; ${evidence.requirements} requirements compared`,
    ...acceptanceInWords('acceptance', acceptance),
    ...acceptanceInWords('by your profile', byProfile),
    ...problems.flatMap(({ kind, code, message, expected, received }) => [
      `${kind === 'version' ? 'differs by version' : 'differs'}: ${code} ${message}`,
      ...(expected === undefined ? [] : [`  expected ${expected}`]),
      ...(received === undefined ? [] : [`  received ${received}`]),
    ]),
    ...(problemsLeftOut === 0 ? [] : [`… and ${problemsLeftOut} more`]),
    ...notes.map((note) => `note: ${printable(note, 1000)}`),
  ].join('\n');
}
