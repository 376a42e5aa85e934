import { errors, flattenedDecrypt } from 'jose';

import { keyFor, type KeyFor } from '../secrets.server.ts';
import { partsOf, sealed } from './compact.ts';

const content = 'A256GCM';

/**
 * Words as JWE, under a key drawn for one purpose alone. `row` says where they are kept: what is carried to another row
 * opens there no more. It is not stored with the words.
 */
export const sealedWith = (keys: KeyFor, purpose: string) => ({
  async seal(row: string, text: string): Promise<string> {
    const key = keys(purpose);
    if (!key) throw new Error('no key to seal with');
    return sealed({ header: { alg: 'dir', enc: content, kid: key.kid }, key: key.bytes }, row, text);
  },

  /** Undefined where the key is lost, or the words were altered or stood elsewhere. */
  async open(row: string, kept: string): Promise<string | undefined> {
    try {
      const opened = await flattenedDecrypt(
        partsOf(kept, row),
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
