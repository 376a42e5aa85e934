import { sql, type Kysely, type Transaction } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Auditor, Officer, Recruiter, Reviewer, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isKind, kindOf, scanOf, type Document, type Subject } from './model.ts';

const perPage = 25;
const most = 200;

/**
 * An officer opens nothing of an application before having declared that nothing ties them to the applicant; while the
 * scheme has one to decide, nothing else of the applicant either.
 */
const openToOfficer = (officer: string) => sql<boolean>`
  case when document.subject_kind = 'application' then is_free_to_review(document.subject_id, ${officer}::uuid)
    else not exists (select 1 from application a where a.organisation_id = document.organisation_id
      and a.state in ('under_review', 'deferred', 'appealed') and not is_free_to_review(a.id, ${officer}::uuid)) end`;

/**
 * What each actor may read: an organisation its own; officers all; an audit body those of the recruiters it serves now,
 * and what its own audits used; the panel those of applications that reached it.
 */
export const visibleTo = (db: Kysely<Database>, actor: SignedIn) =>
  db.selectFrom('document').where((where) => {
    switch (actor.kind) {
      case 'officer':
        return openToOfficer(actor.accountId);
      case 'recruiter':
        return where('document.organisation_id', '=', actor.organisationId);
      case 'auditor':
      case 'reviewer':
        return where.or([
          where.and([
            where('document.subject_kind', 'is distinct from', 'finding'),
            where('document.organisation_id', 'in', servedBy(db, actor.organisationId)),
          ]),
          usedInAudit(actor),
          takenInAudit(actor),
          sentForFinding(actor),
          showingMisuse(actor),
        ]);
      case 'decider':
        return where.or([
          where.exists(
            where
              .selectFrom('application')
              .select('application.id')
              .whereRef('application.organisation_id', '=', 'document.organisation_id')
              .whereRef('application.id', '=', 'document.subject_id')
              .where('application.package_frozen_at', 'is not', null)
              .where(sql<boolean>`application.id in (select panel_reads(${actor.accountId}::uuid))`),
          ),
          takenInAudit(actor),
          sentForFinding(actor),
        ]);
      case 'company':
      case 'caseworker':
      case 'trainer':
      case 'authority':
        return where.val(false);
    }
  });

/** Recruiters an audit body serves now. */
const servedBy = (db: Kysely<Database>, bodyId: string) =>
  db.selectFrom('serving_body').select('organisation_id').where('audit_body_id', '=', bodyId);

/** What an audit used stays with its team and its body's reviewers, whoever serves the recruiter by now. */
const usedInAudit = ({ kind, accountId, organisationId }: SignedIn) => sql<boolean>`
  exists (select 1 from audit a where a.audit_body_id = ${organisationId}::uuid and (${kind}::text = 'reviewer'
      or exists (select 1 from audit_team_member m where m.audit_id = a.id and m.account_id = ${accountId}::uuid))
    and a.id in (select e.audit_id from assessment_evidence e where e.document_id = document.id
      union select f.audit_id from remedy_entry e join remedy r on r.id = e.remedy_id join finding f on f.id = r.finding_id
        where e.document_id = document.id))`;

/** Photos of a team: its own, its body's reviewers', and the panel's once the package reached it. */
const takenInAudit = ({ kind, accountId, organisationId }: SignedIn) => sql<boolean>`
  (document.subject_kind = 'audit' and exists (select 1 from audit a where a.id = document.subject_id and case ${kind}::text
    when 'auditor' then exists (select 1 from audit_team_member m where m.audit_id = a.id and m.account_id = ${accountId}::uuid)
    when 'reviewer' then a.audit_body_id = ${organisationId}::uuid
    else a.reviewed_at is not null and a.application_id in (select panel_reads(${accountId}::uuid)) end))`;

/** Evidence of a correction: whoever reads its finding, the team that raised it, its body's reviewers and the panel. */
const sentForFinding = ({ kind, accountId, organisationId }: SignedIn) => sql<boolean>`
  (document.subject_kind = 'finding' and exists (select 1 from finding f join audit a on a.id = f.audit_id
    where f.id = document.subject_id and case ${kind}::text
      when 'auditor' then a.audit_body_id = ${organisationId}::uuid
        and exists (select 1 from audit_team_member m where m.audit_id = a.id and m.account_id = ${accountId}::uuid)
      when 'reviewer' then a.audit_body_id = ${organisationId}::uuid
      else a.application_id in (select panel_reads(${accountId}::uuid)) end))`;

/** What shows a misuse of a certificate: besides officers, the teams that audit its holder, and nobody else. */
const showingMisuse = ({ kind, accountId, organisationId }: SignedIn) => sql<boolean>`
  (document.subject_kind = 'misuse' and ${kind}::text = 'auditor' and exists (select 1 from claim_misuse u
    join certificate c on c.id = u.certificate_id join audit a on a.organisation_id = c.organisation_id
    join audit_team_member m on m.audit_id = a.id and m.account_id = ${accountId}::uuid
    where u.id = document.subject_id and a.audit_body_id = ${organisationId}::uuid))`;

const isSubjectKind = (kind: string | null): kind is Subject['kind'] =>
  kind === 'application' ||
  kind === 'licence' ||
  kind === 'partner' ||
  kind === 'finding' ||
  kind === 'misuse';

/**
 * The application a document was sent for, locked: whether it still takes documents holds until the command is done. What
 * was sent as evidence of a correction, or of a misuse, stands at once.
 */
export async function subjectIsOpen(
  trx: Transaction<Database>,
  organisationId: string,
  subject: Subject | undefined,
) {
  if (subject?.kind === 'finding' || subject?.kind === 'misuse') return false;
  if (subject?.kind !== 'application') return true;
  const application = await trx
    .selectFrom('application')
    .select('state')
    .where('id', '=', subject.id)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst();
  return application && ['draft', 'deferred', 'deferred_expired'].includes(application.state);
}

/** Call it first in every command on a document: whoever acts on the same one at once waits here. */
export async function lockDocument(trx: Transaction<Database>, id: string): Promise<Document | undefined> {
  const columns = ['id', 'organisation_id', 'kind', 'subject_kind', 'subject_id', 'withdrawn_at'] as const;
  const at = trx.selectFrom('document').select(columns).where('id', '=', id);
  const before = await at.executeTakeFirst();
  if (!before) return undefined;
  const { organisation_id: organisationId, subject_kind: kind, subject_id: subjectId } = before;
  const subject = isSubjectKind(kind) && subjectId !== null ? { kind, id: subjectId } : undefined;
  // The application first, as its own commands do: two that wait for each other would wait for ever.
  const subjectOpen = (await subjectIsOpen(trx, organisationId, subject)) === true;
  const { withdrawn_at } = await at.forUpdate().executeTakeFirstOrThrow();
  return {
    id,
    organisationId,
    kind: kindOf(before.kind),
    subject,
    subjectOpen,
    withdrawn: withdrawn_at !== null,
  };
}

/** Ask only with an id that was found in the actor's scope. */
export async function listVersions(db: Kysely<Database>, documentId: string) {
  const rows = await db
    .selectFrom('document_version')
    .innerJoin('account', 'account.id', 'document_version.uploaded_by')
    .select(['version', 'filename', 'bytes', 'scan', 'sha256', 'account.name as uploadedBy'])
    .select(['evidence_on as evidenceOn', 'valid_until as validUntil', 'uploaded_at as uploadedAt'])
    .where('document_id', '=', documentId)
    .orderBy('version', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, scan: scanOf(row.scan) }));
}

export async function findDocument({ db, actor }: Scope<SignedIn>, id: string) {
  const row = await visibleTo(db, actor)
    .innerJoin('organisation', 'organisation.id', 'document.organisation_id')
    .innerJoin('account', 'account.id', 'document.added_by')
    .select(['document.id', 'document.kind', 'document.title', 'document.organisation_id as organisationId'])
    .select(['organisation.name as organisation', 'account.name as addedBy', 'document.added_at as addedAt'])
    .select(['document.subject_kind as subjectKind', 'document.subject_id as subjectId'])
    .select('document.withdrawn_at as withdrawnAt')
    .where(isId('document.id', id))
    .executeTakeFirst();
  return row && { ...row, kind: kindOf(row.kind) };
}

/** The newest version of each document, as lists show it. */
const withNewest = (db: Kysely<Database>) =>
  db
    .selectFrom('document')
    .innerJoinLateral(
      (newest) =>
        newest
          .selectFrom('document_version')
          .selectAll('document_version')
          .whereRef('document_version.document_id', '=', 'document.id')
          .orderBy('version', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(['document.id', 'document.kind', 'document.title', 'document.withdrawn_at as withdrawnAt'])
    .select(['newest.version', 'newest.filename', 'newest.bytes', 'newest.scan'])
    .select(['newest.evidence_on as evidenceOn', 'newest.valid_until as validUntil'])
    .select('newest.uploaded_at as uploadedAt');

type Row = { kind: string; scan: string };
const named = <R extends Row>(row: R) => ({ ...row, kind: kindOf(row.kind), scan: scanOf(row.scan) });

export type DocumentFilter = { kind: string; page: number };

/** Documents of one organisation as far as the actor may open them, the newest first; of somebody else's only once `findKept` found it. */
async function listOf(
  { db, actor }: Pick<Scope<SignedIn>, 'db' | 'actor'>,
  organisationId: string,
  { kind, page }: DocumentFilter,
) {
  const visible = visibleTo(db, actor).select('document.id');
  const [rows, { count }] = await Promise.all([
    withNewest(db)
      .where('document.organisation_id', '=', organisationId)
      .where('document.id', 'in', visible)
      .$if(isKind(kind), (query) => query.where('document.kind', '=', kind))
      .orderBy('document.added_at', 'desc')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    db
      .selectFrom('document')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('organisation_id', '=', organisationId)
      .where('document.id', 'in', visible)
      .$if(isKind(kind), (query) => query.where('kind', '=', kind))
      .executeTakeFirstOrThrow(),
  ]);
  return { documents: rows.map(named), count, pages: pagesOf(count, perPage) };
}

export const listOwnDocuments = (scope: Scope<Recruiter>, filter: DocumentFilter) =>
  listOf(scope, scope.actor.organisationId, filter);

/** An organisation whose documents officers, or the audit body that serves it, may go through. */
export async function findKept(
  { db, actor }: Scope<Officer | Auditor | Reviewer>,
  organisationId: string,
  filter: DocumentFilter,
) {
  const keeper = await db
    .selectFrom('organisation')
    .select(['organisation.id', 'organisation.name'])
    .where(isId('organisation.id', organisationId))
    .where('organisation.kind', '=', 'recruiter')
    .$if(actor.kind !== 'officer', (query) =>
      query.where('organisation.id', 'in', servedBy(db, actor.organisationId)),
    )
    .executeTakeFirst();
  return keeper && { keeper, ...(await listOf({ db, actor }, keeper.id, filter)) };
}

/** What was sent for a record, withdrawn ones left out. Ask only with an id that was found in the actor's scope. */
export async function listDocumentsFor(db: Kysely<Database>, subject: Subject) {
  const rows = await withNewest(db)
    .where('document.subject_kind', '=', subject.kind)
    .where('document.subject_id', '=', subject.id)
    .where('document.withdrawn_at', 'is', null)
    .orderBy('document.added_at')
    .limit(most)
    .execute();
  return rows.map(named);
}

/** A version with where its bytes lie. */
export async function findVersion(db: Kysely<Database>, documentId: string, version: number) {
  const row = await db
    .selectFrom('document_version')
    .innerJoin('document', 'document.id', 'document_version.document_id')
    .select(['filename', 'media_type as mediaType', 'bytes', 'storage_key as key', 'scan'])
    .select([
      'organisation_id as organisationId',
      'subject_id as subjectId',
      'title',
      'uploaded_by as uploadedBy',
    ])
    .where('document_id', '=', documentId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && { ...row, scan: scanOf(row.scan) };
}
