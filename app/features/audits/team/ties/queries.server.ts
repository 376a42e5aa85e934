import { sql, type Kysely } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Officer, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import { underWay } from '../../model.ts';

const most = 20;

/** Who left a team, why, and what they were on it. */
export const listDepartures = (db: Kysely<Database>, auditId: string) =>
  db
    .selectFrom('audit_team_departure as gone')
    .innerJoin('account', 'account.id', 'gone.account_id')
    .leftJoin('audit_objection_answer as answer', 'answer.objection_id', 'gone.objection_id')
    .select(['account.name', 'gone.role', 'gone.left_at as leftAt'])
    .select(({ fn }) => fn.coalesce('gone.reason', 'answer.reasons').as('reason'))
    .where('gone.audit_id', '=', auditId)
    .orderBy('gone.left_at')
    .limit(most)
    .execute();

/** Whoever was on the team and left it is no second person for what it found. */
export async function leftTeam(db: Kysely<Database>, accountId: string, auditId: string) {
  const gone = await db
    .selectFrom('audit_team_departure')
    .select('account_id')
    .where('audit_id', '=', auditId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return gone !== undefined;
}

/** Whether the scheme lets this person act as the second person of this body today: another room's answer, asked of the database. */
export async function isApprovedReviewer(db: Kysely<Database>, { accountId, bodyId }: Second, now: Date) {
  const { rows } = await sql<{ approved: boolean }>`
    select auditor_is_approved(${accountId}::uuid, ${bodyId}::uuid, 'reviewer', ${dayOf(now)}::date) as approved`.execute(
    db,
  );
  return rows[0]?.approved === true;
}
type Second = { accountId: string; bodyId: string };

/** Running audits with somebody on the team who is tied to the recruiter. */
const tied = (db: Kysely<Database>, now: Date) =>
  db
    .selectFrom('audit_team_member as member')
    .innerJoin('audit', 'audit.id', 'member.audit_id')
    .innerJoin('account', 'account.id', 'member.account_id')
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .select(['audit.id as auditId', 'audit.reference', 'audit.audit_body_id as auditBodyId'])
    .select('audit.organisation_id as organisationId')
    .select(['account.id as accountId', 'account.name', 'organisation.name as recruiter'])
    .where('audit.state', 'in', underWay)
    .where(hasTie(sql.ref('member.account_id'), sql.ref('audit.organisation_id'), dayOf(now)))
    .orderBy('audit.scheduled_at')
    .limit(most);

type Tie = { accountId: string; organisationId: string };

/** Audits under way that a tie of this person to this recruiter touches. */
export const auditsTouched = (db: Kysely<Database>, { accountId, organisationId }: Tie, now: Date) =>
  tied(db, now)
    .where('member.account_id', '=', accountId)
    .where('audit.organisation_id', '=', organisationId)
    .execute();

/** Who on the team of this audit is tied, while it is under way. */
export const findTiedOn = (db: Kysely<Database>, auditId: string, now: Date) =>
  tied(db, now).where('audit.id', '=', auditId).executeTakeFirst();

/** To take them off, for the lead, the body's reviewer and the scheme; nobody is asked to take themselves off. */
export async function listTieTasks({ db, actor, now }: Scope<Officer | Reviewer | Auditor>): Promise<Task[]> {
  const rows = await tied(db, now)
    .$if(actor.kind !== 'officer', (query) => query.where('audit.audit_body_id', '=', actor.organisationId))
    .$if(actor.kind === 'auditor', (query) =>
      query.where(
        sql<boolean>`exists (select 1 from audit_team_member lead where lead.audit_id = audit.id
          and lead.account_id = ${actor.accountId} and lead.role = 'lead_auditor')`,
      ),
    )
    .where('member.account_id', '<>', actor.accountId)
    // Who is tied as well learns nothing of an audit from somebody else's tie.
    .where(({ not }) => not(hasTie(actor.accountId, sql.ref('audit.organisation_id'), dayOf(now))))
    .execute();
  return rows.map(({ auditId, accountId, name, recruiter, reference }) => ({
    id: `${auditId}-${accountId}`,
    what: `Take ${name} off the team of ${recruiter}: they are tied to it`,
    about: reference,
    due: null,
    href: `/audits/${auditId}/team/${accountId}/release`,
    action: 'Take off',
  }));
}
