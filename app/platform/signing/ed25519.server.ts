import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';

/** A public key as a JWK (RFC 8037). */
export const publicJwk = (bytes: Uint8Array) => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: Buffer.from(bytes).toString('base64url'),
});

/** RFC 7638: the members that make the key, in the order of their names. */
export function thumbprintOf(bytes: Uint8Array) {
  const { kty, crv, x } = publicJwk(bytes);
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

export function isSignedBy(key: Uint8Array, signed: Uint8Array, signature: Uint8Array) {
  if (signature.length !== 64 || key.length !== 32) return false;
  return verify(null, signed, createPublicKey({ key: publicJwk(key), format: 'jwk' }), signature);
}

/** A new private key as a JWK. */
export const newPrivateJwk = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
