import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about } from '../commands.server.ts';
import type { Application, Section } from '../model.ts';
import { mayReview } from '../policy.ts';
import { lockApplication } from '../queries.server.ts';
import type { AssignForm, CheckForm, DeclareForm } from './forms.ts';
import { latestVersion, listOfficers, standingWith } from './queries.server.ts';
import * as rules from './rules.ts';

/** An officer says whether anything ties them to the applicant, before they see what it sent. */
export function declareReviewer({ db, actor, now }: Scope<Officer>, id: string, form: DeclareForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockSent(trx, id);
    if (!current) return refuse('not_found');
    if (!mayReview(actor)) return refuse('forbidden');
    const { conflicted, reason } = form;
    const decision = rules.declare(await standingWith(trx, id, actor.accountId), conflicted);
    if (!decision.ok) return decision;
    await trx
      .insertInto('application_reviewer')
      .values({ application_id: id, account_id: actor.accountId, conflicted, reason, declared_at: now })
      .execute();
    if (conflicted) await unassign(trx, id, actor.accountId);
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.conflict_declared', {
      conflicted,
    });
    return decision;
  });
}

async function lockSent(trx: Transaction<Database>, id: string): Promise<Application | undefined> {
  const current = await lockApplication(trx, id);
  return current?.state === 'draft' || current?.state === 'discarded' ? undefined : current;
}

/** Whoever turns out to be tied does not keep the review. */
const unassign = (trx: Transaction<Database>, id: string, accountId: string) =>
  trx
    .updateTable('application')
    .set({ assigned_to: null })
    .where('id', '=', id)
    .where('assigned_to', '=', accountId)
    .where('state', 'in', ['submitted', 'awaiting_payment', 'under_review', 'deferred', 'deferred_expired'])
    .execute();

/** Gives a review to an officer: to oneself, or hands it over. */
export function assignReview({ db, actor, now }: Scope<Officer>, id: string, { accountId }: AssignForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockSent(trx, id);
    if (!current) return refuse('not_found');
    if (!mayReview(actor)) return refuse('forbidden');
    const decision = rules.check(current.state);
    if (!decision.ok) return decision;
    const officers = await listOfficers({ db: trx, actor, now }, id);
    if (!officers.some((officer) => officer.id === accountId)) return refuse('no_such_officer');
    await trx.updateTable('application').set({ assigned_to: accountId }).where('id', '=', id).execute();
    await recordEvent(trx, { actor, now, ...about(current) }, 'application.assigned', { accountId });
    return ok({ accountId });
  });
}

export type Checked = Omit<CheckForm, 'version'> & { section: Section; version: number };

/** One line of the checklist, of the application as it was sent last; it may be changed until the review is decided. */
export function checkSection({ db, actor, now }: Scope<Officer>, id: string, checked: Checked) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current) return refuse('not_found');
    if (!mayReview(actor)) return refuse('forbidden');
    const free = rules.openContents(await standingWith(trx, id, actor.accountId));
    if (!free.ok) return free;
    const decision = rules.check(current.state);
    if (!decision.ok) return decision;
    const { section, state, note, version } = checked;
    if ((await latestVersion(trx, id)) !== version) return refuse('sent_again');
    const line = { state, note, checked_by: actor.accountId, checked_at: now };
    await trx
      .insertInto('application_checklist')
      .values({ application_id: id, copy_version: version, section, ...line })
      .onConflict((conflict) =>
        conflict.columns(['application_id', 'copy_version', 'section']).doUpdateSet(line),
      )
      .execute();
    return ok({ section, state });
  });
}
