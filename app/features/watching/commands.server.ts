import { sql, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { RhythmForm, WatchCorridorForm, WatchRecruiterForm } from './forms.ts';
import type { Rhythm } from './model.ts';
import { mayWatch } from './policy.ts';
import { countWatches, findRecruiter, findRecruiters, findWatch, lockCompany } from './queries.server.ts';
import { mayList, mayWatchMore } from './rules.ts';

type Trx = Transaction<Database>;
/** `rhythm`: when whoever adds it hears of changes, where they have not chosen yet. */
type Adding = Scope<Company> & { rhythm?: Rhythm };
type Added = { id: string; again: boolean };
type Kept = { recruiter_id?: string; corridor?: string; name?: string };

const about = ({ actor, now }: Scope<Company>) => ({
  ...{ actor, now },
  ...{ subject: actor.organisationId, related: [actor.organisationId] },
});

/** What is watched already is answered as it is: asked twice, it is watched once. */
async function keep(trx: Trx, scope: Adding, kind: 'recruiter' | 'corridor' | 'list', kept: Kept) {
  const { actor, now, rhythm = 'at_once' } = scope;
  const companyId = actor.organisationId;
  const [[column, value] = ['name', '']] = Object.entries(kept);
  const there = await trx
    .selectFrom('watch')
    .select('id')
    .where('company_id', '=', companyId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .where(sql.ref(column), '=', value)
    .executeTakeFirst();
  if (there) return ok({ id: there.id, again: true });
  const room = mayWatchMore(await countWatches(trx, companyId));
  if (!room.ok) return room;
  const made = await trx
    .insertInto('watch')
    .values({ company_id: companyId, kind, ...kept, made_at: now, made_by: actor.accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('watch_rhythm')
    .values({ company_id: companyId, account_id: actor.accountId, rhythm })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await recordEvent(trx, about(scope), 'watch.added', { watchId: made.id });
  return ok({ id: made.id, again: false });
}

type Outcome = Result<
  Added,
  'forbidden' | 'unknown_recruiter' | 'too_many_watches' | 'list_too_long' | 'nobody_listed'
>;

const watching = (scope: Adding, add: (trx: Trx) => Promise<Outcome>) =>
  scope.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!mayWatch(scope.actor)) return refuse('forbidden');
    await lockCompany(trx, scope.actor.organisationId);
    return add(trx);
  });

export const watchRecruiter = (scope: Adding, { registrationNumber }: WatchRecruiterForm) =>
  watching(scope, async (trx) => {
    const recruiter = await findRecruiter(trx, registrationNumber);
    if (!recruiter) return refuse('unknown_recruiter');
    return keep(trx, scope, 'recruiter', { recruiter_id: recruiter.id });
  });

export const watchCorridor = (scope: Adding, { origin, destination }: WatchCorridorForm) =>
  watching(scope, (trx) => keep(trx, scope, 'corridor', { corridor: `${origin}-${destination}` }));

/**
 * Watches a named list of registration numbers, such as a portfolio; given again under its name, it is watched as it is
 * now. Numbers that are on no register are answered as `unknown` and left out.
 */
export async function watchList(
  scope: Adding,
  { name, numbers }: { name: string; numbers: readonly string[] },
) {
  const known = await findRecruiters(scope.db, numbers);
  const unknown = numbers.filter((number) => !known.has(number));
  const outcome = await watching(scope, async (trx) => {
    const fit = mayList(numbers, unknown);
    if (!fit.ok) return fit;
    const kept = await keep(trx, scope, 'list', { name });
    if (kept.ok) await putEntries(trx, kept.value.id, [...known.values()]);
    return kept;
  });
  return outcome.ok ? ok({ ...outcome.value, unknown }) : outcome;
}

async function putEntries(trx: Trx, watchId: string, recruiters: string[]) {
  await trx
    .deleteFrom('watch_entry')
    .where('watch_id', '=', watchId)
    .where(sql<boolean>`not recruiter_id = any (${recruiters}::uuid[])`)
    .execute();
  // One array, not ten thousand parameters.
  await sql`
    insert into watch_entry (watch_id, recruiter_id) select ${watchId}, unnest(${recruiters}::uuid[])
    on conflict do nothing`.execute(trx);
}

export const endWatch = (scope: Scope<Company>, id: string) =>
  scope.db.transaction().execute(async (trx) => {
    if (!mayWatch(scope.actor)) return refuse('forbidden');
    await lockCompany(trx, scope.actor.organisationId);
    const watch = await findWatch({ ...scope, db: trx }, id);
    if (!watch) return refuse('not_found');
    await trx.updateTable('watch').set({ ended_at: scope.now }).where('id', '=', watch.id).execute();
    await recordEvent(trx, about(scope), 'watch.ended', { watchId: watch.id });
    return ok({ id: watch.id });
  });

/** When the asker hears of what their company watches. What waits for a digest that is given up is not mailed any more. */
export const chooseRhythm = ({ db, actor }: Scope<Company>, { rhythm }: RhythmForm) =>
  db.transaction().execute(async (trx) => {
    if (!mayWatch(actor)) return refuse('forbidden');
    const mine = { company_id: actor.organisationId, account_id: actor.accountId };
    await trx
      .insertInto('watch_rhythm')
      .values({ ...mine, rhythm })
      .onConflict((conflict) => conflict.columns(['company_id', 'account_id']).doUpdateSet({ rhythm }))
      .execute();
    return ok({ rhythm });
  });
