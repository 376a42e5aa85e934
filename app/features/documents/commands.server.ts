import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { StoredFile } from '#app/platform/files/storage.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { DocumentForm, VersionForm } from './forms.ts';
import { scanOf, type Document, type Subject } from './model.ts';
import { mayKeep } from './policy.ts';
import { findVersion, listVersions, lockDocument, subjectIsOpen, visibleTo } from './queries.server.ts';
import * as rules from './rules.ts';

/** A file in the store; `quarantined` when a scanner is to look at it before anybody gets it. */
export type Received = StoredFile & { quarantined: boolean };

type Related = Pick<Document, 'organisationId'> & { subjectId: string | null | undefined };

/** What a fact about a document is about: the document, the record it was sent for, and its organisation. */
const about = (id: string, { organisationId, subjectId }: Related) => ({
  subject: id,
  related: [...(subjectId ? [subjectId] : []), organisationId],
});

type New = DocumentForm & { subject?: Subject | undefined };

/** `file` is stored already; whoever called removes it again when this is refused. */
export function addDocument({ db, actor, now }: Scope<Recruiter>, form: New, file: Received) {
  return db.transaction().execute(async (trx) => {
    const { organisationId, accountId } = actor;
    if (!mayKeep(actor, organisationId)) return refuse('not_found');
    const dates = rules.dated(form, dayOf(now));
    if (!dates.ok) return dates;
    const { kind, title, subject } = form;
    // The organisation's row is the lock: a button pressed twice adds one document.
    await trx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .forNoKeyUpdate()
      .execute();
    const open = await subjectIsOpen(trx, organisationId, subject);
    if (open === undefined) return refuse('not_found');
    if (!open) return refuse('already_sent');
    if (await isThere(trx, { organisationId, kind, subject, sha256: file.sha256 }))
      return refuse('already_there');
    const { id } = await trx
      .insertInto('document')
      .values({
        organisation_id: organisationId,
        kind,
        title,
        subject_kind: subject?.kind ?? null,
        subject_id: subject?.id ?? null,
        added_at: now,
        added_by: accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertVersion(trx, { documentId: id, version: 1, form, file, actor, now });
    const fact = { actor, now, ...about(id, { organisationId, subjectId: subject?.id }) };
    await recordEvent(trx, fact, 'document.added', { documentId: id, version: 1, kind });
    return ok({ documentId: id });
  });
}

/** A scan of a licence, sent with an application. */
export const attachLicence = (
  scope: Scope<Recruiter>,
  applicationId: string,
  file: StoredFile & Partial<Received>,
) =>
  addDocument(
    scope,
    {
      kind: 'licence',
      title: 'Scan of the licence',
      evidenceOn: dayOf(scope.now),
      subject: { kind: 'application', id: applicationId },
    },
    { quarantined: false, ...file },
  );

/** The same document again, newer or better; the versions before it stay. */
export function addVersion(
  { db, actor, now }: Scope<Recruiter>,
  id: string,
  form: VersionForm,
  file: Received,
) {
  return db.transaction().execute(async (trx) => {
    const document = await lockDocument(trx, id);
    if (!document || !mayKeep(actor, document.organisationId)) return refuse('not_found');
    const dates = rules.dated(form, dayOf(now));
    if (!dates.ok) return dates;
    const versions = await listVersions(trx, id);
    const sums = versions.map(({ sha256 }) => sha256);
    const decision = rules.renew(document, file.sha256, sums);
    if (!decision.ok) return decision;
    const version = (versions[0]?.version ?? 0) + 1;
    await insertVersion(trx, { documentId: id, version, form, file, actor, now });
    const fact = { actor, now, ...about(id, { ...document, subjectId: document.subject?.id }) };
    await recordEvent(trx, fact, 'document.added', { documentId: id, version, kind: document.kind });
    return ok({ version });
  });
}

/** It counts no more, and stays readable for those who relied on it. */
export function withdrawDocument({ db, actor, now }: Scope<Recruiter>, id: string) {
  return db.transaction().execute(async (trx) => {
    const document = await lockDocument(trx, id);
    if (!document || !mayKeep(actor, document.organisationId)) return refuse('not_found');
    const decision = rules.withdraw(document);
    if (!decision.ok) return decision;
    const values = { withdrawn_at: now, withdrawn_by: actor.accountId };
    await trx.updateTable('document').set(values).where('id', '=', id).execute();
    const fact = { actor, now, ...about(id, { ...document, subjectId: document.subject?.id }) };
    await recordEvent(trx, fact, 'document.withdrawn', { documentId: id });
    return ok({ id });
  });
}

/** What was sent with a draft that was given up: withdrawn; answers where its bytes lie, for whoever removes them. */
export function withdrawDiscarded({ db, now }: Pick<Scope, 'db' | 'now'>, id: string) {
  return db.transaction().execute(async (trx) => {
    const document = await lockDocument(trx, id);
    if (!document) return refuse('not_found');
    const versions = await trx
      .selectFrom('document_version')
      .select('storage_key as key')
      .where('document_id', '=', id)
      .execute();
    if (!document.withdrawn) {
      await trx
        .updateTable('document')
        .set(({ ref }) => ({ withdrawn_at: now, withdrawn_by: ref('added_by') }))
        .where('id', '=', id)
        .execute();
      const fact = {
        actor: { kind: 'system' as const },
        now,
        ...about(id, { ...document, subjectId: document.subject?.id }),
      };
      await recordEvent(trx, fact, 'document.withdrawn', { documentId: id });
    }
    return ok({ keys: versions.map(({ key }) => key) });
  });
}

type Scanned = { documentId: string; version: number; outcome: 'clean' | 'infected' };

/** What the scanner found, once. */
export function recordScan(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  { documentId, version, outcome }: Scanned,
) {
  return db.transaction().execute(async (trx) => {
    // The row is the lock: a verdict that comes twice is told once.
    const { scan } = await trx
      .selectFrom('document_version')
      .select('scan')
      .where('document_id', '=', documentId)
      .where('version', '=', version)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const decision = rules.settleScan(scanOf(scan), outcome);
    if (!decision.ok) return decision;
    await trx
      .updateTable('document_version')
      .set({ scan: outcome, scanned_at: now })
      .where('document_id', '=', documentId)
      .where('version', '=', version)
      .execute();
    const { organisationId, subjectId } = await trx
      .selectFrom('document')
      .select(['organisation_id as organisationId', 'subject_id as subjectId'])
      .where('id', '=', documentId)
      .executeTakeFirstOrThrow();
    const fact = {
      actor: { kind: 'system' as const },
      now,
      ...about(documentId, { organisationId, subjectId }),
    };
    await recordEvent(trx, fact, 'document.scanned', { documentId, version, outcome });
    return decision;
  });
}

/** Where the bytes of a version lie, for somebody who may have them; that they asked is kept. */
export function openDocument({ db, actor, now }: Scope<SignedIn>, id: string, version: number) {
  return db.transaction().execute(async (trx) => {
    const seen = await visibleTo(trx, actor)
      .select('document.id')
      .where('document.id', '=', id)
      .executeTakeFirst();
    const file = seen && (await findVersion(trx, id, version));
    if (!file) return refuse('not_found');
    const decision = rules.serve(file.scan);
    if (!decision.ok) return decision;
    await trx
      .insertInto('document_view')
      .values({ document_id: id, version, account_id: actor.accountId, seen_at: now })
      .execute();
    const { key, filename, mediaType, bytes } = file;
    return ok({ key, filename, mediaType, bytes });
  });
}

type Version = { documentId: string; version: number; form: VersionForm; file: Received } & Pick<
  Scope<Recruiter>,
  'actor' | 'now'
>;

const insertVersion = (
  trx: Transaction<Database>,
  { documentId, version, form, file, actor, now }: Version,
) =>
  trx
    .insertInto('document_version')
    .values({
      document_id: documentId,
      version,
      filename: file.filename,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      storage_key: file.key,
      evidence_on: form.evidenceOn,
      valid_until: form.validUntil ?? null,
      uploaded_at: now,
      uploaded_by: actor.accountId,
      scan: file.quarantined ? 'quarantined' : 'unscanned',
    })
    .execute();

type Sameness = Pick<Document, 'organisationId' | 'kind' | 'subject'> & { sha256: string };

/** The very same file for the very same purpose: a button pressed twice. */
async function isThere(trx: Transaction<Database>, { organisationId, kind, subject, sha256 }: Sameness) {
  const there = await trx
    .selectFrom('document')
    .innerJoin('document_version', 'document_version.document_id', 'document.id')
    .select('document.id')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', kind)
    .where('subject_id', 'is not distinct from', subject?.id ?? null)
    .where('withdrawn_at', 'is', null)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return there !== undefined;
}
