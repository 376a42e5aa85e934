import type { Transaction } from 'kysely';

import type { EventType, Payload } from '#app/events/catalogue.ts';
import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Actor, Scope, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { listPlaces } from '../queries.server.ts';
import { lockAccount } from './commands.server.ts';
import type { ResetForm } from './forms.ts';
import { mayResetFactors } from './policy.ts';
import { findFactors, findOpenReset, listDueResets, lockReset } from './queries.server.ts';
import { approveReset, cancelReset, requestReset, resetIsDue } from './rules.ts';

type Told = { actor: Actor; now: Date; accountId: string };
type ResetEvent = Extract<EventType, `factor_reset.${string}`>;

/** The person and the owners of every organisation they belong to read of it. */
async function tell<T extends ResetEvent>(
  trx: Transaction<Database>,
  { actor, now, accountId }: Told,
  type: T,
  payload: Payload<T>,
) {
  const places = await listPlaces(trx, accountId);
  const related = [...new Set(places.map(({ organisationId }) => organisationId))];
  await recordEvent(trx, { actor, now, subject: accountId, related }, type, payload);
}

/** The first officer, who has spoken with the person: says how they know that it is them. */
export function requestFactorReset({ db, actor, now }: Scope, { email, reason }: ResetForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayResetFactors(actor)) return refuse('forbidden');
    const person = await trx
      .selectFrom('account')
      .select('id')
      .where('email', '=', email.toLowerCase())
      .forUpdate()
      .executeTakeFirst();
    if (!person) return refuse('no_such_person');
    const decision = requestReset(actor.accountId, person.id, await findFactors(trx, person.id));
    if (!decision.ok) return decision;
    const reset = await trx
      .insertInto('factor_reset')
      .values({ account_id: person.id, reason, requested_by: actor.accountId, requested_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!reset) return refuse('reset_open');
    const payload = { factorResetId: reset.id };
    await tell(trx, { actor, now, accountId: person.id }, 'factor_reset.requested', payload);
    return ok({ id: reset.id });
  });
}

/** The second officer; from now on the waiting time runs. */
export function approveFactorReset({ db, actor, now }: Scope, id: string) {
  return db.transaction().execute(async (trx) => {
    const reset = await lockReset(trx, id);
    if (!reset) return refuse('not_found');
    if (!mayResetFactors(actor)) return refuse('forbidden');
    const decision = approveReset(reset, actor.accountId, now);
    if (!decision.ok) return decision;
    const { dueAt } = decision.value;
    await trx
      .updateTable('factor_reset')
      .set({ approved_by: actor.accountId, approved_at: now, due_at: dueAt })
      .where('id', '=', id)
      .execute();
    const payload = { factorResetId: id, dueOn: dayOf(dueAt) };
    await tell(trx, { actor, now, accountId: reset.accountId }, 'factor_reset.approved', payload);
    return ok({ dueAt });
  });
}

/** Any officer, or the person: whoever objects, it ends. */
export function cancelFactorReset({ db, actor, now }: Scope<SignedIn>, id: string) {
  return db.transaction().execute(async (trx) => {
    const reset = await lockReset(trx, id);
    if (!reset) return refuse('not_found');
    if (!mayResetFactors(actor) && actor.accountId !== reset.accountId) return refuse('not_found');
    const decision = cancelReset(reset);
    if (!decision.ok) return decision;
    await trx
      .updateTable('factor_reset')
      .set({ cancelled_at: now, cancelled_by: actor.accountId })
      .where('id', '=', id)
      .execute();
    const payload = { factorResetId: id };
    await tell(trx, { actor, now, accountId: reset.accountId }, 'factor_reset.cancelled', payload);
    return ok(undefined);
  });
}

/** The person's own no to the reset that is under way for them. */
export async function cancelMyFactorReset(scope: Scope<SignedIn>) {
  const reset = await findOpenReset(scope);
  return reset ? cancelFactorReset(scope, reset.id) : refuse('reset_over');
}

/** The clock's part: what was approved and waited long enough. Each in a transaction of its own. */
export async function carryOutFactorResets({ db, now }: Pick<Scope, 'db' | 'now'>) {
  for (const { id } of await listDueResets(db, now)) await carryOut({ db, now }, id);
}

const carryOut = ({ db, now }: Pick<Scope, 'db' | 'now'>, id: string) =>
  db.transaction().execute(async (trx) => {
    const reset = await lockReset(trx, id);
    if (!reset || !resetIsDue(reset, now)) return;
    const { accountId } = reset;
    await lockAccount(trx, accountId);
    await trx.deleteFrom('passkey').where('account_id', '=', accountId).execute();
    await trx.deleteFrom('authenticator').where('account_id', '=', accountId).execute();
    await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
    await trx.deleteFrom('session').where('account_id', '=', accountId).execute();
    await trx.deleteFrom('pending_sign_in').where('account_id', '=', accountId).execute();
    await trx.updateTable('factor_reset').set({ done_at: now }).where('id', '=', id).execute();
    const payload = { factorResetId: id };
    await tell(trx, { actor: { kind: 'system' }, now, accountId }, 'factor_reset.done', payload);
  });
