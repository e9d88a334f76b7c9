import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { DsseEnvelope } from '../../schemas/report/results.generated.js';

/** The type of an in-toto Statement in JSON. */
export const IN_TOTO = 'application/vnd.in-toto+json';

/**
 * The pre-authentication encoding of DSSE 1.0: the bytes that are signed.
 *
 * @see https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
 */
export function preAuthenticationEncoding(payloadType: string, payload: Buffer): Buffer {
  const type = Buffer.from(payloadType, 'utf8');
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
}

/** Whether envelopes can be signed with a key, or verified: Ed25519, or ECDSA on P-256. */
export function isSupportedKey(key: KeyObject): boolean {
  return (
    key.asymmetricKeyType === 'ed25519' ||
    (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1')
  );
}

/** SHA-256 of the public half of a key (SubjectPublicKeyInfo in DER), lower-case hexadecimal. */
export function keyIdOf(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** Signs a payload with a supported private key. ECDSA signatures are in DER. */
export function signEnvelope(payloadType: typeof IN_TOTO, payload: Buffer, key: KeyObject): DsseEnvelope {
  const signature = sign(
    key.asymmetricKeyType === 'ed25519' ? null : 'sha256',
    preAuthenticationEncoding(payloadType, payload),
    key,
  );
  return {
    payload: payload.toString('base64'),
    payloadType,
    signatures: [{ keyid: keyIdOf(key), sig: signature.toString('base64') }],
  };
}

/** The bytes of a text in base64, of the standard alphabet or the one for URLs. */
export function fromBase64(text: string): Buffer {
  // Node reads both alphabets.
  return Buffer.from(text, 'base64');
}

/** A raw ECDSA P-256 signature: r and s, one after the other. */
const RAW_P256_BYTES = 64;

/** The places of an envelope's signatures that were made with the private half of `key`. The key ids in it are hints and not looked at. */
export function signaturesBy(
  envelope: {
    readonly payload: string;
    readonly payloadType: string;
    readonly signatures: readonly { readonly sig: string }[];
  },
  key: KeyObject,
): readonly number[] {
  const signed = preAuthenticationEncoding(envelope.payloadType, fromBase64(envelope.payload));
  const made = (sig: string): boolean => {
    const signature = fromBase64(sig);
    try {
      if (key.asymmetricKeyType === 'ed25519') return verify(null, signed, key, signature);
      const dsaEncoding = signature.length === RAW_P256_BYTES ? 'ieee-p1363' : 'der';
      return verify('sha256', signed, { key, dsaEncoding }, signature);
    } catch {
      // A signature that cannot be read is none.
      return false;
    }
  };
  return [...envelope.signatures.keys()].filter((place) => made(envelope.signatures[place]?.sig ?? ''));
}
