import { sql, type Kysely } from 'kysely';

import { termsOf } from '#app/features/scheme/terms.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

const most = 100;

const objections = (db: Kysely<Database>) =>
  db
    .selectFrom('audit_objection as objection')
    .innerJoin('account', 'account.id', 'objection.account_id')
    .leftJoin('audit_objection_answer as answer', 'answer.objection_id', 'objection.id')
    .select(['objection.id', 'objection.account_id as accountId', 'account.name as member'])
    .select(['objection.reasons', 'objection.answer_by as answerBy', 'objection.raised_at as raisedAt'])
    .select(['answer.outcome', 'answer.reasons as answer']);

/** Of an audit its reader may see: ask for that first. */
export const listObjections = (db: Kysely<Database>, auditId: string) =>
  objections(db)
    .where('objection.audit_id', '=', auditId)
    .orderBy('objection.raised_at')
    .limit(most)
    .execute();

export const findObjection = (db: Kysely<Database>, auditId: string, id: string) =>
  objections(db).where('objection.audit_id', '=', auditId).where(isId('objection.id', id)).executeTakeFirst();

/** Since when the recruiter knows of this audit and of this member of its team, and for how many days it may object. */
export async function objectionClock(db: Kysely<Database>, auditId: string, accountId: string) {
  const row = await db
    .selectFrom('audit')
    .innerJoin('scheme_version', 'scheme_version.id', 'audit.scheme_version_id')
    .leftJoin('audit_team_member as member', (join) =>
      join.onRef('member.audit_id', '=', 'audit.id').on('member.account_id', '=', accountId),
    )
    // As the constraint asks it: the later of the two, and the notice alone where nobody of that name is on the team.
    .select(
      sql<Date | null>`greatest(coalesce(audit.notified_at, audit.planned_at), member.assigned_at)`.as(
        'toldAt',
      ),
    )
    .select('scheme_version.terms')
    .where('audit.id', '=', auditId)
    .executeTakeFirstOrThrow();
  return { toldAt: row.toldAt, objectionDays: termsOf(row.terms).clocks.audits.objectionDays };
}

/** Auditors of this audit's body who are not on its team and never were. */
export const listSuccessors = (db: Kysely<Database>, auditId: string) =>
  db
    .selectFrom('audit')
    .innerJoin('membership', 'membership.organisation_id', 'audit.audit_body_id')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.name'])
    .where('audit.id', '=', auditId)
    .where('membership.role', '=', 'auditor')
    .where(
      sql<boolean>`not exists (select 1 from audit_team_member m where m.audit_id = audit.id and m.account_id = account.id)`,
    )
    .where(
      sql<boolean>`not exists (select 1 from audit_team_departure d where d.audit_id = audit.id and d.account_id = account.id)`,
    )
    .orderBy('account.name')
    .limit(most)
    .execute();

/** Objections that wait for the second person of the body, or for the scheme. */
export async function listObjectionTasks({ db, actor, now }: Scope<Officer | Reviewer>): Promise<Task[]> {
  const rows = await objections(db)
    .innerJoin('audit', 'audit.id', 'objection.audit_id')
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .select(['audit.id as auditId', 'audit.reference', 'organisation.name as recruiter'])
    .where('answer.objection_id', 'is', null)
    .where('audit.state', 'in', ['planned', 'notified', 'postponed'])
    // Who is tied to the recruiter answers nothing of it.
    .where(({ not }) => not(hasTie(actor.accountId, sql.ref('audit.organisation_id'), dayOf(now))))
    .$if(actor.kind === 'reviewer', (query) => query.where('audit.audit_body_id', '=', actor.organisationId))
    .orderBy('objection.answer_by')
    .limit(20)
    .execute();
  return rows.map(({ id, auditId, recruiter, reference, member, answerBy }) => ({
    id,
    what: `Answer ${recruiter}’s objection to ${member}`,
    about: reference,
    due: answerBy,
    href: `/audits/${auditId}/objections/${id}/answer`,
    action: 'Answer',
  }));
}
