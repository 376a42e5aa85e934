import { Migrator, sql } from 'kysely';
import { expect, inject, test } from 'vitest';

import { connect } from '#db/client.server.ts';
import * as migrations from '#db/migrations/index.ts';
import { asAdmin } from '#tests/support/postgres.ts';

const [agency, person, application, scan] = [1, 2, 3, 4].map(
  (digit) => `00000000-0000-4000-8000-00000000000${digit}`,
);

test('scans of before are documents of the application they were sent with, sent ones included', async () => {
  const name = 'test_document_migration';
  await asAdmin(inject('serverUrl'), `create database ${name}`);
  const { db, pool } = connect(`${inject('serverUrl')}/${name}`, { max: 1 });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  await migrator.migrateTo('20261124T2255_sign_on');
  // What these rows hang on does not matter here: no foreign keys, no triggers.
  await pool.query(`set session_replication_role = replica`);
  await pool.query(`
    insert into application (id, organisation_id, scheme_version_id, state, started_at, started_by, submitted_at)
      values ('${application}', '${agency}', 'v1', 'submitted', now(), '${person}', now());
    insert into application_document
        (id, application_id, kind, filename, media_type, bytes, sha256, storage_key, uploaded_at, uploaded_by)
      values ('${scan}', '${application}', 'licence', 'licence.pdf', 'application/pdf', 12, '${'a'.repeat(64)}', 'key',
        '2026-02-01T23:30:00Z', '${person}')`);
  const { error } = await migrator.migrateTo('20261125T0210_document');
  expect(error).toBeUndefined();
  const moved = await sql<object>`
    select d.id, d.organisation_id, d.kind, d.subject_kind, d.subject_id, v.version, v.filename, v.storage_key, v.evidence_on, v.scan
      from document d join document_version v on v.document_id = d.id`.execute(db);
  expect(moved.rows).toEqual([
    {
      ...{
        id: scan,
        organisation_id: agency,
        kind: 'licence',
        subject_kind: 'application',
        subject_id: application,
      },
      ...{
        version: 1,
        filename: 'licence.pdf',
        storage_key: 'key',
        evidence_on: '2026-02-01',
        scan: 'unscanned',
      },
    },
  ]);
  await db.destroy();
  await asAdmin(inject('serverUrl'), `drop database ${name} with (force)`);
});
