import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';

import { requestStates } from './model.ts';

const requests = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate_scope_request as request')
    .innerJoin('certificate', 'certificate.id', 'request.certificate_id')
    .innerJoin('account', 'account.id', 'request.asked_by')
    .select('request.certificate_id as certificateId')
    .select(['request.id', 'request.state', 'request.corridors', 'request.sectors', 'request.offices'])
    .select(['request.review', 'request.audit_due_on as auditDueOn', 'request.appeal_id as appealId'])
    .select(['request.grounds', 'request.answer', 'account.name as askedBy'])
    .select(['request.asked_at as askedAt', 'request.answered_at as answeredAt']);

const state = z.enum(requestStates);
type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>;
const toShown = ({ corridors, sectors, offices, ...row }: Row) => ({
  ...row,
  state: state.parse(row.state),
  added: { corridors, sectors, offices },
});

/** What waits for an answer, or for its audit. */
export async function findOpenRequest({ db }: Scope<Officer>, certificateId: string) {
  const row = await requests(db)
    .where(isId('certificate.id', certificateId))
    .where('request.state', 'in', ['requested', 'audit_needed'])
    // One that is back by an appeal is the panel's; the officer answers what was asked since.
    .orderBy(sql`request.appeal_id is not null`)
    .limit(1)
    .executeTakeFirst();
  return row && toShown(row);
}

/** The latest request, answered or not: who answers second reads what the first said. */
export async function findLatestRequest({ db }: Scope<Officer>, certificateId: string) {
  const row = await requests(db)
    .where(isId('certificate.id', certificateId))
    .orderBy('request.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toShown(row);
}

/** What one's own agency asked for, the newest first. */
export async function listOwnRequests({ db, actor }: Scope<Recruiter>) {
  const rows = await requests(db)
    .where('certificate.organisation_id', '=', actor.organisationId)
    // What was carried is read where it goes on.
    .where('request.state', '<>', 'carried')
    .orderBy('request.asked_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(toShown);
}

export async function listExtensionTasks({ db }: Scope<Officer>): Promise<Task[]> {
  const rows = await requests(db)
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['organisation.name as recruiter', 'certificate.number'])
    .where('request.state', '=', 'requested')
    .orderBy('request.asked_at')
    .limit(20)
    .execute();
  return rows.map(({ id, recruiter, number, certificateId }) => ({
    ...{ id, what: `Answer the wider scope that ${recruiter} asks for`, about: number, due: null },
    ...{ href: `/scheme/certificates/${certificateId}/extension`, action: 'Look' },
  }));
}
