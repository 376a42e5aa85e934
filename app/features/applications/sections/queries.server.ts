import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

/** Scans of licences sent with an application, each in its newest version; withdrawn ones and those with a virus apart. */
export const listScans = (db: Kysely<Database>, applicationId: string) =>
  db
    .selectFrom('document')
    .innerJoin('document_version', 'document_version.document_id', 'document.id')
    .select(['document.id', 'filename', 'bytes', 'scan', 'version', 'uploaded_at as uploadedAt'])
    .where('subject_kind', '=', 'application')
    .where('subject_id', '=', applicationId)
    .where('kind', '=', 'licence')
    .where('withdrawn_at', 'is', null)
    .where('scan', '<>', 'infected')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('document_version as later')
            .select('later.version')
            .whereRef('later.document_id', '=', 'document.id')
            .whereRef('later.version', '>', 'document_version.version'),
        ),
      ),
    )
    .orderBy('document.added_at')
    .limit(100)
    .execute();

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
    .select(['version', 'language', 'copy', 'submitted_at as submittedAt'])
    .where('application_id', '=', applicationId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, sections: copyShape.parse(row.copy) };
}
