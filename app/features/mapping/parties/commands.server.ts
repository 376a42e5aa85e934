import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayMap } from '../policy.ts';
import { askReckoning } from '../risk/history/commands.server.ts';

const about = ({ actor, now }: Scope<Company>, subject: string) => ({
  ...{ actor, now, subject },
  related: [actor.organisationId],
});

/** Two parties of a company, locked in one order whoever asks first. */
async function lockParties(trx: Transaction<Database>, { actor }: Scope<Company>, ids: readonly string[]) {
  const rows = await trx
    .selectFrom('supply_party')
    .select(['id', 'merged_into as mergedInto', 'named_by_company as named', 'name'])
    .where('company_id', '=', actor.organisationId)
    .where(({ or }) => or(ids.map((id) => isId('id', id))))
    .orderBy('id')
    .forUpdate()
    .execute();
  return (id: string) => rows.find((row) => row.id === id.toLowerCase());
}

/** Says that two names are one firm: from now on it is one on every page. What anybody answered stays as it was said. */
export const mergeParties = (scope: Scope<Company>, from: string, into: string) =>
  scope.db.transaction().execute(async (trx) => {
    if (!mayMap(scope.actor)) return refuse('forbidden');
    const party = await lockParties(trx, scope, [from, into]);
    const [gone, stays] = [party(from), party(into)];
    if (!gone || !stays) return refuse('not_found');
    if (gone.id === stays.id) return refuse('same_party');
    if (gone.mergedInto || stays.mergedInto) return refuse('merged_already');
    // Who is named to us and not to the company stays by itself: to draw them together would tell who it is.
    if (gone.name === null || stays.name === null) return refuse('not_found');
    // Whatever was merged into it goes along: one step from any name to its party.
    await trx
      .updateTable('supply_party')
      .set({ merged_into: stays.id })
      .where('company_id', '=', scope.actor.organisationId)
      .where(({ or, eb }) => or([eb('id', '=', gone.id), eb('merged_into', '=', gone.id)]))
      .execute();
    if (gone.named && !stays.named)
      await trx
        .updateTable('supply_party')
        .set({ named_by_company: true })
        .where('id', '=', stays.id)
        .execute();
    await askReckoning(trx, scope.actor.organisationId, scope.now);
    await recordEvent(trx, about(scope, gone.id), 'mapping.party_merged', { into: stays.id });
    return ok({ id: stays.id });
  });

/** Says who a party is on the register, or that it is nobody there; `standing` is what the company saw when it said so. */
export const matchParty = (
  scope: Scope<Company>,
  id: string,
  match: { recruiterId: string; standing: string } | null,
) =>
  scope.db.transaction().execute(async (trx) => {
    const { actor, now } = scope;
    if (!mayMap(actor)) return refuse('forbidden');
    const party = (await lockParties(trx, scope, [id]))(id);
    if (!party || party.mergedInto || party.name === null) return refuse('not_found');
    await trx
      .updateTable('supply_party')
      .set({
        recruiter_id: match?.recruiterId ?? null,
        standing_seen: match?.standing ?? null,
        matched_at: match ? now : null,
        matched_by: match ? actor.accountId : null,
      })
      .where('id', '=', party.id)
      .execute();
    const recruiter = match?.recruiterId ?? null;
    await recordEvent(trx, about(scope, party.id), 'mapping.party_matched', { recruiter });
    return ok({ id: party.id });
  });

/** The company took note of how a matched recruiter stands now: its task is done until that changes. */
export const noteStanding = (scope: Scope<Company>, id: string, standing: string) =>
  scope.db.transaction().execute(async (trx) => {
    if (!mayMap(scope.actor)) return refuse('forbidden');
    const party = (await lockParties(trx, scope, [id]))(id);
    if (!party) return refuse('not_found');
    await trx
      .updateTable('supply_party')
      .set({ standing_seen: standing })
      .where('id', '=', party.id)
      .where('recruiter_id', 'is not', null)
      .execute();
    return ok({ id: party.id });
  });
