import { base64url, errors, flattenedDecrypt, FlattenedEncrypt } from 'jose';

import { keyFor, type KeyFor } from '../secrets.server.ts';

const words = new TextEncoder();
const content = 'A256GCM';

/**
 * Words as JWE, under a key drawn for one purpose alone. `row` says where they are kept: what is carried to another row
 * opens there no more. It is not stored with the words.
 */
export const sealedWith = (keys: KeyFor, purpose: string) => ({
  async seal(row: string, text: string): Promise<string> {
    const key = keys(purpose);
    if (!key) throw new Error('no key to seal with');
    const {
      protected: header,
      iv,
      ciphertext,
      tag,
    } = await new FlattenedEncrypt(words.encode(text))
      .setProtectedHeader({ alg: 'dir', enc: content, kid: key.kid })
      .setAdditionalAuthenticatedData(words.encode(row))
      .encrypt(key.bytes);
    return [header, '', iv, ciphertext, tag].join('.');
  },

  /** Undefined where the key is lost, or the words were altered or stood elsewhere. */
  async open(row: string, sealed: string): Promise<string | undefined> {
    const [header, , iv, ciphertext, tag] = sealed.split('.');
    try {
      const opened = await flattenedDecrypt(
        {
          ...{ protected: header ?? '', iv: iv ?? '', ciphertext: ciphertext ?? '', tag: tag ?? '' },
          aad: base64url.encode(row),
        },
        (header) => bytesOf(keys, purpose, header?.kid),
        { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: [content] },
      );
      return new TextDecoder().decode(opened.plaintext);
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  },
});

function bytesOf(keys: KeyFor, purpose: string, kid: string | undefined) {
  const key = kid === undefined ? undefined : keys(purpose, kid);
  if (!key) throw new errors.JWEDecryptionFailed();
  return key.bytes;
}

/** With the keys of this installation. */
export const sealedFor = (purpose: string) => sealedWith(keyFor, purpose);
