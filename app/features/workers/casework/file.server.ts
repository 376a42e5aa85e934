import type { Storage } from '#app/platform/files/stored.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { openFile } from '../complaints/files/queries.server.ts';
import { mayOpen } from './case.server.ts';
import type { Caseworker } from './policy.ts';
import { writeReading } from './reading.server.ts';

/** A photo or voice message, unsealed for whoever may open its case, and written down before; undefined for everybody else. */
export async function openCaseFile(
  { db, actor, now, storage }: Scope<Caseworker> & { storage: Storage },
  complaintId: string,
  id: string,
) {
  const allowed = await db.transaction().execute(async (trx) => {
    if (!(await mayOpen(trx, { actor, now }, complaintId))) return false;
    await writeReading(trx, { actor, now }, complaintId);
    return true;
  });
  return allowed ? openFile({ db, storage }, complaintId, id) : undefined;
}
