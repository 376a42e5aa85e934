import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import { seal } from '#app/platform/secrets.server.ts';

import type { ProviderForm } from './forms.ts';
import { mayManageSignOn } from './policy.ts';
import { discover } from './provider.server.ts';
import { findSignOnOf, listProvenDomains } from './queries.server.ts';
import { secretOf } from './sealed.server.ts';

/** Stores the provider once it answered; `reach` is how it is asked. */
export async function setProvider(
  { db, actor, now }: Scope<SignedIn>,
  form: ProviderForm,
  reach: typeof discover = discover,
) {
  const { accountId, organisationId } = actor;
  if (!mayManageSignOn(actor)) return refuse('forbidden');
  if ((await listProvenDomains(db, organisationId)).length === 0) return refuse('no_proven_domain');
  const before = await findSignOnOf(db, organisationId);
  // A secret is never sent to another provider than the one it was given for.
  const same = before?.issuer === form.issuer && before.clientId === form.clientId;
  const clientSecret = form.clientSecret || (same ? secretOf(before) : undefined);
  if (!clientSecret) return refuse('secret_needed');
  const provider = await reach({ issuer: form.issuer, clientId: form.clientId, clientSecret });
  if (!provider.ok) return provider;
  return db.transaction().execute(async (trx) => {
    const set = {
      issuer: provider.value.issuer,
      client_id: form.clientId,
      client_secret: seal(clientSecret),
      set_at: now,
      set_by: accountId,
      enabled_at: now,
    };
    await trx
      .insertInto('identity_provider')
      .values({ organisation_id: organisationId, ...set })
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(set))
      .execute();
    const about = { actor, now, subject: organisationId, related: [organisationId] };
    await recordEvent(trx, about, 'identity_provider.set', {});
    return ok({ issuer: set.issuer });
  });
}

/** Everyone signs in with their password again, and links to identities of this provider are forgotten. */
export function removeProvider({ db, actor, now }: Scope<SignedIn>) {
  return db.transaction().execute(async (trx) => {
    const { organisationId } = actor;
    if (!mayManageSignOn(actor)) return refuse('forbidden');
    const row = await trx
      .deleteFrom('identity_provider')
      .where('organisation_id', '=', organisationId)
      .returning('issuer')
      .executeTakeFirst();
    if (!row) return refuse('not_found');
    await trx
      .deleteFrom('external_identity')
      .where('issuer', '=', row.issuer)
      .where('account_id', 'in', (members) =>
        members.selectFrom('membership').select('account_id').where('organisation_id', '=', organisationId),
      )
      .execute();
    await trx.deleteFrom('single_sign_on_state').where('organisation_id', '=', organisationId).execute();
    const about = { actor, now, subject: organisationId, related: [organisationId] };
    await recordEvent(trx, about, 'identity_provider.removed', {});
    return ok(row);
  });
}
