import { sql, type Kysely } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Recruiter, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';

const transfers = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate_transfer as transfer')
    .innerJoin('certificate', 'certificate.id', 'transfer.certificate_id')
    .innerJoin('organisation as holder', 'holder.id', 'certificate.organisation_id')
    .innerJoin('organisation as body', 'body.id', 'transfer.to_body_id')
    .leftJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .innerJoin('organisation as former', 'former.id', 'certificate.audit_body_id')
    .select(['transfer.id', 'transfer.state', 'transfer.grounds', 'transfer.answer'])
    .select(['transfer.asked_at as askedAt', 'transfer.due_on as dueOn', 'body.name as body'])
    .select(['holder.name as recruiter', 'holder.id as organisationId', 'former.name as former'])
    .select([
      'certificate.number',
      'registration.number as registrationNumber',
      'certificate.id as certificateId',
      'certificate.valid_until as validUntil',
    ]);

/** What one's own agency asked for, the newest first. */
export const listOwnTransfers = ({ db, actor }: Scope<Recruiter>) =>
  transfers(db)
    .where('holder.id', '=', actor.organisationId)
    .orderBy('transfer.asked_at', 'desc')
    .limit(20)
    .execute();

/** A transfer asked of one's own body; while it waits, with what the former one reported and left open. */
export async function findTransfer({ db, actor }: Scope<Reviewer>, id: string) {
  const transfer = await transfers(db)
    .where(isId('transfer.id', id))
    .where('transfer.to_body_id', '=', actor.organisationId)
    .executeTakeFirst();
  if (!transfer) return undefined;
  // Who answers second reads what the first said; the former body's papers were for the review alone.
  if (transfer.state !== 'requested') return { transfer, reports: [], findings: [] };
  const reports = await db
    .selectFrom('audit_report')
    .innerJoin('audit', 'audit.id', 'audit_report.audit_id')
    .select(['audit.id', 'audit.type', 'audit_report.finalised_at as finalisedAt'])
    .select('audit_report.public_summary as summary')
    .where('audit.organisation_id', '=', transfer.organisationId)
    .orderBy('audit_report.finalised_at', 'desc')
    .execute();
  const findings = await db
    .selectFrom('finding')
    .select(['id', 'number', 'grade', 'statement'])
    .where('organisation_id', '=', transfer.organisationId)
    // What the former body raised and has not issued is its own, and no word of it leaves.
    .where('issued_at', 'is not', null)
    .where(sql<boolean>`is_open_point(grade, state)`)
    .orderBy('number')
    .execute();
  return { transfer, reports, findings };
}

/** Bodies one's own certificate may go to. */
export const listBodiesFor = ({ db, now }: Scope<Recruiter>, certificateId: string) =>
  db
    .selectFrom('organisation as body')
    .innerJoin('certificate', (join) => join.on('certificate.id', '=', certificateId))
    .innerJoin('organisation as holder', 'holder.id', 'certificate.organisation_id')
    .select(['body.id', 'body.name'])
    .where('body.kind', '=', 'audit_body')
    .whereRef('body.id', '<>', 'certificate.audit_body_id')
    .where(sql<boolean>`body_is_approved(body.id, holder.country, certificate.sectors, ${dayOf(now)}::date)`)
    .orderBy('body.name')
    .execute();

export async function listTransferTasks({ db, actor }: Scope<Reviewer>): Promise<Task[]> {
  const rows = await transfers(db)
    .where('transfer.to_body_id', '=', actor.organisationId)
    .where('transfer.state', '=', 'requested')
    .orderBy('transfer.due_on')
    .limit(20)
    .execute();
  return rows.map(({ id, recruiter, number, dueOn }) => ({
    ...{ id, what: `Review the certificate ${recruiter} asks you to take over`, about: number },
    ...{ due: dueOn, href: `/transfers/${id}`, action: 'Review' },
  }));
}
