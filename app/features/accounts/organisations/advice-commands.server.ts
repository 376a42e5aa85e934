import { sql, type Kysely, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { AdviceForm } from './forms.ts';
import { mayRecordAdvice } from './policy.ts';
import * as rules from './rules.ts';

/** Who trained or advised a recruiter, so that they do not audit it for two years. An officer may record it of others. */
export function recordAdvice({ db, actor, now }: Scope<SignedIn>, form: AdviceForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayRecordAdvice(actor)) return refuse('forbidden');
    if (form.email && actor.kind !== 'officer') return refuse('not_of_others');
    const accountId = form.email ? await accountOf(trx, form.email) : actor.accountId;
    if (!accountId) return refuse('unknown_person');
    const [recruiter, ...more] = await recruitersCalled(trx, form.recruiter);
    if (!recruiter) return refuse('unknown_recruiter');
    if (more.length > 0) return refuse('several_recruiters');
    const { kind, givenOn } = form;
    // Whoever puts them on an audit of this recruiter at this very moment waits here, or we for them.
    await trx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', recruiter.id)
      .forNoKeyUpdate()
      .execute();
    const audited = await lastDaysOfAudits(trx, accountId, recruiter.id);
    const outcome = rules.advise(audited, givenOn, dayOf(now));
    if (!outcome.ok) return outcome;
    const row = await trx
      .insertInto('advice')
      .values({
        account_id: accountId,
        organisation_id: recruiter.id,
        kind,
        given_on: givenOn,
        recorded_at: now,
        recorded_by: actor.accountId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) return refuse('already_recorded');
    const related = [recruiter.id, actor.organisationId];
    await recordEvent(trx, { actor, now, subject: accountId, related }, 'advice.recorded', { kind, givenOn });
    return ok(row);
  });
}

async function accountOf(db: Kysely<Database>, email: string) {
  const row = await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst();
  return row?.id;
}

/** By registration number, or by the whole name; two are enough to know that it is not one. */
const recruitersCalled = (db: Kysely<Database>, typed: string) =>
  db
    .selectFrom('organisation')
    .leftJoin('registration', 'registration.organisation_id', 'organisation.id')
    .select('organisation.id')
    .where('organisation.kind', '=', 'recruiter')
    .where(({ or, eb, fn }) =>
      or([
        eb('registration.number', '=', typed.replace(/[\s-]/g, '').toUpperCase()),
        eb(fn<string>('lower', ['organisation.name']), '=', typed.toLowerCase()),
      ]),
    )
    .limit(2)
    .execute();

async function lastDaysOfAudits(trx: Transaction<Database>, accountId: string, organisationId: string) {
  const rows = await trx
    .selectFrom('audit')
    .innerJoin('audit_team_member as member', 'member.audit_id', 'audit.id')
    // The same day the trigger compares with; the builder has no cast to a day.
    .select(sql<string>`coalesce(audit.ends_on, member.assigned_at::date)`.as('day'))
    .where('member.account_id', '=', accountId)
    .where('audit.organisation_id', '=', organisationId)
    .where('audit.state', '<>', 'cancelled')
    .execute();
  return rows.map(({ day }) => day);
}
