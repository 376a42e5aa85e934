import { z } from 'zod';

import { isSignedBy, thumbprintOf } from './ed25519.server.ts';
import type { Keyring, PublicKey, Signer } from './signer.ts';

const bytesOf = (letters: number) =>
  z
    .string()
    .regex(new RegExp(`^[\\w-]{${letters}}$`))
    .transform((text) => Buffer.from(text, 'base64url'));
const keysShape = z.object({
  keys: z.array(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: bytesOf(43) })).min(1),
});
const signatureShape = z.object({ signature: bytesOf(86) });

/** A new key on top of the service signs here after this. */
const freshMs = 60_000;
const patienceMs = 5000;

/** Whether a setting names a service and not a file. */
export const isService = (where: string) => /^https?:\/\//.test(where);

type Service = { address: string; token?: string | undefined; clock?: () => number };

/**
 * Keys that never leave a service of one's own, such as a small door in front of a KMS: `GET keys` answers a JWK Set of
 * public Ed25519 keys, newest first; `POST sign` with `{ kid, payload }` answers `{ signature }`, in base64url, `kid` the
 * key's thumbprint (RFC 7638). A signature is checked before it leaves us. While the service is silent nothing is signed,
 * and the public keys stay as they were last heard.
 */
export function keysAt({ address, token, clock = Date.now }: Service): Keyring {
  const ask = asking(address, token);
  let kept: { at: number; keys: PublicKey[] } | undefined;
  async function known() {
    if (kept && clock() - kept.at < freshMs) return kept.keys;
    try {
      const { keys } = keysShape.parse(await ask('keys'));
      kept = { at: clock(), keys: keys.map(({ x }) => ({ id: thumbprintOf(x), bytes: x })) };
    } catch (error) {
      if (!kept) throw error;
    }
    return kept.keys;
  }
  return {
    publicKeys: known,
    async signer() {
      const [newest] = await known();
      if (!newest) throw new Error(`${address} has no key`);
      return signerOf(newest, ask);
    },
  };
}

type Ask = ReturnType<typeof asking>;

const signerOf = (key: PublicKey, ask: Ask): Signer => ({
  ...key,
  async sign(bytes) {
    const asked = { kid: key.id, payload: Buffer.from(bytes).toString('base64url') };
    const { signature } = signatureShape.parse(await ask('sign', asked));
    if (!isSignedBy(key.bytes, bytes, signature)) throw new Error(`the service did not sign with ${key.id}`);
    return signature;
  },
});

const asking = (address: string, token: string | undefined) => async (what: string, body?: object) => {
  const response = await fetch(new URL(what, address.endsWith('/') ? address : `${address}/`), {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) throw new Error(`the signing service answered ${response.status}`);
  const answer: unknown = await response.json();
  return answer;
};
