import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { sentAgain } from '#app/platform/once.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import type { JobOrderForm, WithdrawJobForm } from './forms.ts';
import { noCosts, type JobTerms } from './model.ts';
import { mayPublishJobs, mayWithdrawJobs } from './policy.ts';
import { findPublisher } from './queries.server.ts';
import * as rules from './rules.ts';

/** Publishes a job order; sent twice, it is published once. */
export function publishJobOrder({ db, actor, now }: Scope<Recruiter>, { id, terms }: JobOrderForm) {
  return db.transaction().execute(async (trx) => {
    const { organisationId, accountId } = actor;
    if (!mayPublishJobs(actor, organisationId)) return refuse('forbidden');
    await lockRegistration(trx, organisationId);
    const asked = { organisation_id: organisationId, published_by: accountId, ...columnsOf(terms) };
    const kept = id && (await findSent(trx, id));
    if (kept) return sentAgain(kept, asked);
    const decision = rules.publish(await findPublisher({ db: trx, now }, organisationId), terms, dayOf(now));
    if (!decision.ok) return decision;
    const made = await trx
      .insertInto('job_order')
      .values({
        ...(id && { id }),
        ...asked,
        ...{ published_at: now, costs_to_worker: JSON.stringify(noCosts) },
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning(['id', 'number'])
      .executeTakeFirst();
    if (!made) return refuse('sent_before');
    const fact = { actor, now, subject: made.id, related: [organisationId] };
    await recordEvent(trx, fact, 'job_order.published', { number: made.number });
    return ok({ id: made.id });
  });
}

/** Colleagues who publish at once come one after the other. */
const lockRegistration = (trx: Transaction<Database>, organisationId: string) =>
  trx
    .selectFrom('registration')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .forNoKeyUpdate()
    .execute();

const columnsOf = (terms: JobTerms) => ({
  ...{ employer: terms.employer, employer_local: terms.employerLocal, occupation: terms.occupation },
  ...{ origin: terms.origin, country: terms.country, city: terms.city, positions: terms.positions },
  ...{ wage_minor: terms.wageMinor, currency: terms.currency, wage_period: terms.wagePeriod },
  ...{ weekly_hours: terms.weeklyHours, contract_months: terms.contractMonths },
  ...{ starts_from: terms.startsFrom, starts_until: terms.startsUntil, closes_on: terms.closesOn },
  ...{ lodging: terms.lodging, lodging_minor: terms.lodgingMinor },
  ...{ food: terms.food, food_minor: terms.foodMinor },
});

const findSent = (trx: Transaction<Database>, id: string) =>
  trx.selectFrom('job_order').selectAll().where('id', '=', id).executeTakeFirst();

/** Withdraws a job order: its recruiter its own, an officer without a tie anybody's, with reasons. */
export function withdrawJobOrder(scope: Scope<Recruiter | Officer>, number: string, form: WithdrawJobForm) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    const order = await lockOrder(trx, scope, number);
    if (!order) return refuse('not_found');
    if (!mayWithdrawJobs(actor, order.organisationId)) return refuse('forbidden');
    const decision = rules.withdraw(order);
    if (!decision.ok) return decision;
    const by = { withdrawn_by: actor.accountId, withdrawn_as: actor.kind, withdrawn_at: now };
    await trx
      .updateTable('job_order')
      .set({ ...by, withdrawn_because: form.reason, withdrawal_note: form.note || null })
      .where('id', '=', order.id)
      .execute();
    const fact = { actor, now, subject: order.id, related: [order.organisationId] };
    await recordEvent(trx, fact, 'job_order.withdrawn', {
      ...{ number: order.number, by: actor.kind, reasonClass: form.reason },
    });
    return decision;
  });
}

async function lockOrder(
  trx: Transaction<Database>,
  { actor, now }: Scope<Recruiter | Officer>,
  number: string,
) {
  const row = await trx
    .selectFrom('job_order')
    .select(['id', 'number', 'organisation_id as organisationId', 'withdrawn_at as withdrawnAt'])
    .select(hasTie(actor.accountId, sql.ref('job_order.organisation_id'), dayOf(now)).as('tied'))
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  // Whose order it is belongs to it: only an officer can be tied.
  return { ...row, withdrawn: row.withdrawnAt !== null, tied: actor.kind === 'officer' && row.tied };
}
