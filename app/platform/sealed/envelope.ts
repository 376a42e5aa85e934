import { FlattenedEncrypt } from 'jose';

/** The open half of a key: whoever has it seals, and nobody opens with it. */
export type Lock = { kty: 'EC'; crv: 'P-256'; x: string; y: string; kid: string };

export const envelope = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;

const words = new TextEncoder();

/**
 * Words as JWE for whoever holds the other half of `lock`: a browser seals with it and cannot open it again. `about` says
 * what they belong to: carried elsewhere they open no more.
 */
export async function sealTo({ kid, ...key }: Lock, about: string, text: string): Promise<string> {
  const {
    protected: header,
    iv,
    ciphertext,
    tag,
  } = await new FlattenedEncrypt(words.encode(text))
    .setProtectedHeader({ ...envelope, kid })
    .setAdditionalAuthenticatedData(words.encode(about))
    .encrypt(key);
  return [header, '', iv, ciphertext, tag].join('.');
}
