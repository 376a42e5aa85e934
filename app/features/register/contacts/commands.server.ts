import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { ContactsForm } from './forms.ts';
import { emptyContact, type Published } from './model.ts';
import { mayPublish } from './policy.ts';
import { findListing } from './queries.server.ts';
import * as rules from './rules.ts';

/** Publishes a recruiter's contacts, all of them at once; the fact tells what they are from now on. */
export function publishContacts({ db, actor, now }: Scope<Recruiter>, form: ContactsForm) {
  return db.transaction().execute(async (trx) => {
    const { organisationId, accountId } = actor;
    if (!mayPublish(actor, organisationId)) return refuse('forbidden');
    await lockListing(trx, organisationId);
    const listing = await findListing({ db: trx }, organisationId);
    const decision = rules.publish(listing, listing?.kept ?? { ...emptyContact, revision: 0 }, form);
    if (!decision.ok) return decision;
    const { revision, ...contact } = decision.value;
    const changed = { email: contact.email, revision, changed_at: now, changed_by: accountId };
    await trx
      .insertInto('registration_contact')
      .values({ organisation_id: organisationId, ...changed })
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(changed))
      .execute();
    await store(trx, organisationId, form.published);
    await recordEvent(trx, { actor, now, subject: organisationId }, 'registration.contacts_changed', contact);
    return ok({ revision });
  });
}

/** Colleagues who save at once come one after the other. */
const lockListing = (trx: Transaction<Database>, organisationId: string) =>
  trx
    .selectFrom('registration')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .forNoKeyUpdate()
    .execute();

async function store(trx: Transaction<Database>, organisationId: string, published: Published) {
  const { phones, website, social } = published;
  const own = { organisation_id: organisationId };
  await trx.deleteFrom('registration_phone').where('organisation_id', '=', organisationId).execute();
  await trx.deleteFrom('registration_page').where('organisation_id', '=', organisationId).execute();
  if (phones.length > 0)
    await trx
      .insertInto('registration_phone')
      .values(phones.map((phone, place) => ({ ...own, phone, position: place + 1 })))
      .execute();
  const pages = [
    ...(website ? [{ ...own, ...website, kind: 'website', position: 1 }] : []),
    ...social.map((page, place) => ({ ...own, ...page, kind: 'social', position: place + 1 })),
  ];
  if (pages.length > 0) await trx.insertInto('registration_page').values(pages).execute();
}
