import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { submitApplication } from '#app/features/applications/commands.server.ts';
import { openDocument, withdrawDocument } from '#app/features/documents/commands.server.ts';
import { anApplicant } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aDocument } from '#tests/support/factories/documents.ts';
import { test } from '#tests/support/test.ts';

/** What the database refuses whoever writes, the house's own code included. */
describe('a document', () => {
  test('stands as it came, with its versions and with who saw it', async ({ db }) => {
    const { recruiter, officer } = await anApplicant(db);
    const id = await aDocument(recruiter);
    done(await openDocument(officer, id, 1));
    for (const [statement, words] of [
      [`update document set title = 'Another'`, 'stands as it is'],
      [`update document set kind = 'other'`, 'stands as it is'],
      [`delete from document`, 'append-only'],
      [`update document_version set storage_key = 'x'`, 'stands as it is'],
      [`update document_version set evidence_on = '2020-01-01'`, 'stands as it is'],
      [`update document_version set scan = 'quarantined'`, 'scan stands as it is'],
      [`delete from document_version`, 'append-only'],
      [`update document_view set seen_at = now()`, 'append-only'],
      [`delete from document_view`, 'append-only'],
      [`truncate document_view`, 'append-only'],
      [`truncate document_version cascade`, 'append-only'],
    ] as const) {
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(words);
    }
  });

  test('that was withdrawn stays so, and takes nothing more', async ({ db }) => {
    const { recruiter } = await anApplicant(db);
    const id = await aDocument(recruiter);
    done(await withdrawDocument(recruiter, id));
    const back = sql`update document set withdrawn_at = null, withdrawn_by = null where id = ${id}`;
    await expect(back.execute(db)).rejects.toThrow('stands as it is');
    await expect(anotherVersion(id).execute(db)).rejects.toThrow('was withdrawn');
  });

  test('of an application that was sent stands as sent', async ({ db }) => {
    const { recruiter, id: applicationId } = await anApplicant(db);
    const { id } = await db.selectFrom('document').select('id').executeTakeFirstOrThrow();
    done(await submitApplication(recruiter, applicationId));
    await expect(anotherVersion(id).execute(db)).rejects.toThrow('stand as sent');
    const withdrawn = sql`update document set withdrawn_at = now(), withdrawn_by = added_by where id = ${id}`;
    await expect(withdrawn.execute(db)).rejects.toThrow('stand as sent');
    const another = sql`insert into document (organisation_id, kind, title, subject_kind, subject_id, added_at, added_by)
      select organisation_id, kind, title, subject_kind, subject_id, added_at, added_by from document where id = ${id}`;
    await expect(another.execute(db)).rejects.toThrow('stand as sent');
  });

  test('is sent for no application of somebody else', async ({ db }) => {
    const { stranger } = await anApplicant(db);
    const foreign = sql`insert into document (organisation_id, kind, title, subject_kind, subject_id, added_at, added_by)
      select ${stranger.actor.organisationId}, kind, title, subject_kind, subject_id, added_at, added_by from document`;
    await expect(foreign.execute(db)).rejects.toThrow('stand as sent');
  });

  test.for([
    [`bytes`, '209715201', 'bytes'],
    [`bytes`, '0', 'bytes'],
    [`sha256`, `'x'`, 'sha256'],
    [`scan`, `'fine'`, 'scan'],
    [`scan`, `'clean'`, 'document_version_scanned'],
    [`evidence_on`, `'2026-12-31'`, 'document_version_not_ahead'],
    [`valid_until`, `'1999-01-01'`, 'document_version_ends_later'],
    [`version`, '0', 'version'],
  ] as const)('has no version whose %s is %s', async ([column, value, words], { db }) => {
    const { recruiter } = await anApplicant(db);
    const id = await aDocument(recruiter);
    await expect(anotherVersion(id, column, value).execute(db)).rejects.toThrow(words);
  });
});

/** The first version once more as the second, with one column as given. */
function anotherVersion(id: string, column = 'version', value = '2') {
  const columns = [
    ...['document_id', 'version', 'filename', 'media_type', 'bytes', 'sha256', 'storage_key'],
    ...['evidence_on', 'valid_until', 'uploaded_at', 'uploaded_by', 'scan'],
  ];
  const values = columns.map((name) => {
    if (name === column) return value;
    return name === 'version' ? '2' : name;
  });
  return sql`insert into document_version (${sql.raw(columns.join())})
    select ${sql.raw(values.join())} from document_version where document_id = ${id} and version = 1`;
}
