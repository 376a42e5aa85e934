import { redirect } from '@remix-run/node';

import { download } from '../http.server.ts';
import type { Storage, StoredFile } from './stored.server.ts';

/** A stored file for saving: from the store itself where it gives links, else through us. */
export async function handOver(storage: Storage, file: Omit<StoredFile, 'sha256'>) {
  const link = await storage.link(file.key, file);
  return link === undefined
    ? download(storage.read(file.key), file)
    : redirect(link, { headers: { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' } });
}
