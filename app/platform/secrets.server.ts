import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

import { theConfig } from './config.server.ts';
import { madeOnce } from './files/made-once.server.ts';

const algorithm = 'aes-256-gcm';
const lengths = { key: 32, fingerprint: 8, iv: 12, tag: 16 };

type Key = { bytes: Buffer; fingerprint: Buffer };

/** Raised when sealed bytes were altered, or no key of the file sealed them. */
export class SealBroken extends Error {}

/** Seals with the newest key of `file` and opens with whichever sealed; the file is made on first use. */
export function secretsIn(file: string) {
  let keys: Key[] | undefined;
  const known = () => (keys ??= readKeys(file));
  // Another server may have been given a newer key since this one read the file.
  const keyOf = (fingerprint: Buffer) =>
    named(known(), fingerprint) ?? named((keys = readKeys(file)), fingerprint);
  return {
    seal(text: string): Buffer {
      const [newest] = known();
      if (!newest) throw new Error(`${file} holds no key`);
      return sealWith(newest, text);
    },
    open(sealed: Buffer): string {
      const key = keyOf(sealed.subarray(0, lengths.fingerprint));
      if (!key) throw new SealBroken('no key of this installation sealed this');
      return openWith(key, sealed);
    },
    /** A key for one purpose alone, drawn from the newest one of the file or from the one `kid` names. */
    keyFor(purpose: string, kid?: string) {
      const key = kid === undefined ? known()[0] : keyOf(Buffer.from(kid, 'base64url'));
      if (!key) return undefined;
      const bytes = new Uint8Array(hkdfSync('sha256', key.bytes, '', purpose, lengths.key));
      return { kid: key.fingerprint.toString('base64url'), bytes };
    },
  };
}
export type KeyFor = ReturnType<typeof secretsIn>['keyFor'];

const named = (keys: Key[], fingerprint: Buffer) => keys.find((key) => key.fingerprint.equals(fingerprint));

function sealWith({ bytes, fingerprint }: Key, text: string) {
  const iv = randomBytes(lengths.iv);
  const cipher = createCipheriv(algorithm, bytes, iv).setAAD(fingerprint);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([fingerprint, iv, cipher.getAuthTag(), body]);
}

function openWith({ bytes, fingerprint }: Key, sealed: Buffer) {
  const ivAt = lengths.fingerprint;
  const tagAt = ivAt + lengths.iv;
  const bodyAt = tagAt + lengths.tag;
  if (sealed.length < bodyAt) throw new SealBroken('too short to be sealed');
  const decipher = createDecipheriv(algorithm, bytes, sealed.subarray(ivAt, tagAt))
    .setAAD(fingerprint)
    .setAuthTag(sealed.subarray(tagAt, bodyAt));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealBroken('altered since it was sealed');
  }
}

function readKeys(file: string) {
  return madeOnce(file, () => `${randomBytes(lengths.key).toString('base64')}\n`)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Key => {
      const bytes = Buffer.from(line.trim(), 'base64');
      if (bytes.length !== lengths.key)
        throw new Error(`${file}: every line is one key of 32 bytes in base64`);
      const fingerprint = createHash('sha256').update(bytes).digest().subarray(0, lengths.fingerprint);
      return { bytes, fingerprint };
    });
}

let secrets: ReturnType<typeof secretsIn> | undefined;
const theSecrets = () => (secrets ??= secretsIn(theConfig().SECRETS_FILE));

/** What the database may keep without being able to read it. */
export const seal = (text: string) => theSecrets().seal(text);
export const open = (sealed: Buffer) => theSecrets().open(sealed);
export const keyFor: KeyFor = (purpose, kid) => theSecrets().keyFor(purpose, kid);
