import { createECDH } from 'node:crypto';

import { base64url, decodeProtectedHeader, flattenedDecrypt } from 'jose';

import { keyFor, type KeyFor } from '../secrets.server.ts';
import { partsOf } from './compact.ts';
import { envelope, type Lock } from './envelope.ts';

/**
 * Keys in two halves, a pair for each matter: drawn, like every key of this installation, from its key file, for one
 * purpose. A lock that was handed out opens as long as the line of the file it was drawn from is there.
 */
export const envelopesWith = (keys: KeyFor, purpose: string) => ({
  /** Of the newest key: what devices seal with from now on. */
  lock(matter: string): Lock {
    const key = keys(`${purpose} of ${matter}`);
    if (!key) throw new Error('no key to seal with');
    const { x, y } = pairOf(key.bytes);
    return { kty: 'EC', crv: 'P-256', x, y, kid: key.kid };
  },

  /** Undefined where the key is lost or another matter's, or the words were altered or belong to something else. */
  async open(matter: string, about: string, sealed: string): Promise<string | undefined> {
    const kid = kidOf(sealed);
    const key = kid === undefined ? undefined : keys(`${purpose} of ${matter}`, kid);
    if (!key) return undefined;
    const allowed = {
      keyManagementAlgorithms: [envelope.alg],
      contentEncryptionAlgorithms: [envelope.enc],
    };
    // It comes from a device: whatever is wrong with it, down to the point on the curve, it does not open.
    const opened = await flattenedDecrypt(partsOf(sealed, about), pairOf(key.bytes), allowed).catch(
      () => undefined,
    );
    return opened && new TextDecoder().decode(opened.plaintext);
  },
});

/** With the keys of this installation. */
export const envelopesFor = (purpose: string) => envelopesWith(keyFor, purpose);

const shape = /^[\w-]+\.\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/;

/** Whether it is sealed at all, by its outside: what is kept in the database is nothing else. */
export const isEnvelope = (sealed: string) => kidOf(sealed) !== undefined;

function kidOf(sealed: string) {
  if (!shape.test(sealed)) return undefined;
  try {
    const { alg, enc, kid, epk } = decodeProtectedHeader({ protected: sealed.split('.')[0] ?? '' });
    return alg === envelope.alg && enc === envelope.enc && epk ? kid : undefined;
  } catch {
    return undefined;
  }
}

/** One below the order of P-256, so that every 32 bytes are a key: those left over are one in four thousand million. */
const most = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550');

function pairOf(bytes: Uint8Array) {
  const number = (BigInt(`0x${Buffer.from(bytes).toString('hex')}`) % most) + 1n;
  const secret = Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => base64url.encode(half));
  return {
    ...{ kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: base64url.encode(secret) },
  };
}
