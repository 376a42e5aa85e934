import { sql, type Transaction } from 'kysely';
import pg from 'pg';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Decider, Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about } from '../commands.server.ts';
import type { Application } from '../model.ts';
import { mayApply, mayDecideAppeal } from '../policy.ts';
import { clocksOf, lockApplication } from '../queries.server.ts';
import { appeal as mayAppeal, decideAppeal as followingState } from '../rules.ts';
import type { AppealForm, DecideAppealForm } from './forms.ts';
import { independenceOf } from './queries.server.ts';
import { decideIndependently } from './rules.ts';

/** The applicant says that a decision is wrong; it stands until people who had no part in it have decided. */
export function lodgeAppeal({ db, actor, now }: Scope<Recruiter>, id: string, { grounds }: AppealForm) {
  const lodged = db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current || !mayApply(actor, current.organisationId)) return refuse('not_found');
    const decision = mayAppeal(current, dayOf(now), await clocksOf(trx, current.schemeVersionId));
    if (!decision.ok) return decision;
    const { appealFrom: against, appealDueOn: dueOn } = decision.value;
    const { id: appealId } = await trx
      .insertInto('application_appeal')
      .values({
        application_id: id,
        against,
        against_at: current.state === 'rejected' ? current.rejectedAt : decidedAt(current),
        grounds,
        lodged_by: actor.accountId,
        lodged_at: now,
        due_on: dueOn,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('application')
      .set({ state: 'appealed', appealed_at: now, appeal_from: against, appeal_due_on: dueOn })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.appealed', { appealId, dueOn });
    return ok({ appealId, dueOn });
  });
  return lodged.catch((error: unknown) => {
    if (error instanceof pg.DatabaseError && error.constraint === 'application_one_live')
      return refuse('another_under_way');
    // One appeal against each decision.
    if (
      error instanceof pg.DatabaseError &&
      error.constraint?.startsWith('application_appeal_application_id')
    )
      return refuse('already_decided_on_appeal');
    throw error;
  });
}

function decidedAt(application: Application) {
  if (application.state !== 'refused') throw new Error(`Nothing was decided on ${application.id}`);
  return application.concludedAt;
}

/** People not involved decide, with reasons; an appeal that is upheld opens again what was decided. */
export function decideAppeal(
  { db, actor, now }: Scope<Officer | Decider>,
  appealId: string,
  { outcome, reasons }: DecideAppealForm,
) {
  return db.transaction().execute(async (trx) => {
    const appeal = await trx
      .selectFrom('application_appeal')
      .select(['application_id as applicationId', 'outcome'])
      .where('id', '=', appealId)
      .executeTakeFirst();
    const current = appeal && (await lockApplication(trx, appeal.applicationId));
    if (!appeal || !current) return refuse('not_found');
    if (!mayDecideAppeal(actor)) return refuse('forbidden');
    const independent = decideIndependently(await independenceOf(trx, current.id, actor));
    if (!independent.ok) return independent;
    const decision = followingState(current, outcome, await wasUnaudited(trx, current.id));
    if (!decision.ok || appeal.outcome !== null) return refuse('not_appealed');
    await trx
      .updateTable('application_appeal')
      .set({ outcome, reasons, decided_by: actor.accountId, decided_at: now })
      .where('id', '=', appealId)
      .execute();
    await follow(trx, current, decision.value.state, now);
    const fact = { actor, now, ...about(current) };
    await recordEvent(trx, fact, 'application.appeal_decided', { appealId, outcome });
    return ok({ outcome, state: decision.value.state });
  });
}

/** Whether the refusal was over an audit that did not take place; the database answers, for its trigger asks the same. */
async function wasUnaudited(trx: Transaction<Database>, id: string) {
  const { rows } = await sql<{
    kind: string | null;
  }>`select (latest_decision(${id}::uuid)).kind as kind`.execute(trx);
  return rows[0]?.kind === 'abandoned_audit';
}

type After = 'rejected' | 'refused' | 'under_review' | 'in_audit' | 'decision_pending';

async function follow(trx: Transaction<Database>, current: Application, state: After, now: Date) {
  const { reviewDays } = await clocksOf(trx, current.schemeVersionId);
  await trx
    .updateTable('application')
    .set({
      state,
      ...(state === 'under_review' && {
        rejected_at: null,
        assigned_to: null,
        review_due_on: addDays(dayOf(now), reviewDays),
      }),
      ...(state === 'decision_pending' && { concluded_at: null }),
      ...(state === 'in_audit' && { concluded_at: null, package_frozen_at: null }),
    })
    .where('id', '=', current.id)
    .execute();
}
