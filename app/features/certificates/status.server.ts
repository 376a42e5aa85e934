import type { Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { Certificate } from './model.ts';

/** Who or what is behind a status: a person who decided, also on an appeal or of the holder itself, or a fact the house recorded. */
export type Ground =
  | { decidedBy: string; appealId?: string; byHolder?: boolean }
  | { cause: 'finding' | 'audit' | 'licence' | 'clock' | 'complaint'; factId: string };

/** `at`: when it was decided. A suspension for a graver reason is decided later than it began. */
type Decided = { next: Certificate; at: Date; action: string; note: string; ground: Ground };

/** The certificate and what is behind its status, which the database wants to see agree. */
export async function recordStatus(
  trx: Transaction<Database>,
  { next, at, action, note, ground }: Decided,
): Promise<void> {
  const { id, status, since } = next;
  const reason_class = 'reasonClass' in next ? next.reasonClass : null;
  await trx.updateTable('certificate').set({ status, since, reason_class }).where('id', '=', id).execute();
  await trx
    .insertInto('certificate_status')
    .values({
      certificate_id: id,
      action,
      status,
      reason_class,
      note,
      ...('cause' in ground
        ? { cause: ground.cause, fact_id: ground.factId }
        : {
            decided_by: ground.decidedBy,
            appeal_id: ground.appealId ?? null,
            by_holder: ground.byHolder ?? false,
          }),
      decided_at: at,
    })
    .execute();
}

/** A certificate's facts are told on the timelines of its application and its recruiter, too. */
export const about = ({ id, applicationId, organisationId }: Certificate) => ({
  subject: id,
  related: [applicationId, organisationId],
});

/** When a certificate last changed; later than its `since` where a suspension became graver. */
export async function lastChangedAt(trx: Transaction<Database>, certificateId: string) {
  const { at } = await trx
    .selectFrom('certificate_status')
    .select('decided_at as at')
    .where('certificate_id', '=', certificateId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return at;
}
