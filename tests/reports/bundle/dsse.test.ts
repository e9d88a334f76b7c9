import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  IN_TOTO,
  isSupportedKey,
  keyIdOf,
  preAuthenticationEncoding,
  signaturesBy,
  signEnvelope,
} from '../../../reports/bundle/dsse.js';
import { envelopeText } from '../../../reports/bundle/statement.js';
import { validator } from '../../../schemas/validator.js';

const verifiesEnvelope = (...[envelope, key]: Parameters<typeof signaturesBy>): boolean =>
  signaturesBy(envelope, key).length > 0;

/** A coordinate of the published key, as a JSON Web Key has it. */
function coordinate(decimal: string): string {
  return Buffer.from(BigInt(decimal).toString(16).padStart(64, '0'), 'hex').toString('base64url');
}

describe('the example of the DSSE protocol (protocol.md, test vectors)', () => {
  const payloadType = 'http://example.com/HelloWorld';
  const payload = Buffer.from('hello world');

  test('pre-authentication encoding', () => {
    expect(preAuthenticationEncoding(payloadType, payload).toString()).toBe(
      'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
    );
  });

  test('lengths are those of bytes', () => {
    expect(preAuthenticationEncoding('é', Buffer.from('試')).toString()).toBe('DSSEv1 2 é 3 試');
    expect(preAuthenticationEncoding('', Buffer.alloc(0)).toString()).toBe('DSSEv1 0  0 ');
  });

  test('its envelope verifies with its key: a raw ECDSA signature', () => {
    const key = createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: coordinate('46950820868899156662930047687818585632848591499744589407958293238635476079160'),
        y: coordinate('5640078356564379163099075877009565129882514886557779369047442380624545832820'),
      },
    });
    const envelope = {
      payload: 'aGVsbG8gd29ybGQ=',
      payloadType,
      signatures: [
        {
          sig: 'A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==',
        },
      ],
    };
    expect(verifiesEnvelope(envelope, key)).toBe(true);
    expect(verifiesEnvelope({ ...envelope, payload: 'aGVsbG8gd29ybGU=' }, key)).toBe(false);
    expect(verifiesEnvelope({ ...envelope, payloadType: `${payloadType}2` }, key)).toBe(false);
  });
});

describe.each([
  ['Ed25519', () => generateKeyPairSync('ed25519')],
  ['ECDSA P-256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
])('%s', (_name, pair) => {
  const { privateKey, publicKey } = pair();
  const payload = Buffer.from('{"_type":"x"}');
  const envelope = signEnvelope(IN_TOTO, payload, privateKey);

  test('what was signed verifies, with this key only', () => {
    expect(verifiesEnvelope(envelope, publicKey)).toBe(true);
    expect(verifiesEnvelope(envelope, pair().publicKey)).toBe(false);
    expect(keyIdOf(privateKey)).toBe(keyIdOf(publicKey));
    expect(envelope.signatures[0]?.keyid).toBe(keyIdOf(publicKey));
    expect(validator('report/envelope')(envelope)).toEqual([]);
  });

  test('no bit of payload or signature may differ', () => {
    const flipped = (text: string, bit: number): string => {
      const bytes = Buffer.from(text, 'base64');
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      return bytes.toString('base64');
    };
    const [signature] = envelope.signatures;
    const sig = signature?.sig ?? '';
    for (let bit = 0; bit < payload.length * 8; bit += 1) {
      expect(verifiesEnvelope({ ...envelope, payload: flipped(envelope.payload, bit) }, publicKey)).toBe(false);
    }
    for (let bit = 0; bit < Buffer.from(sig, 'base64').length * 8; bit += 1) {
      expect(verifiesEnvelope({ ...envelope, signatures: [{ sig: flipped(sig, bit) }] }, publicKey)).toBe(false);
    }
  });

  test('one of several signatures is enough; the alphabet for URLs is read too, and written back in the standard one', () => {
    const other = signEnvelope(IN_TOTO, payload, pair().privateKey);
    const both = { ...envelope, signatures: [...other.signatures, ...envelope.signatures] };
    expect(verifiesEnvelope(both, publicKey)).toBe(true);
    const url = (text: string): string => Buffer.from(text, 'base64').toString('base64url');
    const forUrls = {
      ...envelope,
      payload: url(envelope.payload),
      signatures: envelope.signatures.map(({ sig, ...rest }) => ({ ...rest, sig: url(sig) })),
    };
    expect(verifiesEnvelope(forUrls, publicKey)).toBe(true);
    expect(envelopeText(forUrls)).toBe(envelopeText(envelope));
  });
});

test('a raw signature of another tool verifies; other keys are not supported', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const payload = Buffer.from('{}');
  const sig = sign('sha256', preAuthenticationEncoding(IN_TOTO, payload), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  const envelope = {
    payload: payload.toString('base64'),
    payloadType: IN_TOTO,
    signatures: [{ sig: sig.toString('base64') }],
  };
  expect(verifiesEnvelope(envelope, publicKey)).toBe(true);
  expect(isSupportedKey(publicKey)).toBe(true);
  expect(isSupportedKey(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey)).toBe(false);
  expect(isSupportedKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)).toBe(false);
});
