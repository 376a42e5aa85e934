import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { helpRow, keepers } from '#tests/support/factories/help.ts';
import { test } from '#tests/support/test.ts';

/** What raw SQL cannot store: the directory's rules stand in the database as well. */
describe('the table', () => {
  test.for<[string, object]>([
    ['no source', { source: '' }],
    ['a source that is an open address', { source: 'http://list.example' }],
    ['a check that is to come', { checked_on: '2026-03-02' }],
    ['no topic', { topics: [] }],
    ['a topic nobody knows', { topics: ['money'] }],
    ['no language', { languages: [] }],
    ['a language that is none', { languages: ['Nepali please'] }],
    ['a number that is not E.164', { phones: ['044123456'] }],
    ['a number that is nothing', { phones: ['+97444123456', null] }],
    ['six numbers', { phones: [1, 2, 3, 4, 5, 6].map((end) => `+9744412345${end}`) }],
    ['a page that is not https', { url: 'http://centre.example/' }],
    ['a page with somebody’s name in it', { url: 'https://somebody@centre.example/' }],
    ['no way to reach it', { url: null }],
    ['a country that is none', { country: 'Qatar' }],
    ['a withdrawal without a reason', { withdrawn_at: new Date() }],
    ['an example with a number', { demonstration: true, phones: ['+97444123456'] }],
    ['an example with a real page', { demonstration: true, url: 'https://centre.org/' }],
    ['an example whose page only looks so', { demonstration: true, url: 'https://centre.org/?a=.example/' }],
  ])('takes no entry with %s', async ([, wrong], { db }) => {
    const { accountId } = await keepers(db);
    const stored = db.insertInto('help_entry').values({ ...helpRow(accountId), ...wrong });
    await expect(stored.execute()).rejects.toThrow(/violates check constraint/);
  });

  test('takes no entry that was never checked, or has no source at all', async ({ db }) => {
    const { accountId } = await keepers(db);
    const { checked_on: _never, ...unchecked } = helpRow(accountId);
    const { source: _nowhere, ...unsourced } = helpRow(accountId);
    for (const row of [unchecked, unsourced]) {
      const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
      const values = sql.join(Object.values(row));
      const stored = sql`insert into help_entry (${columns}) values (${values})`.execute(db);
      await expect(stored).rejects.toThrow(/null value in column "(checked_on|source)"/);
    }
  });

  test('keeps what was withdrawn, when it was checked, and every entry', async ({ db }) => {
    const { accountId } = await keepers(db);
    const { id } = await db
      .insertInto('help_entry')
      .values(helpRow(accountId, 10))
      .returning('id')
      .executeTakeFirstOrThrow();
    const set = (change: object) =>
      db
        .updateTable('help_entry')
        .set({ revision: 2, ...change })
        .where('id', '=', id)
        .execute();
    await expect(set({ checked_on: '2026-01-01' })).rejects.toThrow('checked_on');
    await expect(set({ demonstration: true })).rejects.toThrow('demonstration stands');
    await expect(set({ name: 'Another', revision: 1 })).rejects.toThrow('stands as it is');
    await expect(db.deleteFrom('help_entry').execute()).rejects.toThrow('append-only');
    await expect(sql`truncate help_entry cascade`.execute(db)).rejects.toThrow('append-only');
    await set({
      ...{ withdrawn_at: new Date(), withdrawn_by: accountId, withdrawn_reason: 'It closed in February.' },
    });
    const back = { withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null, revision: 3 };
    await expect(set(back)).rejects.toThrow('stands as it is');
  });

  test('has a name once in a country while it is not withdrawn', async ({ db }) => {
    const { accountId } = await keepers(db);
    const row = helpRow(accountId);
    await db.insertInto('help_entry').values(row).execute();
    const again = { ...row, name: row.name.toUpperCase() };
    await expect(db.insertInto('help_entry').values(again).execute()).rejects.toThrow('help_entry_once');
    await db
      .insertInto('help_entry')
      .values({ ...again, country: 'AE' })
      .execute();
  });
});
