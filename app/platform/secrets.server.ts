import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { theConfig } from './config.server.ts';

/** Keys live outside the database, so that whoever reads its rows reads no secret in them. */
let known: Buffer | undefined;

function theKey() {
  const file = theConfig().SECRETS_FILE;
  return (known ??= read(file) ?? make(file));
}

function read(file: string) {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function make(file: string) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process was a moment quicker: its key is everyone's.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return read(file);
}

const cipher = 'aes-256-gcm';

/** Encrypts with the key of this installation. */
export function seal(text: string): Buffer {
  const nonce = randomBytes(12);
  const sealing = createCipheriv(cipher, theKey() ?? '', nonce);
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), body]);
}

/** Throws where it was sealed with another key, or altered. */
export function open(sealed: Buffer): string {
  const opening = createDecipheriv(cipher, theKey() ?? '', sealed.subarray(0, 12));
  opening.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([opening.update(sealed.subarray(28)), opening.final()]).toString('utf8');
}
