import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { listDuplicates } from './duplicates.server.ts';
import type { AddForm, AuthoriseForm, ChangeForm, EndForm } from './forms.ts';
import type { Authorisation, Details, Partner } from './model.ts';
import { mayKeep } from './policy.ts';
import { findAuthorisation, lockPartner } from './queries.server.ts';
import * as rules from './rules.ts';
import { columnsOf, insertPartners, replacePhones } from './store.server.ts';

type By = Pick<Scope<Recruiter>, 'actor' | 'now'>;

/** What a fact about a partner is about. */
const about = ({ id, organisationId }: Pick<Partner, 'id' | 'organisationId'>) => ({
  subject: id,
  related: [organisationId],
});

/** Adds a partner; one that looks like another is refused until somebody says that it is not. */
export function addPartner({ db, actor, now }: Scope<Recruiter>, { details, anyway }: AddForm) {
  return db.transaction().execute(async (trx) => {
    const { organisationId, accountId } = actor;
    if (!mayKeep(actor, organisationId)) return refuse('forbidden');
    // The organisation’s row is the lock: two colleagues who add the same partner at once see it. Not its key, which every
    // row that names it holds: whoever authorises the agency above at the same time would wait for us, and we for them.
    await trx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    const place = await placeUnder(trx, details, { organisationId });
    if (!place.ok) return place;
    if (!anyway && (await listDuplicates(trx, { organisationId }, details)).length > 0)
      return refuse('have_already');
    const id = crypto.randomUUID();
    await insertPartners(trx, [{ id, details }], { organisationId, accountId, now });
    const { kind } = details;
    await recordEvent(trx, { actor, now, ...about({ id, organisationId }) }, 'partner.added', { kind });
    return ok({ id });
  });
}

/** A partner and the agency it comes under, in an order all take: crossed changes would wait for each other for ever. */
async function lockBoth(trx: Transaction<Database>, id: string, parentId: string | null) {
  const ids = parentId === null ? [id] : [id, parentId].toSorted();
  const found = [];
  for (const next of ids) found.push(await lockPartner(trx, next));
  return found.find((partner) => partner?.id === id);
}

async function placeUnder(
  trx: Transaction<Database>,
  details: Details,
  self: { id?: string; organisationId: string },
) {
  const parent = details.parentId === null ? undefined : await lockPartner(trx, details.parentId);
  return rules.placeUnder(details, self, parent);
}

/** Changes what is known of a partner; refused when somebody changed it after the person saw it. */
export function changePartner({ db, actor, now }: Scope<Recruiter>, id: string, form: ChangeForm) {
  return db.transaction().execute(async (trx) => {
    const { details, anyway } = form;
    const current = await lockBoth(trx, id, details.parentId);
    if (!current || !mayKeep(actor, current.organisationId)) return refuse('not_found');
    const decision = rules.change(current, form, await findAuthorisation(trx, id));
    if (!decision.ok) return decision;
    // Where it stands already it may stay, also under an agency that has ended since.
    if (details.parentId !== current.parentId) {
      const place = await placeUnder(trx, details, current);
      if (!place.ok) return place;
    }
    const { organisationId } = current;
    if (!anyway && (await listDuplicates(trx, { organisationId, except: id }, details)).length > 0)
      return refuse('have_already');
    const changed = { changed_at: now, changed_by: actor.accountId, revision: decision.value.revision };
    await trx
      .updateTable('partner')
      .set({ ...columnsOf(details), ...changed })
      .where('id', '=', id)
      .execute();
    await replacePhones(trx, id, details.phones);
    await recordEvent(trx, { actor, now, ...about(current) }, 'partner.changed', {});
    return ok({ id });
  });
}

/** Says that a partner may present itself as authorised, by these numbers and no others, from today. */
export function authorisePartner({ db, actor, now }: Scope<Recruiter>, id: string, form: AuthoriseForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockPartner(trx, id);
    if (!current || !mayKeep(actor, current.organisationId)) return refuse('not_found');
    const authorised = await findAuthorisation(trx, id);
    const phones = [...new Set(form.phones)];
    const decision = rules.authorise(current, { phones, today: dayOf(now) }, authorised);
    if (!decision.ok) return decision;
    // Other numbers are another record: what workers were told until today stays as it was.
    if (authorised) await storeEnd(trx, { actor, now }, authorised);
    await trx
      .insertInto('partner_authorisation')
      .values({
        ...{ partner_id: id, partner_kind: current.kind, organisation_id: current.organisationId },
        ...{ phones, started_on: decision.value.startedOn },
        ...{ authorised_at: now, authorised_by: actor.accountId },
      })
      .execute();
    await recordEvent(trx, { actor, now, ...about(current) }, 'partner.authorised', {});
    return ok({ id });
  });
}

const storeEnd = (trx: Transaction<Database>, { actor, now }: By, { id }: Authorisation) =>
  trx
    .updateTable('partner_authorisation')
    .set({ ended_on: dayOf(now), ended_at: now, ended_by: actor.accountId })
    .where('id', '=', id)
    .execute();

/** From this moment the partner's numbers are nobody's to a worker who checks them. */
export function endAuthorisation({ db, actor, now }: Scope<Recruiter>, id: string) {
  return db.transaction().execute(async (trx) => {
    const current = await lockPartner(trx, id);
    if (!current || !mayKeep(actor, current.organisationId)) return refuse('not_found');
    const authorised = await findAuthorisation(trx, id);
    const decision = rules.endAuthorisation(authorised, dayOf(now));
    if (!decision.ok) return decision;
    await storeEnd(trx, { actor, now }, decision.value);
    await recordEvent(trx, { actor, now, ...about(current) }, 'partner.authorisation_ended', {});
    return ok({ id });
  });
}

/** The recruiter no longer works with a partner: it ends and stays on record, or goes where nobody was told of it yet. */
export function endPartner({ db, actor, now }: Scope<Recruiter>, id: string, { endedOn }: EndForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockPartner(trx, id);
    if (!current || !mayKeep(actor, current.organisationId)) return refuse('not_found');
    const told = await wasToldOf(trx, current);
    const decision = rules.end(current, { endedOn, today: dayOf(now), told });
    if (!decision.ok) return decision;
    if (decision.value === 'removed') await trx.deleteFrom('partner').where('id', '=', id).execute();
    else await storeEndOfPartner(trx, { actor, now }, { id, endedOn });
    await recordEvent(trx, { actor, now, ...about(current) }, 'partner.removed', {});
    return decision;
  });
}

async function storeEndOfPartner(
  trx: Transaction<Database>,
  by: By,
  { id, endedOn }: { id: string; endedOn: string },
) {
  const authorised = await findAuthorisation(trx, id);
  if (authorised) await storeEnd(trx, by, authorised);
  await trx
    .updateTable('partner')
    .set({ ended_on: endedOn, ended_by: by.actor.accountId })
    .where('id', '=', id)
    .execute();
}

/** An application was sent, or the partner was ever authorised, or others work under it. */
async function wasToldOf(trx: Transaction<Database>, { id, organisationId }: Partner) {
  const row = await trx
    .selectNoFrom(({ exists, selectFrom }) => [
      exists(
        selectFrom('application')
          .select('application.id')
          .where('application.organisation_id', '=', organisationId)
          .where('application.submitted_at', 'is not', null),
      ).as('sent'),
      exists(
        selectFrom('partner_authorisation')
          .select('partner_authorisation.id')
          .where('partner_authorisation.partner_id', '=', id),
      ).as('authorised'),
      exists(selectFrom('partner').select('partner.id').where('partner.parent_id', '=', id)).as('above'),
    ])
    .executeTakeFirstOrThrow();
  return Boolean(row.sent) || Boolean(row.authorised) || Boolean(row.above);
}
