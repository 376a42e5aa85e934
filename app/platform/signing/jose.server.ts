import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { z } from 'zod';

import { ok, refuse } from '../result.ts';
import { publicJwk } from './ed25519.server.ts';
import type { Document, Signer } from './signer.ts';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A credential in its JOSE envelope (VC-JOSE-COSE 3.1): a compact JWS. Put together here and not by `jose`, which signs
 * only with a key in hand: a KMS gives none away. Read with `jose` by whoever verifies, and by us.
 */
export async function enveloped(document: Document, { signer, method }: { signer: Signer; method: string }) {
  const header = { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: method };
  const signed = `${encoded(header)}.${encoded(document)}`;
  const signature = await signer.sign(Buffer.from(signed));
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}

/** What the header of a credential must say; a signature alone proves none of it. */
const header = z.looseObject({
  alg: z.enum(['EdDSA', 'Ed25519']),
  typ: z.literal('vc+jwt'),
  cty: z.literal('vc').optional(),
  kid: z.string(),
  crit: z.undefined().optional(),
});
const claims = z.looseObject({ vc: z.undefined().optional(), vp: z.undefined().optional() });

/** Header and payload of a credential in its envelope, read and not yet proven. */
export function readEnvelope(token: string) {
  try {
    const read = header.safeParse(decodeProtectedHeader(token));
    const payload = claims.safeParse(
      JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()),
    );
    if (!read.success || !payload.success) return refuse('wrong_type');
    return ok({ method: read.data.kid, document: payload.data });
  } catch {
    return refuse('unreadable');
  }
}

/** Whether `key` signed the token. */
export async function isEnvelopedBy(token: string, key: Uint8Array) {
  try {
    // Both names of one algorithm: jose asks that the header's name be among them.
    await compactVerify(token, await importJWK(publicJwk(key), 'EdDSA'), {
      algorithms: ['EdDSA', 'Ed25519'],
    });
    return true;
  } catch {
    return false;
  }
}
