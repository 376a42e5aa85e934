import { Migrator, sql } from 'kysely';
import { expect, inject, test as plain } from 'vitest';

import { connect } from '#db/client.server.ts';
import * as migrations from '#db/migrations/index.ts';
import { asAdmin } from '#tests/support/postgres.ts';
import { test } from '#tests/support/test.ts';

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const [agency, person, application, audit] = [id(1), id(2), id(3), id(4)];

const unvalidated = sql<{ conname: string }>`
  select conname from pg_constraint where contype = 'c' and not convalidated order by conname`;

test('every constraint of a house without older rows is asked of all of them', async ({ db }) => {
  expect((await unvalidated.execute(db)).rows).toEqual([]);
});

type Row = { digit: number; grade: string; state: string } & Record<string, string | number>;
const major = {
  grade: 'major',
  issued_at: '2026-01-02',
  plan_due_on: '2026-02-01',
  close_due_on: '2026-04-02',
};
const closed = { state: 'closed', closed_at: '2026-03-02', closed_by: agency };
const told = { ...major, state: 'cap_accepted' };

/** A finding as it may have been stored before. */
const stored = ({ digit, ...given }: Row) => {
  const row = {
    ...{
      id: id(digit),
      audit_id: audit,
      application_id: application,
      organisation_id: agency,
      number: digit,
    },
    ...{ scheme_version_id: 'v1', indicator_code: '1.1.2', statement: 'No payee is named.' },
    ...{ evidence: 'Seen on paper.', raised_at: '2026-01-01', raised_by: person, ...given },
  };
  const values = Object.values(row).map((value) => `'${value}'`);
  return `insert into finding (${Object.keys(row).join(', ')}) values (${values.join(', ')});`;
};

plain('findings of before are completed from what was kept, and nothing is made up', async () => {
  const name = 'test_findings_of_before';
  await asAdmin(inject('serverUrl'), `create database ${name}`);
  const { db, pool } = connect(`${inject('serverUrl')}/${name}`, { max: 1 });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  await migrator.migrateTo('20261127T0530_beginnings');
  // What these rows hang on does not matter here: no foreign keys, no triggers.
  await pool.query(`set session_replication_role = replica`);
  await pool.query(`
    insert into account (id, name, email, created_at, verified_at) values ('${person}', 'Ines Costa', 'ines@body.example', '2026-01-01', '2026-01-01');
    insert into audit (id, reference, type, state, application_id, organisation_id, audit_body_id, scheme_version_id, scheduled_at, scheduled_by)
      values ('${audit}', 'AUD-00007', 'stage2', 'scheduled', '${application}', '${agency}', '${agency}', 'v1', '2026-01-01', '${person}');
    ${stored({ ...told, digit: 1, grade: 'minor', verification_method: 'desk', ...closed })}
    ${stored({ ...told, digit: 2, verified_by: person })}
    ${stored({ ...told, digit: 6, grade: 'minor', verified_at: '2026-03-01', ...closed })}
    ${stored({ ...told, digit: 3, containment: 'The desk was closed the same day.' })}
    ${stored({ ...told, digit: 4, contained_at: '2026-01-03T08:00:00Z' })}
    ${stored({ ...told, digit: 5, verified_at: '2026-03-01', verified_by: person, ...closed })}
    insert into finding_evidence (finding_id, round, description, submitted_at, submitted_by, answer, answered_at, answered_by)
      values ('${id(1)}', 1, 'Receipts', '2026-02-01', '${person}', 'verified', '2026-02-03T08:00:00Z', '${person}');
    insert into event (type, subject, actor, payload, occurred_at)
      values ('finding.contained', '${id(3)}', '{}', '{}', '2026-01-04T08:00:00Z')`);
  await pool.query(`set session_replication_role = origin`);
  const { error } = await migrator.migrateTo('20261127T0802_constraints_validated');
  expect(error).toBeUndefined();
  const rows = await db
    .selectFrom('finding')
    .select(['verified_at', 'verified_by', 'verification_method', 'contained_at', 'containment'])
    .orderBy('number')
    .execute();
  const none = { verified_at: null, verified_by: null, verification_method: null };
  expect(rows).toMatchObject([
    { verified_at: new Date('2026-02-03T08:00:00Z'), verified_by: person, verification_method: 'desk' },
    none,
    { contained_at: new Date('2026-01-04T08:00:00Z'), containment: 'The desk was closed the same day.' },
    { containment: 'The words of the time were not kept.' },
    // How it was verified, nobody knows.
    { verified_by: person, verification_method: null },
    none,
  ]);
  expect((await unvalidated.execute(db)).rows).toEqual([{ conname: 'finding_verified_whole' }]);
  await db.destroy();
  await asAdmin(inject('serverUrl'), `drop database ${name} with (force)`);
});
