import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { MakeKeyForm, ReplaceKeyForm } from './forms.ts';
import { mayManageKeys } from './policy.ts';
import { findKey, lockKeys } from './queries.server.ts';
import { mayAddKey, replaceKey, revoke } from './rules.ts';
import { newKey } from './secret.server.ts';

type Trx = Transaction<Database>;
type Fresh = Pick<MakeKeyForm, 'name' | 'scopes'> & { id?: string; rotatedFrom?: string };

/** The key itself is answered here and nowhere else: what is kept cannot be turned back into it. */
async function storeKey(trx: Trx, { actor, now }: Scope<Company>, fresh: Fresh) {
  const { key, hash, hint } = newKey();
  const row = await trx
    .insertInto('api_key')
    .values({
      ...(fresh.id && { id: fresh.id }),
      organisation_id: actor.organisationId,
      name: fresh.name,
      hash,
      hint,
      scopes: fresh.scopes,
      made_at: now,
      made_by: actor.accountId,
      rotated_from: fresh.rotatedFrom ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && { id: row.id, key, name: fresh.name };
}

const about = ({ actor, now }: Scope<Company>) => ({
  actor,
  now,
  subject: actor.organisationId,
  related: [actor.organisationId],
});

export function makeKey(scope: Scope<Company>, { id, name, scopes }: MakeKeyForm) {
  return scope.db.transaction().execute(async (trx) => {
    if (!mayManageKeys(scope.actor)) return refuse('forbidden');
    const others = await lockKeys(trx, scope.actor.organisationId, scope.now);
    if (others.some((other) => other.id === id)) return refuse('key_made');
    const room = mayAddKey(others, scope.now);
    if (!room.ok) return room;
    const made = await storeKey(trx, scope, { id, name, scopes });
    if (!made) return refuse('key_made');
    await recordEvent(trx, about(scope), 'api_key.made', { keyId: made.id });
    return ok(made);
  });
}

/** A new key with the same name and scopes; the old one goes on for as long as `overlap` says. */
export function rotateKey(scope: Scope<Company>, id: string, { overlap }: ReplaceKeyForm) {
  return scope.db.transaction().execute(async (trx) => {
    if (!mayManageKeys(scope.actor)) return refuse('forbidden');
    const { now } = scope;
    const others = await lockKeys(trx, scope.actor.organisationId, now);
    const old = await findKey({ ...scope, db: trx }, id);
    if (!old) return refuse('not_found');
    const decision = replaceKey(old, { overlap, now, others });
    if (!decision.ok) return decision;
    const { endsAt } = decision.value;
    await trx.updateTable('api_key').set({ ends_at: endsAt }).where('id', '=', old.id).execute();
    const made = await storeKey(trx, scope, { name: old.name, scopes: old.scopes, rotatedFrom: old.id });
    if (!made) throw new Error('A new id was taken');
    const told = { keyId: old.id, endsAt: endsAt.toISOString() };
    await recordEvent(trx, about(scope), 'api_key.rotated', told);
    return ok({ ...made, endsAt });
  });
}

export function revokeKey(scope: Scope<Company>, id: string) {
  return scope.db.transaction().execute(async (trx) => {
    if (!mayManageKeys(scope.actor)) return refuse('forbidden');
    const { actor, now } = scope;
    await lockKeys(trx, actor.organisationId, now);
    const key = await findKey({ ...scope, db: trx }, id);
    if (!key) return refuse('not_found');
    const decision = revoke(key, now);
    if (!decision.ok) return decision;
    await trx
      .updateTable('api_key')
      .set({ revoked_at: decision.value.revokedAt, revoked_by: actor.accountId })
      .where('id', '=', key.id)
      .execute();
    await recordEvent(trx, about(scope), 'api_key.revoked', { keyId: key.id });
    return ok(undefined);
  });
}
