import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { sections, type Section } from '../model.ts';
import { visibleTo } from '../queries.server.ts';

export type SavedSection = {
  section: Section;
  answers: Record<string, unknown>;
  revision: number;
  savedAt: Date;
  savedBy: string;
};

const answersShape = z.record(z.string(), z.unknown());
const isSection = (text: string): text is Section => sections.some((section) => section === text);

/** Saved sections with their last author. Ask only with an id that was found in the actor's scope. */
export async function listSections(db: Kysely<Database>, applicationId: string): Promise<SavedSection[]> {
  const rows = await db
    .selectFrom('application_answer')
    .innerJoin('account', 'account.id', 'application_answer.saved_by')
    .select(['section', 'answers', 'revision', 'saved_at as savedAt', 'account.name as savedBy'])
    .where('application_id', '=', applicationId)
    .execute();
  return rows.flatMap(({ section, answers, ...rest }) =>
    isSection(section) ? [{ section, answers: answersShape.parse(answers), ...rest }] : [],
  );
}

export const listDocuments = (db: Kysely<Database>, applicationId: string) =>
  db
    .selectFrom('application_document')
    .select(['id', 'filename', 'bytes', 'media_type as mediaType', 'uploaded_at as uploadedAt'])
    .where('application_id', '=', applicationId)
    .orderBy('uploaded_at')
    .limit(100)
    .execute();

/** A licence scan, for those who may read the application it belongs to. */
export async function findDocument({ db, actor }: Scope<SignedIn>, id: string) {
  return (
    visibleTo(db, actor)
      // An officer opens nothing before having declared that nothing ties them to the applicant.
      .$if(actor.kind === 'officer', (query) =>
        query.where(sql<boolean>`is_free_to_review(application.id, ${actor.accountId}::uuid)`),
      )
      .innerJoin('application_document', 'application_document.application_id', 'application.id')
      .select(['filename', 'media_type as mediaType', 'bytes', 'storage_key as key'])
      // Compared as text: what stands in an address need not be a uuid.
      .where(sql`application_document.id::text`, '=', id)
      .executeTakeFirst()
  );
}

export const listReviews = (db: Kysely<Database>, applicationId: string) =>
  db
    .selectFrom('application_review')
    .innerJoin('account', 'account.id', 'application_review.decided_by')
    .select([
      'application_review.id',
      'outcome',
      'reasons',
      'decided_at as decidedAt',
      'account.name as decidedBy',
    ])
    .where('application_id', '=', applicationId)
    .orderBy('decided_at', 'desc')
    .execute();

const copyShape = z.array(
  z.object({
    section: z.string(),
    title: z.string(),
    answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  }),
);

/** The application as it was last sent: every question and answer in the words the applicant saw. */
export async function findCopy(db: Kysely<Database>, applicationId: string) {
  const row = await db
    .selectFrom('application_copy')
    .select(['version', 'copy', 'submitted_at as submittedAt'])
    .where('application_id', '=', applicationId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { version: row.version, submittedAt: row.submittedAt, sections: copyShape.parse(row.copy) };
}
