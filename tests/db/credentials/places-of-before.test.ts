import { Migrator, sql } from 'kysely';
import { expect, inject, test } from 'vitest';

import { connect } from '#db/client.server.ts';
import * as migrations from '#db/migrations/index.ts';
import { asAdmin } from '#tests/support/postgres.ts';

const count = 300;

test('certificates of before there were credentials have each a place of its own, drawn and not counted', async () => {
  const name = 'test_status_migration';
  await asAdmin(inject('serverUrl'), `create database ${name}`);
  const { db, pool } = connect(`${inject('serverUrl')}/${name}`, { max: 1 });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const names = Object.keys(migrations).toSorted();
  const before = names[names.indexOf('20261128T0220_status_entry') - 1] ?? '';
  expect((await migrator.migrateTo(before)).error).toBeUndefined();
  // What these rows hang on does not matter here: no foreign keys, no triggers, no checks.
  await pool.query(`set session_replication_role = replica`);
  const checks = await pool.query<{ conname: string }>(
    `select conname from pg_constraint where conrelid = 'certificate'::regclass and contype = 'c'`,
  );
  for (const { conname } of checks.rows)
    await pool.query(`alter table certificate drop constraint "${conname}"`);
  const needed = await pool.query<{ attname: string }>(
    `select attname from pg_attribute
      where attrelid = 'certificate'::regclass and attnum > 0 and attnotnull and attname <> 'id'`,
  );
  for (const { attname } of needed.rows)
    await pool.query(`alter table certificate alter column "${attname}" drop not null`);
  await pool.query(`
    insert into certificate (id, number, organisation_id, audit_body_id, application_id, scheme_version_id, status, valid_from, valid_until)
      select gen_random_uuid(), 'ERC-2026-' || lpad(n::text, 5, '0'), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'v1',
        'active', '2026-03-01', '2029-02-28' from generate_series(1, ${count}) n`);
  await pool.query(`set session_replication_role = origin`);
  expect((await migrator.migrateTo('20261128T0220_status_entry')).error).toBeUndefined();
  const { rows } = await sql<{ place: number; list: number; number: string }>`
    select e.place, e.list, c.number from certificate c join status_entry e on e.certificate_id = c.id order by c.number`.execute(
    db,
  );
  expect(rows).toHaveLength(count);
  expect(new Set(rows.map(({ list, place }) => `${list}-${place}`)).size).toBe(count);
  // Neither in the order of their issue nor side by side.
  const places = rows.map(({ place }) => place);
  expect(places).not.toEqual(places.toSorted((a, b) => a - b));
  expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan(10 * count);
  await db.destroy();
  await asAdmin(inject('serverUrl'), `drop database ${name} with (force)`);
});
