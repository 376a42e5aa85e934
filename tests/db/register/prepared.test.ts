import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { findRecord } from '#app/features/register/queries.server.ts';
import { listMatchedRecords, searchRegister } from '#app/features/register/search/search.server.ts';
import { connect } from '#db/client.server.ts';
import { preparedQuery } from '#db/prepared.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/test.ts';

describe('statements that are asked many times a second', () => {
  test('are planned once a connection, for few values as for many', async ({ copy: { db, url } }) => {
    for (let n = 0; n < 12; n += 1)
      await aListed(db, { name: `Himal Trek${n} Overseas`, number: `LRN0000010${n}2603` });
    const one = connect(url, { max: 1 });
    try {
      const asked = { db: one.db, now: new Date() };
      for (let n = 0; n < 12; n += 1) {
        expect(await findRecord(asked, `LRN0000010${n}2603`)).toMatchObject({ ok: true });
        expect(await searchRegister(asked, { q: `Himal Trek${n}` }, { limit: 20 })).not.toEqual([]);
        const { data } = await listMatchedRecords(asked, { q: `Himal Trek${n}` }, { limit: 20 });
        expect(data[0]?.record.name).toBe(`Himal Trek${n} Overseas`);
      }
      const { rows } = await sql<{ name: string; custom: number }>`
        select name, custom_plans as custom from pg_prepared_statements order by name`.execute(one.db);
      expect(rows.map(({ name }) => name)).toEqual([
        'register_candidates',
        'register_entries',
        'register_numbers',
        'register_record',
        'register_records',
      ]);
      // PostgreSQL makes five plans of a statement before it keeps one.
      for (const { name, custom } of rows) expect(`${name} ${custom}`).toBe(`${name} 5`);
    } finally {
      await one.db.destroy();
    }
  });

  test('a stand-in that is nowhere in a statement is refused, and nobody’s value stays behind', async ({
    db,
  }) => {
    const names = preparedQuery('some_names', { country: 'country' }, (built, { country }) =>
      built.selectFrom('organisation').select('name').where('country', '=', country),
    );
    await aListed(db, { name: 'Himal Trek', number: 'LRN000001002603' });
    expect(await names(db, { country: 'NP' })).toEqual([{ name: 'Himal Trek' }]);
    expect(await names(db, { country: 'ZZ' })).toEqual([]);
    expect(await names(db, { country: 'country' })).toEqual([]);
    const wrong = preparedQuery('no_names', { country: 'country' }, (built) =>
      built.selectFrom('organisation').select('name'),
    );
    await expect(wrong(db, { country: 'NP' })).rejects.toThrow('country is nowhere in no_names');
  });
});
