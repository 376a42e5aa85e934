import type { Kysely } from 'kysely';

import { checkList } from '#app/features/register/verifications/lists/check.server.ts';
import { askCheck, readList } from '#app/features/register/verifications/lists/commands.server.ts';
import type { Columns } from '#app/features/register/verifications/lists/model.ts';
import { findList } from '#app/features/register/verifications/lists/queries.server.ts';
import { listResults } from '#app/features/register/verifications/lists/results.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { done } from './audits.ts';
import { origin, someSigning } from './listed.ts';

export const named: Columns = { headed: true, places: { name: 0 } };

/** A list as a company sends it. */
export const sent = (text: string | Buffer, filename = 'suppliers.csv') => ({
  content: Buffer.from(text),
  filename,
});

/** What the job does, at the time of the test. */
export const work = (db: Kysely<Database>, id: string, now: Date, signing = someSigning()) =>
  checkList({ db, signing, origin, clock: () => now }, { list: id });

/** A list that was sent, asked for and checked. */
export async function aCheckedList(scope: Scope<Company>, text: string | Buffer, columns = named) {
  const { id } = done(await readList(scope, sent(text)));
  done(await askCheck(scope, id, columns));
  await work(scope.db, id, scope.now);
  const list = await findList(scope, id);
  if (!list) throw new Error('no list');
  return { ...list, results: await listResults(scope.db, list, { show: 'all', limit: 100 }) };
}
