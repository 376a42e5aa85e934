import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Scope } from '#app/platform/scope.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import type { ScheduleForm } from '../forms.ts';
import { isAuditorOf } from '../../policy.ts';
import { listStages } from '../../queries.server.ts';
import { schedule } from '../rules.ts';
import { coverWith } from '../abilities.server.ts';
import { assignTeam, formTeam, keepGap } from './assign-team.server.ts';

/** Whoever schedules an audit leads it; colleagues of the same body may join. */
export function scheduleAudit(
  { db, actor, now }: Scope,
  applicationId: string,
  { type, colleagues, gapReason }: ScheduleForm,
) {
  return db.transaction().execute(async (trx) => {
    const application = await lockEngagement(trx, applicationId);
    if (!application?.audit_body_id) return refuse('not_found');
    const { id, organisation_id, audit_body_id, scheme_version_id, state } = application;
    if (!isAuditorOf(actor, audit_body_id)) return refuse('not_found');

    if (!(await isApproved(trx, id, now))) return refuse('body_not_approved');
    const outcome = schedule(state, await listStages(trx, id), type);
    if (!outcome.ok) return outcome;
    const team = await formTeam(
      trx,
      { organisation_id, audit_body_id },
      [actor.accountId, ...colleagues],
      now,
    );
    if (!team.ok) return team;
    const engaged = { application_id: id, audit_body_id };
    const covered = await coverWith(trx, engaged, team.value, gapReason);
    if (!covered.ok) return covered;

    const made = { application_id: id, organisation_id, audit_body_id, scheme_version_id };
    const audit = await trx
      .insertInto('audit')
      .values({ ...made, type, state: 'scheduled', scheduled_at: now, scheduled_by: actor.accountId })
      .returning('id')
      .executeTakeFirstOrThrow();
    await assignTeam(trx, audit.id, team.value, now);
    await keepGap(trx, audit.id, { ...covered.value, by: actor.accountId, now });
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
    .where(isId('id', applicationId))
    .forUpdate()
    .executeTakeFirst();

/** Approvals are another room's; the database asks the same when the audit is written. */
const isApproved = (trx: Transaction<Database>, applicationId: string, now: Date) =>
  trx
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .select('application.id')
    .where('application.id', '=', applicationId)
    .where(
      sql<boolean>`body_is_approved(application.audit_body_id, organisation.country, application.sectors, ${dayOf(now)}::date)`,
    )
    .executeTakeFirst();
