import { Migrator, sql } from 'kysely';
import { expect, inject, test } from 'vitest';

import { connect } from '#db/client.server.ts';
import * as migrations from '#db/migrations/index.ts';
import { asAdmin } from '#tests/support/postgres.ts';

const [agency, person, application, audit, finding] = [1, 2, 3, 4, 5].map(
  (digit) => `00000000-0000-4000-8000-00000000000${digit}`,
);

test('evidence of before is a document of its recruiter, whose hash stands with it', async () => {
  const name = 'test_evidence_migration';
  await asAdmin(inject('serverUrl'), `create database ${name}`);
  const { db, pool } = connect(`${inject('serverUrl')}/${name}`, { max: 1 });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  await migrator.migrateTo('20261127T0201_finding_breakdown');
  // What these rows hang on does not matter here: no foreign keys, no triggers.
  await pool.query(`set session_replication_role = replica`);
  await pool.query(`
    insert into audit (id, reference, type, state, application_id, organisation_id, audit_body_id, scheme_version_id, scheduled_at, scheduled_by)
      values ('${audit}', 'AUD-00007', 'stage2', 'scheduled', '${application}', '${agency}', '${agency}', 'v1', now(), '${person}');
    insert into finding (id, audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade,
        statement, evidence, state, raised_at, raised_by)
      values ('${finding}', '${audit}', '${application}', '${agency}', 3, 'v1', '1.1.2', 'minor', 'No payee is named.',
        'Seen on paper.', 'raised', now(), '${person}');
    insert into finding_evidence (finding_id, round, description, filename, media_type, bytes, sha256, storage_key,
        submitted_at, submitted_by, answer, answer_reason, answered_at, answered_by)
      values ('${finding}', 1, 'Receipts', 'receipts.pdf', 'application/pdf', 12, '${'a'.repeat(64)}', 'key',
        '2026-02-01T23:30:00Z', '${person}', 'rejected', 'Not enough', now(), '${person}'),
      ('${finding}', 2, 'Words alone', null, null, null, null, null, '2026-02-03T08:00:00Z', '${person}', null, null, null, null)`);
  const { error } = await migrator.migrateTo('20261127T0204_evidence_by_document');
  expect(error).toBeUndefined();
  const moved = await sql<object>`
    select e.round, d.organisation_id, d.title, d.subject_kind, d.subject_id, v.filename, v.storage_key, v.evidence_on::text,
        v.scan, v.sha256 = e.sha256 as sealed
      from finding_evidence e left join document d on d.id = e.document_id
      left join document_version v on v.document_id = d.id and v.version = e.document_version order by e.round`.execute(
    db,
  );
  expect(moved.rows).toEqual([
    {
      ...{ round: 1, organisation_id: agency, title: 'Evidence of correction, finding AUD-00007/3' },
      ...{ subject_kind: 'finding', subject_id: finding, filename: 'receipts.pdf', storage_key: 'key' },
      ...{ evidence_on: '2026-02-01', scan: 'unscanned', sealed: true },
    },
    expect.objectContaining({ round: 2, title: null, filename: null }),
  ]);
  await db.destroy();
  await asAdmin(inject('serverUrl'), `drop database ${name} with (force)`);
});
