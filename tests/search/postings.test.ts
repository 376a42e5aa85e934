import { expect } from 'vitest';
import { sql, type Kysely } from 'kysely';

import { readNames } from '#app/features/register/search/read-names.server.ts';
import type { Database } from '#db/client.server.ts';
import { test } from '#tests/support/test.ts';

import { onRegister } from './register.ts';

/** Postings that should be there and are not, and the other way round. */
async function astray(db: Kysely<Database>) {
  const { rows } = await sql<{ count: number }>`
    with due as (select distinct w.id as word_id, n.size, n.id as name_id, n.country, n.word_ids
      from register_name n, unnest(n.word_ids) as w(id)), kept as (select word_id, size, name_id, country, word_ids from register_posting)
    select count(*) from ((select * from due except select * from kept) union all (select * from kept except select * from due)) d`.execute(
    db,
  );
  return rows[0]?.count;
}

const posted = (db: Kysely<Database>) =>
  db
    .selectFrom('register_posting')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();

test('every word of every name is posted, whatever is done to names', async ({ db }) => {
  const [id = ''] = await onRegister(db, [
    { name: 'Himal Himal Workforce', country: 'NP', trading: 'Snow Jobs', licence: '1' },
    { name: 'Padma Overseas', country: 'BD', licence: '2' },
  ]);
  await readNames(db);
  // "Himal" once, though the name has it twice.
  expect(await posted(db)).toEqual({ count: 6 });
  expect(await astray(db)).toBe(0);

  await db.updateTable('organisation').set({ country: 'IN' }).where('id', '=', id).execute();
  expect(await astray(db)).toBe(0);
  await db.updateTable('organisation').set({ name: 'Everest Rising' }).where('id', '=', id).execute();
  await readNames(db);
  expect(await posted(db)).toEqual({ count: 8 });
  expect(await astray(db)).toBe(0);
  await db.updateTable('register_name').set({ read_by: 1 }).execute();
  await readNames(db);
  expect(await astray(db)).toBe(0);
  await db.deleteFrom('register_name').where('organisation_id', '=', id).execute();
  expect(await posted(db)).toEqual({ count: 2 });
  expect(await astray(db)).toBe(0);
});
