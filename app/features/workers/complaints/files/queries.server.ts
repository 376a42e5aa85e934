import { isId } from '#app/platform/database/ids.server.ts';
import type { Storage } from '#app/platform/files/stored.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { fileAt, openIn } from '../sealing.server.ts';
import { fileKey, unsealed } from './sealed-storage.server.ts';

/** The files of a case, the oldest first: what anybody may know of them who may open it. */
export const listFiles = ({ db }: Pick<Scope, 'db'>, complaintId: string) =>
  db
    .selectFrom('complaint_file')
    .select(['id', 'media_type as mediaType', 'bytes', 'added_at as at'])
    .where('complaint_id', '=', complaintId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();

/** One of them unsealed, for whoever was let into the case; undefined for none, and for what no key opens. */
export async function openFile(
  { db, storage }: Pick<Scope, 'db'> & { storage: Storage },
  complaintId: string,
  id: string,
) {
  const row = await db
    .selectFrom('complaint_file')
    .select(['id', 'storage_key', 'media_type', 'sealed_key'])
    .where('complaint_id', '=', complaintId)
    .where(isId('id', id))
    .executeTakeFirst();
  const key = row && (await openIn(fileAt(complaintId, row.id), row.sealed_key, fileKey));
  const bytes = key && (await unsealed(storage.read(row.storage_key), key));
  return bytes && { bytes, mediaType: row.media_type };
}
