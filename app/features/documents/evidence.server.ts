import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { documentTypes } from '#app/platform/files/documents.ts';
import type { Auditor, Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Received } from './commands.server.ts';
import { mostBytesOf, type Kind, type Subject } from './model.ts';

/** Files that show something of a record: chosen on the record's own page, kept as every other document is. */
export const shownRule = { field: 'file', types: documentTypes, mostBytes: mostBytesOf('other') };

type Shown = { kind: Kind; title: string; subject?: Subject | undefined };

/** Works in the transaction of whoever says what the file shows: both are stored, or neither. */
export async function addShown(
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope<Recruiter | Officer | Auditor>, 'actor' | 'now'>,
  { kind, title, subject }: Shown,
  file: Received,
) {
  const { accountId, organisationId } = actor;
  const { id } = await trx
    .insertInto('document')
    .values({
      ...{ organisation_id: organisationId, kind, title, added_at: now, added_by: accountId },
      ...{ subject_kind: subject?.kind ?? null, subject_id: subject?.id ?? null },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { filename, mediaType, bytes, sha256, key, quarantined } = file;
  await trx
    .insertInto('document_version')
    .values({
      ...{ document_id: id, version: 1, filename, media_type: mediaType, bytes, sha256, storage_key: key },
      ...{ evidence_on: dayOf(now), valid_until: null, uploaded_at: now, uploaded_by: accountId },
      scan: quarantined ? 'quarantined' : 'unscanned',
    })
    .execute();
  // The record itself tells that something was shown; that a document came is its keeper's to read.
  const fact = { actor, now, subject: id, related: [organisationId] };
  await recordEvent(trx, fact, 'document.added', { documentId: id, version: 1, kind });
  return { documentId: id, version: 1, sha256 };
}
