import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBundleFile } from '../../../cli/bundle/zip-reader.js';
import { IN_TOTO, signEnvelope } from '../../../reports/bundle/dsse.js';
import { envelopeText } from '../../../reports/bundle/statement.js';
import type { Acceptance, DsseEnvelope, TestResultStatement } from '../../../schemas/report/results.generated.js';
import { validator } from '../../../schemas/validator.js';
import { inProcess } from '../memory-io.js';
import { command } from '../process.js';
import { codesOf, type Editable, Tampered, unpack, verified } from '../verify/tampering.js';

const product = { vendor: 'Acme', name: 'Pay', version: '3.1', contactRole: 'payments team', environment: 'sandbox' };

/** Accepts a short run against the reference platform, which the default profile does not. */
const rehearsal = {
  schemaVersion: 1,
  name: 'rehearsal',
  areas: ['PAYOUT-BATCH', 'AUTH'],
  levels: { MUST: { notTested: null, inconclusive: null } },
  bite: { faultsCaught: 0, variantsClean: 0 },
  waivers: { atMost: 1 },
  minRuns: 1,
  allowReference: true,
};

let scratch: string;
let keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
/** The folder of a run, its signed bundle, and the bundle unpacked. */
let folder: string;
let bundle: string;
let unpacked: string;
const at = (name: string): string => path.join(scratch, name);

const pem = (key: KeyObject): string =>
  key.export(key.type === 'private' ? { type: 'pkcs8', format: 'pem' } : { type: 'spki', format: 'pem' }) as string;

async function contentsOf(zip: string): Promise<Map<string, Uint8Array>> {
  const { files, open } = await openBundleFile(zip);
  const contents = new Map<string, Uint8Array>();
  for (const name of files.keys()) contents.set(name, await buffer(open(name)));
  return contents;
}

beforeAll(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'lesspay-bundle-'));
  keys = generateKeyPairSync('ed25519');
  folder = at('report');
  bundle = at('acceptance.zip');
  writeFileSync(at('ics.json'), JSON.stringify({ schemaVersion: 1, protocol: 'lesspay', product }));
  writeFileSync(at('profile.json'), JSON.stringify(rehearsal));
  writeFileSync(at('key.pem'), pem(keys.privateKey));
  writeFileSync(at('key.pub'), pem(keys.publicKey));
  const ran = await command(
    [
      'run',
      '--only',
      'PAYOUT-BATCH-010',
      'AUTH-002',
      '--runs',
      '2',
      '--seed',
      '6',
      '--out',
      'report',
      '--ics',
      'ics.json',
    ].concat(['--bundle', 'acceptance.zip', '--profile', 'profile.json', '--sign-key', 'key.pem']),
    { cwd: scratch },
  );
  expect(ran.code, ran.out + ran.err).toBe(0);
  expect(ran.out).toContain('ACCEPTED: Acme Pay 3.1, by the acceptance profile "rehearsal"');
  expect(ran.out).toContain('bundle written to acceptance.zip, signed with the key ');
  unpacked = unpack(await contentsOf(bundle), at('unpacked'));
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const json = (name: string): unknown => JSON.parse(readFileSync(path.join(unpacked, name), 'utf8'));

describe('a bundle', () => {
  test('holds results, evidence, reports, what was claimed and waived, acceptance, manifest and signature', () => {
    expect(readdirSync(unpacked).sort()).toEqual(
      [
        ...['acceptance.json', 'evidence.ndjson.gz', 'exchanges.har', 'ics.json', 'junit.xml', 'ledger.ndjson'],
        ...['manifest.json', 'report.html', 'results.json', 'statement.dsse.json', 'summary.md', 'waivers.json'],
      ].sort(),
    );
    expect(validator('config/ics')(json('ics.json'))).toEqual([]);
    expect(json('ics.json')).toMatchObject({ product });
    expect(validator('config/waivers')(json('waivers.json'))).toEqual([]);
    expect(validator('report/acceptance')(json('acceptance.json'))).toEqual([]);
    expect(json('acceptance.json')).toMatchObject({ verdict: 'ACCEPTED', product, profile: { name: 'rehearsal' } });
    expect(validator('report/manifest')(json('manifest.json'))).toEqual([]);
    const envelope = json('statement.dsse.json') as DsseEnvelope;
    expect(validator('report/envelope')(envelope)).toEqual([]);
    const statement = JSON.parse(Buffer.from(envelope.payload, 'base64').toString()) as TestResultStatement;
    expect(validator('report/statement')(statement)).toEqual([]);
    expect(statement.subject.map(({ name }) => name)).toEqual(
      readdirSync(unpacked)
        .filter((name) => name !== 'statement.dsse.json')
        .sort(),
    );
    expect(statement.predicate.passedTests.length + statement.predicate.warnedTests.length).toBeGreaterThan(0);
  });

  test('is verified, as a file and unpacked; without the key it says that the signature was not checked', async () => {
    for (const target of [bundle, unpacked]) {
      const signed = await verified(target, '--key', at('key.pub'));
      expect(signed).toMatchObject({ verified: true, problems: [], signature: { state: 'valid' } });
      expect(signed.acceptance).toMatchObject({ verdict: 'ACCEPTED', reasons: [] });
      const unchecked = await verified(target);
      expect(unchecked).toMatchObject({ verified: true, signature: { state: 'notChecked' } });
    }
    const { out } = await inProcess(['verify', bundle]);
    expect(out).toContain('signed, not checked');
    expect((await inProcess(['verify', bundle, '--key', at('key.pub')])).out).toContain(
      'signed with the key that was given',
    );
  });

  test('is evaluated by the profile of who receives it: exit 1 when that rejects it', async () => {
    writeFileSync(at('strict.json'), JSON.stringify({ schemaVersion: 1, name: 'strict', minRuns: 50 }));
    const strict = await inProcess(['verify', 'acceptance.zip', '--profile', 'strict.json'], { cwd: scratch });
    expect(strict.code).toBe(1);
    expect(strict.out).toMatch(/^VERIFIED/);
    expect(strict.out).toContain('by your profile: REJECTED (profile "strict"');
    expect(strict.out).toContain('  TOO_FEW_EXERCISES: ');
    const own = await inProcess(['verify', 'acceptance.zip', '--profile', 'profile.json', '--json'], { cwd: scratch });
    expect(own.code).toBe(0);
    expect(validator('report/verification')(JSON.parse(own.out))).toEqual([]);
    expect(JSON.parse(own.out)).toMatchObject({ byProfile: { profile: 'rehearsal', verdict: 'ACCEPTED' } });
  });

  test('no secret is in it', async () => {
    const text = [...(await contentsOf(bundle)).values()]
      .map((content) => Buffer.from(content).toString('latin1'))
      .join();
    expect(text).not.toContain('PRIVATE KEY');
  });
});

type Change = (report: Tampered) => void;

/** Signs the payload again, as somebody with the key, or another one, does. */
function resign(report: Tampered, change: (statement: Editable) => void, key = keys.privateKey): void {
  const envelope = JSON.parse(report.read('statement.dsse.json').toString()) as DsseEnvelope;
  const statement = JSON.parse(Buffer.from(envelope.payload, 'base64').toString()) as Editable;
  change(statement);
  report.write('statement.dsse.json', envelopeText(signEnvelope(IN_TOTO, Buffer.from(JSON.stringify(statement)), key)));
}

const rows: readonly (readonly [what: string, change: Change, codes: readonly string[], where?: string])[] = [
  [
    'the profile is edited, and the manifest put right',
    (report) => {
      report.json('acceptance.json', (acceptance) => {
        acceptance.profile.waivers.atMost = 9;
      });
      report.fixManifest();
    },
    ['SUBJECT_CHANGED'],
    'acceptance.json',
  ],
  [
    'a rejection becomes an acceptance',
    (report) => {
      report.json('acceptance.json', (acceptance) => {
        acceptance.profile.allowReference = false;
      });
      report.fixManifest();
    },
    ['ACCEPTANCE_DIFFERS', 'SUBJECT_CHANGED'],
    'acceptance.json',
  ],
  [
    'the product is another',
    (report) => {
      report.json('acceptance.json', (acceptance) => {
        acceptance.product.version = '4.0';
      });
      report.fixManifest();
    },
    ['ACCEPTANCE_DIFFERS'],
    'acceptance.json',
  ],
  [
    'the statement about the product is another',
    (report) => {
      report.json('ics.json', (ics) => {
        ics.product.version = '4.0';
      });
      report.fixManifest();
    },
    ['CONFIGURATION_DIFFERS', 'SUBJECT_CHANGED'],
    'ics.json',
  ],
  [
    'the list of waivers is another',
    (report) => {
      report.json('waivers.json', (file) => {
        file.waivers.push({ requirement: 'AUTH-002', reason: 'because it is so', owner: 'me', expires: '2099-01-01' });
      });
      report.fixManifest();
    },
    ['CONFIGURATION_DIFFERS'],
    'waivers.json',
  ],
  [
    'a file is added, and named in the manifest',
    (report) => {
      report.write('letter.txt', 'All is well.');
      report.fixManifest();
    },
    ['NOT_SIGNED_FOR'],
    'letter.txt',
  ],
  [
    'a file is removed, also from the manifest',
    (report) => {
      rmSync(report.file('junit.xml'));
      report.fixManifest();
    },
    ['SUBJECT_MISSING'],
    'junit.xml',
  ],
  [
    'the signature is of another key',
    (report) => resign(report, () => {}, generateKeyPairSync('ed25519').privateKey),
    ['SIGNATURE_INVALID'],
  ],
  [
    'the payload is edited and not signed again',
    (report) =>
      report.json('statement.dsse.json', (envelope) => {
        const statement = Buffer.from(envelope.payload, 'base64').toString().replace('AUTH-002', 'AUTH-009');
        envelope.payload = Buffer.from(statement).toString('base64');
      }),
    ['STATEMENT_DIFFERS', 'SIGNATURE_INVALID'],
  ],
  [
    'the signed statement leaves a file out',
    (report) => resign(report, (statement) => statement.subject.pop()),
    ['NOT_SIGNED_FOR'],
    'waivers.json',
  ],
  [
    'the signed statement names a file that is not there',
    (report) => resign(report, (statement) => statement.subject.push({ ...statement.subject[0], name: 'more.txt' })),
    ['SUBJECT_MISSING'],
    'more.txt',
  ],
  [
    'the signed statement says more than the results',
    (report) => resign(report, (statement) => statement.predicate.passedTests.push('AUTH-009')),
    ['STATEMENT_DIFFERS'],
  ],
  [
    'the signed payload is something else',
    (report) =>
      resign(report, (statement) => {
        statement.predicateType = 'https://example.com/other';
      }),
    ['STATEMENT_INVALID'],
  ],
  [
    'the envelope is of another type',
    (report) =>
      report.json('statement.dsse.json', (envelope) => {
        envelope.payloadType = 'text/plain';
      }),
    ['FILE_INVALID'],
  ],
  [
    'the envelope names another key',
    (report) =>
      report.json('statement.dsse.json', (envelope) => {
        envelope.signatures[0].keyid = 'a'.repeat(64);
      }),
    ['ENVELOPE_EDITED'],
  ],
  [
    'the envelope is written otherwise',
    (report) =>
      report.write('statement.dsse.json', JSON.stringify(JSON.parse(report.read('statement.dsse.json').toString()))),
    ['ENVELOPE_EDITED'],
  ],
  ['the signature is removed', (report) => rmSync(report.file('statement.dsse.json')), ['SIGNATURE_MISSING']],
  [
    'the acceptance is removed',
    (report) => {
      rmSync(report.file('acceptance.json'));
      report.fixManifest();
    },
    ['FILE_MISSING', 'SUBJECT_MISSING'],
    'acceptance.json',
  ],
  [
    'a verdict is edited, and everything but the signature put right',
    (report) => {
      report.results((result) => {
        result.requirements.find(({ id }: { id: string }) => id === 'AUTH-002').verdict = 'fail';
      });
      report.fixManifest();
    },
    ['VERDICT_DIFFERS', 'SUBJECT_CHANGED'],
    'AUTH-002',
  ],
];

describe('what was changed in a signed bundle is found and named', () => {
  test.each(rows.map(([what, change, codes, where]) => ({ what, change, codes, where })))(
    '$what',
    async ({ change, codes, where }) => {
      const report = new Tampered(unpacked, scratch);
      change(report);
      const verification = await verified(report.zip(), '--key', at('key.pub'));
      expect(verification.verified).toBe(false);
      expect(codesOf(verification)).toEqual(expect.arrayContaining([...codes]));
      if (where !== undefined) expect(verification.problems.map((problem) => problem.where)).toContain(where);
    },
  );

  test('a byte of any file in it, the zip file packed again', async () => {
    for (const name of readdirSync(unpacked)) {
      const report = new Tampered(unpacked, scratch);
      const bytes = report.read(name);
      const place = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
      report.write(name, bytes);
      const { problems } = await verified(report.zip(), '--key', at('key.pub'));
      expect(problems.map((problem) => problem.where)).toContain(name);
    }
  });

  test('a folder that is added to an unpacked bundle', async () => {
    const report = new Tampered(unpacked, scratch);
    mkdirSync(report.file('allure-results'));
    report.write('allure-results/letter.txt', 'All is well.');
    const { problems } = await verified(report.dir, '--key', at('key.pub'));
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'NOT_SIGNED_FOR', where: 'allure-results/letter.txt' }),
    );
  });

  test('a byte anywhere in the zip file', async () => {
    const bytes = readFileSync(bundle);
    const file = at('changed.zip');
    const step = Math.floor(bytes.length / 40);
    for (let place = 0; place < bytes.length; place += step) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 0x10, place);
      writeFileSync(file, changed);
      const { verified: whole, problems } = await verified(file);
      expect(whole).toBe(false);
      expect(problems[0]?.where).not.toBe('');
    }
  });

  test('a signature that cannot be checked is not taken for checked', async () => {
    writeFileSync(at('other.pub'), pem(createPublicKey(generateKeyPairSync('ed25519').privateKey)));
    const verification = await verified(bundle, '--key', at('other.pub'));
    expect(verification).toMatchObject({ verified: false, signature: { state: 'invalid' } });
    expect(codesOf(verification)).toEqual(['SIGNATURE_INVALID']);
    expect(codesOf(await verified(folder, '--key', at('key.pub')))).toEqual(['SIGNATURE_MISSING']);
  });
});

describe('report --bundle', () => {
  const bundled = (...options: readonly string[]) =>
    inProcess(['report', 'report', '--bundle', 'later.zip', ...options], { cwd: scratch });

  test('writes the same bundle of a folder later; the default profile refuses a rehearsal, with exit 1', async () => {
    const { code, out } = await bundled();
    expect(code).toBe(1);
    expect(out).toContain('REJECTED: Acme Pay 3.1, by the acceptance profile "default"');
    expect(out).toContain('REFERENCE_PLATFORM: ');
    expect(out).toContain('bundle written to later.zip, not signed');
    const verification = await verified(at('later.zip'));
    expect(verification).toMatchObject({
      verified: true,
      signature: { state: 'none' },
      acceptance: { verdict: 'REJECTED' },
    });
    const acceptance = JSON.parse(
      Buffer.from((await contentsOf(at('later.zip'))).get('acceptance.json') ?? []).toString(),
    ) as Acceptance;
    expect(acceptance.reasons.map(({ code: reason }) => reason)).toContain('REFERENCE_PLATFORM');
  });

  test('with an encrypted ECDSA key, whose passphrase is in the environment', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const encrypted = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hush' });
    writeFileSync(at('ec.pem'), encrypted);
    writeFileSync(at('ec.pub'), pem(publicKey));
    const options = ['report', 'report', '--bundle', 'ec.zip', '--profile', 'profile.json', '--sign-key', 'ec.pem'];
    const without = await inProcess(options, { cwd: scratch });
    expect(without).toMatchObject({ code: 2, out: '' });
    expect(without.err).toContain('LESSPAY_SIGN_PASSPHRASE');
    const wrong = await inProcess(options, { cwd: scratch, env: { LESSPAY_SIGN_PASSPHRASE: 'wrong' } });
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).not.toContain('wrong\n');
    const { code, out } = await inProcess(options, { cwd: scratch, env: { LESSPAY_SIGN_PASSPHRASE: 'hush' } });
    expect(code, out).toBe(0);
    expect(await verified(at('ec.zip'), '--key', at('ec.pub'))).toMatchObject({ signature: { state: 'valid' } });
  });

  test('a folder that was changed gets none', async () => {
    const report = new Tampered(folder, scratch);
    report.write('ledger.ndjson', 'x');
    const { code, err } = await inProcess(['report', report.dir, '--bundle', at('none.zip')]);
    expect(code).toBe(2);
    expect(err).toContain('ledger.ndjson is not as the run wrote it');
    expect(readdirSync(scratch)).not.toContain('none.zip');
  });
});

describe('what cannot be done is said before anything is sent, with exit 2', () => {
  test.each<[string, readonly string[], string]>([
    ['a profile without a bundle', ['--profile', 'profile.json'], '--bundle FILE.zip'],
    ['a key without a bundle', ['--sign-key', 'key.pem'], '--bundle FILE.zip'],
    ['a bundle in the report folder', ['--bundle', 'report/a.zip'], 'lies in the report folder'],
    ['a bundle in no folder', ['--bundle', 'nowhere/a.zip'], 'there is no folder'],
    ['a folder for a bundle', ['--bundle', '.'], 'a folder'],
    ['a profile that is none', ['--bundle', 'a.zip', '--profile', 'ics.json'], 'config/acceptance-profile.schema.json'],
    ['a profile that is not there', ['--bundle', 'a.zip', '--profile', 'none.json'], 'none.json'],
    ['a public key to sign with', ['--bundle', 'a.zip', '--sign-key', 'key.pub'], 'Expected a private key'],
    ['no key to sign with', ['--bundle', 'a.zip', '--sign-key', 'none.pem'], 'cannot read none.pem'],
  ])('%s', async (_what, options, said) => {
    for (const words of [
      ['run', '--out', 'report'],
      ['report', 'report'],
    ]) {
      const { code, out, err } = await inProcess([...words, ...options], { cwd: scratch });
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toContain(said);
    }
  });

  test('a key of another kind', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(at('rsa.pem'), pem(rsa.privateKey));
    writeFileSync(at('rsa.pub'), pem(rsa.publicKey));
    const signing = await inProcess(['report', 'report', '--bundle', 'a.zip', '--sign-key', 'rsa.pem'], {
      cwd: scratch,
    });
    expect(signing.err).toContain('a key of type rsa');
    for (const [name, said] of [
      ['rsa.pub', 'a key of type rsa'],
      ['key.pem', 'is a private key'],
      ['ics.json', 'cannot be read as a public key'],
      ['none.pub', 'cannot read none.pub'],
    ] as const) {
      const { code, err } = await inProcess(['verify', 'acceptance.zip', '--key', name], { cwd: scratch });
      expect(code).toBe(2);
      expect(err).toContain(said);
    }
  });

  test('a bundle of a replay, of several runs, of a result without its evidence', async () => {
    const replay = await inProcess(['run', '--replay', 'AUTH-002.1', 'report', '--bundle', 'a.zip'], { cwd: scratch });
    expect(replay.code).toBe(2);
    const several = await inProcess(['report', 'report', 'unpacked', '--bundle', 'a.zip'], { cwd: scratch });
    expect(several.err).toContain('a bundle is of one run');
    const elsewhere = await inProcess(['report', 'report', '--out', 'elsewhere', '--bundle', 'a.zip'], {
      cwd: scratch,
    });
    expect(elsewhere.err).toContain('evidence');
    expect(readdirSync(scratch)).not.toContain('a.zip');
  });
});
