import { createHash } from 'node:crypto';

import { keyFor } from '#app/platform/secrets.server.ts';

export type LinkKind = 'invitation' | 'hand';

/**
 * What stands in a personal link, drawn from the key file for its id: every mail about it carries the same link, and
 * the database keeps a digest alone.
 */
export function tokenFor(kind: LinkKind, id: string) {
  const key = keyFor(`link of mapping ${kind} ${id}`);
  if (!key) throw new Error('no key to draw from');
  return Buffer.from(key.bytes).toString('base64url');
}

export const digestOf = (token: string) => createHash('sha256').update(token).digest();
