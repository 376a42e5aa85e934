import type { Kysely } from 'kysely';

import { listInDirectory } from '#app/features/workers/help/commands.server.ts';
import type { Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { helpForm } from '#tests/support/factories/help.ts';

/** Somebody who helps. */
export async function helpNames(db: Kysely<Database>, actor: Officer) {
  const { id } = done(await listInDirectory({ db, actor, now: new Date() }, helpForm));
  return { 'help/:id': id, 'sheets/:file': 'NP.csv' };
}
