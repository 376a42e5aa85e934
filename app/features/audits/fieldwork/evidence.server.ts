import type { Kysely } from 'kysely';

import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../model.ts';

const most = 200;

/** What shows how an indicator was judged, photos by the count of their device. Ask only with an audit that was found. */
export async function listEvidenceOf(db: Kysely<Database>, auditId: string, code: string) {
  const rows = await db
    .selectFrom('assessment_evidence as evidence')
    .innerJoin('document', 'document.id', 'evidence.document_id')
    .innerJoinLateral(
      (newest) =>
        newest
          .selectFrom('document_version')
          .select(['version', 'filename', 'bytes'])
          .whereRef('document_version.document_id', '=', 'document.id')
          .orderBy('version', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .innerJoin('account', 'account.id', 'evidence.attached_by')
    .select(['document.id', 'document.title', 'newest.version', 'newest.filename', 'newest.bytes'])
    .select('document.subject_kind as subjectKind')
    .select(['account.name as by', 'evidence.attached_at as at'])
    .where('evidence.audit_id', '=', auditId)
    .where('evidence.indicator_code', '=', code)
    .orderBy('evidence.seq')
    .orderBy('evidence.attached_at')
    .limit(most)
    .execute();
  return rows.map(({ subjectKind, ...row }) => ({ ...row, isPhoto: subjectKind === 'audit' }));
}

/** The recruiter's documents to choose from, and which of them are named already. */
export async function listDocumentsToName(
  { db }: Pick<Scope<SignedIn>, 'db'>,
  { id, organisationId }: Pick<Audit, 'id' | 'organisationId'>,
  code: string,
) {
  const rows = await db
    .selectFrom('document')
    .leftJoin('assessment_evidence as evidence', (join) =>
      join
        .onRef('evidence.document_id', '=', 'document.id')
        .on('evidence.audit_id', '=', id)
        .on('evidence.indicator_code', '=', code),
    )
    .select(['document.id', 'document.title', 'document.added_at as addedAt'])
    .select('evidence.attached_at as namedAt')
    .where('document.organisation_id', '=', organisationId)
    .where('document.withdrawn_at', 'is', null)
    .orderBy('document.added_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ namedAt, ...document }) => ({ ...document, named: namedAt !== null }));
}
