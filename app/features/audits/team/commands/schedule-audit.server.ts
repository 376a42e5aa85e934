import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import type { ScheduleForm } from '../forms.ts';
import { isAuditorOf } from '../../policy.ts';
import { listStages } from '../../queries.server.ts';
import { keepDistance, schedule } from '../rules.ts';

/** Whoever schedules an audit leads it; colleagues of the same body may join. */
export function scheduleAudit(
  { db, actor, now }: Scope,
  applicationId: string,
  { type, colleagues }: ScheduleForm,
) {
  return db.transaction().execute(async (trx) => {
    const application = await lockEngagement(trx, applicationId);
    if (!application?.audit_body_id) return refuse('not_found');
    const { id, organisation_id, audit_body_id, scheme_version_id, state } = application;
    if (!isAuditorOf(actor, audit_body_id)) return refuse('not_found');

    const outcome = schedule(state, await listStages(trx, id), type);
    if (!outcome.ok) return outcome;
    const team = [...new Set([actor.accountId, ...colleagues])];
    if (!(await areAuditorsOf(trx, audit_body_id, team))) return refuse('not_an_auditor');
    if (await declaredConflict(trx, organisation_id, team)) return refuse('conflict_declared_before');
    const apart = keepDistance(await daysOfAdvice(trx, organisation_id, team), dayOf(now));
    if (!apart.ok) return apart;

    const made = { application_id: id, organisation_id, audit_body_id, scheme_version_id };
    const audit = await trx
      .insertInto('audit')
      .values({ ...made, type, state: 'scheduled', scheduled_at: now, scheduled_by: actor.accountId })
      .returning('id')
      .executeTakeFirstOrThrow();
    const assigned = { audit_id: audit.id, assigned_at: now };
    const roleOf = (person: string) => (person === actor.accountId ? 'lead_auditor' : 'auditor');
    await trx
      .insertInto('audit_team_member')
      .values(team.map((person) => ({ ...assigned, account_id: person, role: roleOf(person) })))
      .execute();
    await recordEvent(
      trx,
      { actor, now, subject: audit.id, related: [id, organisation_id] },
      'audit.scheduled',
      { type },
    );
    return ok(audit);
  });
}

/** The application is another room's; its row is where two people who schedule at once wait for each other. */
const lockEngagement = (trx: Transaction<Database>, applicationId: string) =>
  trx
    .selectFrom('application')
    .select(['id', 'organisation_id', 'audit_body_id', 'scheme_version_id', 'state'])
    .where((where) => where(where.cast<string>('id', 'text'), '=', applicationId))
    .forUpdate()
    .executeTakeFirst();

async function areAuditorsOf(trx: Transaction<Database>, auditBodyId: string, people: string[]) {
  const rows = await trx
    .selectFrom('membership')
    .select('account_id')
    .where('organisation_id', '=', auditBodyId)
    .where('role', '=', 'auditor')
    .where('account_id', 'in', people)
    .execute();
  return rows.length === people.length;
}

const declaredConflict = (trx: Transaction<Database>, organisationId: string, people: string[]) =>
  trx
    .selectFrom('conflict_declaration')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('account_id', 'in', people)
    .where('conflicted', '=', true)
    .limit(1)
    .executeTakeFirst();

/** Advice is another room's; the recruiter's row is where whoever records some at this moment waits for us. */
async function daysOfAdvice(trx: Transaction<Database>, organisationId: string, people: string[]) {
  await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .execute();
  const rows = await trx
    .selectFrom('advice')
    .select('given_on')
    .where('organisation_id', '=', organisationId)
    .where('account_id', 'in', people)
    .execute();
  return rows.map(({ given_on }) => given_on);
}
