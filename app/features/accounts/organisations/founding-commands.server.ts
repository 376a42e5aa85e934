import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';

import { foundOrganisation } from '../commands.server.ts';
import type { FoundForm, OwnerForm } from './forms.ts';
import { isAsked, layInvitation } from './invitation-commands.server.ts';
import { mayFound } from './policy.ts';
import { lockOrganisation } from './queries.server.ts';
import * as rules from './rules.ts';

/** An officer brings in an organisation and invites its first owner. */
export function bringIn({ db, actor, now }: Scope<SignedIn>, form: FoundForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayFound(actor)) return refuse('forbidden');
    // Two officers with the same list wait for each other here.
    await lockOrganisation(trx, actor.organisationId);
    const { kind, name, country, email, role } = form;
    const outcome = rules.invite([], { kind, role, email });
    if (!outcome.ok) return outcome;
    const same = await trx
      .selectFrom('organisation')
      .select('id')
      .where('kind', '=', kind)
      .where('country', '=', country)
      .where(({ fn }) => fn<string>('lower', ['name']), '=', name.toLowerCase())
      .executeTakeFirst();
    if (same) return refuse('already_there');
    const id = await foundOrganisation({ db: trx, now }, { kind, name, country });
    await layInvitation(trx, { actor, now }, { id, kind }, { email, role, asOwner: true });
    return ok({ id });
  });
}

/** Where nobody is left to invite anybody, an officer does. */
export function inviteOwner({ db, actor, now }: Scope<SignedIn>, organisationId: string, form: OwnerForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayFound(actor)) return refuse('forbidden');
    const place = await lockOrganisation(trx, organisationId);
    if (!place) return refuse('not_found');
    const empty = rules.reopen(place.members);
    if (!empty.ok) return empty;
    const wanted = { ...form, asOwner: true };
    const outcome = rules.invite(place.members, { kind: place.kind, ...form });
    if (!outcome.ok) return outcome;
    if (await isAsked(trx, place.id, wanted, now)) return refuse('already_invited');
    return ok({ id: await layInvitation(trx, { actor, now }, place, wanted) });
  });
}
