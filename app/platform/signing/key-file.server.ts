import { createPrivateKey, sign } from 'node:crypto';
import { renameSync, statSync, writeFileSync } from 'node:fs';

import { z } from 'zod';

import { madeOnce, readIfThere } from '../files/made-once.server.ts';
import { newPrivateJwk, thumbprintOf } from './ed25519.server.ts';
import type { Keyring, PublicKey, Signer } from './signer.ts';

const bytes32 = z.string().regex(/^[\w-]{43}$/);
const shape = z.object({
  keys: z
    .array(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: bytes32, d: bytes32.optional() }))
    .min(1),
});
type Jwk = z.infer<typeof shape>['keys'][number];

/**
 * The keys in a JWK Set (RFC 7517), newest first: the first signs and must be private, of the others the public half is
 * enough. Read again when it changes, so that a new key on top signs without a restart. `make`: where a file is missing
 * one may be made.
 */
export function keysIn(file: string, { make }: { make: boolean }): Keyring {
  let kept: { seen: string; keys: Loaded } | undefined;
  const known = () => {
    const seen = stampOf(file);
    if (kept?.seen === seen && seen !== '') return kept.keys;
    const text = make
      ? madeOnce(file, () => written([newPrivateJwk()]))
      : (readIfThere(file) ?? missing(file));
    const keys = load(file, text);
    kept = { seen: stampOf(file), keys };
    return keys;
  };
  // In a promise, so that what is wrong with the file is a refusal like a KMS's own.
  return {
    signer: () => new Promise((resolve) => resolve(known().signer)),
    publicKeys: () => new Promise((resolve) => resolve(known().all)),
  };
}

type Loaded = { signer: Signer; all: PublicKey[] };

function load(file: string, text: string): Loaded {
  const parsed = shape.safeParse(parsedJson(text));
  if (!parsed.success) throw new Error(`${file} is no JWK Set of Ed25519 keys`);
  const [newest] = parsed.data.keys;
  if (!newest?.d) throw new Error(`${file}: its first key has no private half, so nothing can be signed`);
  const all = parsed.data.keys.map(toPublic);
  const key = privateKey(newest.x, newest.d);
  const own = toPublic(newest);
  return {
    signer: { ...own, sign: (bytes) => Promise.resolve(sign(null, bytes, key)) },
    all: all.filter(({ id }, place) => all.findIndex((other) => other.id === id) === place),
  };
}

const privateKey = (x: string, d: string) =>
  createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' });

function toPublic({ x, d }: Jwk): PublicKey {
  // Halves that were pasted together would sign what nobody can check.
  if (d && privateKey(x, d).export({ format: 'jwk' }).x !== x)
    throw new Error('the two halves of a signing key do not belong together');
  const bytes = Buffer.from(x, 'base64url');
  return { id: thumbprintOf(bytes), bytes };
}

/** Puts a new key on top, which signs from then on; every older one stays. Answers its thumbprint. */
export function rotateKeys(file: string): string {
  const key = newPrivateJwk();
  const before = readIfThere(file);
  const older = before === undefined ? [] : shape.parse(parsedJson(before)).keys;
  const aside = `${file}.new`;
  if (before === undefined) madeOnce(file, () => written([key]));
  else {
    writeFileSync(aside, written([key, ...older]), { mode: 0o600, flag: 'wx' });
    renameSync(aside, file);
  }
  return thumbprintOf(Buffer.from(key.x ?? '', 'base64url'));
}

const written = (keys: object[]) => `${JSON.stringify({ keys }, null, 2)}\n`;

function stampOf(file: string) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function missing(file: string): never {
  throw new Error(`${file} is missing. Make it once with: npm run signing-key`);
}
