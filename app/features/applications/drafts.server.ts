import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Actor, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about } from './commands.server.ts';
import type { Application } from './model.ts';
import { mayApply } from './policy.ts';
import { findOwnApplication, lockApplication } from './queries.server.ts';
import { discard } from './rules.ts';

/** Closes a draft and deletes its answers (its documents follow by the fact); its reference and its history stay. Call it with the draft held. */
export async function throwAway(
  trx: Transaction<Database>,
  { actor, now }: { actor: Actor; now: Date },
  current: Application,
) {
  const { id } = current;
  await trx
    .updateTable('application')
    .set({ state: 'discarded', discarded_at: now, corridors: [], sectors: [], offices: [] })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('application_answer').where('application_id', '=', id).execute();
  await recordEvent(trx, { actor, now, ...about(current) }, 'application.discarded', {});
}

/** The applicant throws its draft away. */
export function discardDraft({ db, actor, now }: Scope<Recruiter>, id: string) {
  return db.transaction().execute(async (trx) => {
    const current = await lockApplication(trx, id);
    if (!current || !mayApply(actor, current.organisationId)) return refuse('not_found');
    const decision = discard(current);
    if (!decision.ok) return decision;
    await throwAway(trx, { actor, now }, current);
    return ok(undefined);
  });
}

/** The own draft, when there is one. */
export async function discardOwnDraft(scope: Scope<Recruiter>) {
  const application = await findOwnApplication(scope);
  return application ? discardDraft(scope, application.id) : refuse('not_found');
}
