import { base64url, FlattenedEncrypt, type CompactJWEHeaderParameters, type FlattenedJWE } from 'jose';

type Key = Parameters<FlattenedEncrypt['encrypt']>[0];
type Closing = { header: CompactJWEHeaderParameters; key: Key };

const words = new TextEncoder();

/**
 * Words as JWE in the compact shape (RFC 7516, section 7.1). `about` says what they belong to: it is authenticated and
 * not stored with them, so that what is carried elsewhere opens no more.
 */
export async function sealed({ header, key }: Closing, about: string, text: string): Promise<string> {
  const whole = await new FlattenedEncrypt(words.encode(text))
    .setProtectedHeader(header)
    .setAdditionalAuthenticatedData(words.encode(about))
    .encrypt(key);
  return [whole.protected, '', whole.iv, whole.ciphertext, whole.tag].join('.');
}

/** Its parts, as whoever opens it is given them; empty where there are fewer. */
export function partsOf(compact: string, about: string): FlattenedJWE {
  const [header = '', , iv = '', ciphertext = '', tag = ''] = compact.split('.');
  return { protected: header, iv, ciphertext, tag, aad: base64url.encode(about) };
}
