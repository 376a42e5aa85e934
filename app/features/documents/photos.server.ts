import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { photoTypes } from '#app/platform/files/documents.ts';
import { theScanner } from '#app/platform/files/scan.server.ts';
import type { Storage } from '#app/platform/files/storage.server.ts';
import { readRaw, readUpload, type Upload, type UploadProblem } from '#app/platform/files/upload.server.ts';
import type { Result } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Received } from './commands.server.ts';

/** Photos an audit team takes: documents of the audit body, each sent for one audit. */
export const mostPhotoBytes = 10 * 1024 * 1024;

type Photo = { id: string; auditId: string; title: string };

/** Works in the transaction of whoever says what the photo shows: both are stored, or neither. */
export async function addPhoto(
  trx: Transaction<Database>,
  { actor, now }: Pick<Scope<Auditor>, 'actor' | 'now'>,
  { id, auditId, title }: Photo,
  file: Received,
) {
  const { accountId, organisationId } = actor;
  await trx
    .insertInto('document')
    .values({
      ...{ id, organisation_id: organisationId, kind: 'other', title },
      ...{ subject_kind: 'audit', subject_id: auditId, added_at: now, added_by: accountId },
    })
    .execute();
  await trx
    .insertInto('document_version')
    .values({
      ...{ document_id: id, version: 1, filename: file.filename, media_type: file.mediaType },
      ...{ bytes: file.bytes, sha256: file.sha256, storage_key: file.key, evidence_on: dayOf(now) },
      ...{ valid_until: null, uploaded_at: now, uploaded_by: accountId },
      scan: file.quarantined ? 'quarantined' : 'unscanned',
    })
    .execute();
  // Of the audit itself nothing is told: fifty photos a day would drown what happened there.
  const fact = { actor, now, subject: id, related: [organisationId] };
  await recordEvent(trx, fact, 'document.added', { documentId: id, version: 1, kind: 'other' });
}

export type PhotoProblem = UploadProblem | 'file_missing';
type Taken<O> = { ok: false; problem: PhotoProblem } | { ok: true; outcome: O };
type Take<O> = (file: Received) => Promise<O>;

/** The file stays only when it was taken, and for the first time. */
async function keep<O extends Result<{ outcome: string }>>(
  { file, problem }: Pick<Upload, 'file' | 'problem'>,
  storage: Storage,
  take: Take<O>,
): Promise<Taken<O>> {
  if (!file) return { ok: false, problem: problem ?? 'file_missing' };
  const forget = () => storage.remove(file.key).catch(() => undefined);
  try {
    const outcome = await take({ ...file, quarantined: theScanner() !== undefined });
    if (!outcome.ok || outcome.value.outcome !== 'stored') await forget();
    return { ok: true, outcome };
  } catch (error) {
    await forget();
    throw error;
  }
}

const rule = { mostBytes: mostPhotoBytes, types: photoTypes };

/** A photo as a device sends it: the body is the file. */
export const receivePhoto = async <O extends Result<{ outcome: string }>>(
  request: Request,
  { storage, filename }: { storage: Storage; filename: string },
  take: Take<O>,
) => keep(await readRaw(request, storage, { ...rule, filename }), storage, take);

/** The same from a form, where there is no script. */
export async function receivePhotoForm<O extends Result<{ outcome: string }>>(
  request: Request,
  storage: Storage,
  take: (file: Received, fields: FormData) => Promise<O>,
) {
  const { fields, ...upload } = await readUpload(request, storage, { ...rule, field: 'file' });
  return keep(upload, storage, (file) => take(file, fields));
}
