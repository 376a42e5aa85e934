import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { bodyAdvised } from '#db/has-tie.ts';

import { answersOf, changedSinceSent, factsOf } from './sections/answers.server.ts';
import { about } from './commands.server.ts';
import type { EngageForm, ReviewForm } from './forms.ts';
import type { Application, Facts } from './model.ts';
import { mayApply, mayReview } from './policy.ts';
import { clocksOf, lockApplication, over } from './queries.server.ts';
import { mayReapply } from './reentry.server.ts';
import { latestVersion, listGaps, standingWith } from './review/queries.server.ts';
import { openContents } from './review/rules.ts';
import * as rules from './rules.ts';

type Outcome = 'accepted' | 'deferred' | 'rejected';

/** Asks for more; the applicant has the deferral's days to answer. */
export function deferApplication({ db, actor, now }: Scope<Officer>, id: string, form: ReviewForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current) return refuse('not_found');
    if (!mayReview(actor)) return refuse('forbidden');
    const free = openContents(await standingWith(trx, id, actor.accountId));
    if (!free.ok) return free;
    const decision = rules.defer(current, dayOf(now), await clocksOf(trx, current.schemeVersionId));
    if (!decision.ok) return decision;
    const { state, answerBy } = decision.value;
    await trx.updateTable('application').set({ state, answer_by: answerBy }).where('id', '=', id).execute();
    await recordReview(trx, { actor, now, id, outcome: state, reasons: form.reasons });
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.deferred', { answerBy });
    return decision;
  });
}

export function rejectApplication({ db, actor, now }: Scope<Officer>, id: string, form: ReviewForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current) return refuse('not_found');
    if (!mayReview(actor)) return refuse('forbidden');
    const free = openContents(await standingWith(trx, id, actor.accountId));
    if (!free.ok) return free;
    const decision = rules.reject(current, now);
    if (!decision.ok) return decision;
    await trx
      .updateTable('application')
      .set({ state: 'rejected', rejected_at: now })
      .where('id', '=', id)
      .execute();
    await recordReview(trx, { actor, now, id, outcome: 'rejected', reasons: form.reasons });
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.rejected', {});
    return decision;
  });
}

/** Accepts: the recruiter gets its registration number and stands on the register as an applicant. */
export function acceptApplication({ db, actor, now }: Scope<Officer>, id: string, form: ReviewForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current) return refuse('not_found');
    if (!mayReview(actor)) return refuse('forbidden');
    const free = openContents(await standingWith(trx, id, actor.accountId));
    if (!free.ok) return free;
    const may = await mayReapply(trx, current.organisationId, dayOf(now));
    if (!may.ok) return may;
    const facts = factsOf(await answersOf(trx, id));
    const grounds = {
      licencesUntil: facts.licences.map(({ validUntil }) => validUntil),
      gaps: await listGaps(trx, id),
      unsent: await changedSinceSent(trx, id),
    };
    const decision = rules.accept(current, grounds, now, await clocksOf(trx, current.schemeVersionId));
    if (!decision.ok) return decision;
    await trx
      .updateTable('application')
      .set({ state: 'accepted', accepted_at: now, lapses_on: decision.value.lapsesOn })
      .where('id', '=', id)
      .execute();
    await recordReview(trx, { actor, now, id, outcome: 'accepted', reasons: form.reasons });
    const registrationNumber = await register(trx, { application: current, facts, now });
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.accepted', { registrationNumber });
    return ok({ ...decision.value, registrationNumber });
  });
}

type Review = { actor: Officer; now: Date; id: string; outcome: Outcome; reasons: string };

/** Of the application as it was sent last. */
const recordReview = async (trx: Transaction<Database>, { actor, now, id, outcome, reasons }: Review) =>
  trx
    .insertInto('application_review')
    .values({
      application_id: id,
      copy_version: await latestVersion(trx, id),
      outcome,
      reasons,
      decided_by: actor.accountId,
      decided_at: now,
    })
    .execute();

type Registration = { application: Application; facts: Facts; now: Date };

/** A number for life: a recruiter that comes back is listed under the one it had. */
async function register(trx: Transaction<Database>, { application, facts, now }: Registration) {
  const { organisationId, id } = application;
  const listed = {
    application_id: id,
    accepted_on: dayOf(now),
    trading_names: facts.tradingNames,
    delisted_on: null,
  };
  const { number } = await trx
    .insertInto('registration')
    .values({ organisation_id: organisationId, number: await nextNumber(trx, now), ...listed })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(listed))
    .returning('number')
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('registration_licence').where('organisation_id', '=', organisationId).execute();
  const licences = facts.licences.map(({ authority, number: licence, validUntil }) => ({
    organisation_id: organisationId,
    authority,
    number: licence,
    valid_until: validUntil,
  }));
  await trx
    .insertInto('registration_licence')
    .values(licences)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return number;
}

/** LRN, a running number of at least four digits, then year and month of acceptance (domain 2.6). */
async function nextNumber(trx: Transaction<Database>, now: Date) {
  // A sequence has no builder.
  const { rows } = await sql<{ next: number }>`select nextval('registration_sequence') as next`.execute(trx);
  const [year, month] = dayOf(now).split('-');
  return `LRN${String(rows[0]?.next).padStart(4, '0')}${year?.slice(2)}${month}`;
}

/** The recruiter says which approved audit body it has contracted, for its first audit or instead of another. */
export function engageAuditBody(
  { db, actor, now }: Scope<Recruiter>,
  id: string,
  { auditBodyId }: EngageForm,
) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current || !mayApply(actor, current.organisationId)) return refuse('not_found');
    const eligible = await isEligible(trx, auditBodyId, current, now);
    if (!eligible.ok) return eligible;
    const former = 'auditBodyId' in current ? current.auditBodyId : undefined;
    const barred = former !== undefined && (await hasAdvised(trx, former, current.organisationId, now));
    const engaging = { auditBodyId, audits: await auditsOf(trx, id), barred };
    const clocks = await clocksOf(trx, current.schemeVersionId);
    const decision = rules.engage(current, engaging, now, clocks);
    if (!decision.ok) return decision;
    const { value } = decision;
    await trx
      .updateTable('application')
      .set({
        ...{ state: value.state, audit_body_id: auditBodyId, engaged_at: now },
        // In audit the months for the next one go on from the audit before, whoever holds it.
        ...(value.state === 'engaged' && { lapses_on: value.lapsesOn }),
      })
      .where('id', '=', id)
      .execute();
    await recordEvent(
      trx,
      { actor, now, subject: id, related: [current.organisationId, auditBodyId] },
      'application.engaged',
      { auditBodyId, ...(former !== undefined && { instead: former }) },
    );
    return decision;
  });
}

/** Whom this applicant may engage today, as the database asks again when the row is written. */
async function isEligible(trx: Transaction<Database>, bodyId: string, applicant: Application, now: Date) {
  const body = await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', bodyId)
    .where('kind', '=', 'audit_body')
    .executeTakeFirst();
  if (!body) return refuse('no_such_audit_body');
  if (!(await isApprovedFor(trx, bodyId, applicant.id, now))) return refuse('body_not_approved');
  if (await hasAdvised(trx, bodyId, applicant.organisationId, now)) return refuse('body_advised');
  return ok(body);
}

/** Audits are another room's; whoever schedules one at this moment waits for the application's row. */
async function auditsOf(trx: Transaction<Database>, id: string): Promise<'none' | 'over' | 'arranged'> {
  const held = await trx
    .selectFrom('audit')
    .select(({ eb }) => eb('state', 'in', over).as('over'))
    .where('application_id', '=', id)
    .where('state', '<>', 'cancelled')
    .execute();
  if (held.length === 0) return 'none';
  return held.every((audit) => audit.over) ? 'over' : 'arranged';
}

/** Advice is another room's; whoever records some at this moment waits for the recruiter's row. */
async function hasAdvised(trx: Transaction<Database>, bodyId: string, organisationId: string, now: Date) {
  const recruiter = trx.selectFrom('organisation').select('id').where('id', '=', organisationId);
  await recruiter.forNoKeyUpdate().execute();
  const advised = recruiter.where(bodyAdvised(bodyId, organisationId, dayOf(now)));
  return (await advised.executeTakeFirst()) !== undefined;
}

/** Approvals are another room's; the database asks the same when the row is written. */
async function isApprovedFor(trx: Transaction<Database>, bodyId: string, id: string, now: Date) {
  const row = await trx
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .select('application.id')
    .where('application.id', '=', id)
    .where(
      sql<boolean>`body_is_approved(${bodyId}::uuid, organisation.country, application.sectors, ${dayOf(now)}::date)`,
    )
    .executeTakeFirst();
  return row !== undefined;
}
