import type { Transaction } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { latinName } from '#app/platform/names/likeness.ts';
import type { Details } from './model.ts';

/** A partner's columns as somebody describes it; its names in Latin letters are filled in here and nowhere else. */
export const columnsOf = (details: Details) => ({
  ...{ form: details.form, name: details.name, country: details.country, place: details.place },
  name_local: details.nameLocal,
  latin: latinName(details.name),
  latin_local: details.nameLocal === null ? null : latinName(details.nameLocal),
  registration_number: details.registrationNumber,
  ...{ since: details.since, contact: details.contact, note: details.note },
  parent_id: details.parentId,
});

type New = { id: string; details: Details };
type By = { organisationId: string; accountId: string; now: Date };

/** Rows of new partners and their phones, a few hundred at a time. */
export async function insertPartners(trx: Transaction<Database>, partners: readonly New[], by: By) {
  const { organisationId, accountId, now } = by;
  const stamp = { added_at: now, added_by: accountId, changed_at: now, changed_by: accountId };
  for (let from = 0; from < partners.length; from += 500) {
    const some = partners.slice(from, from + 500);
    await trx
      .insertInto('partner')
      .values(
        some.map(({ id, details }) => ({
          id,
          organisation_id: organisationId,
          kind: details.kind,
          ...columnsOf(details),
          ...stamp,
        })),
      )
      .execute();
    const phones = some.flatMap(({ id, details }) => phoneRows(id, details.phones));
    if (phones.length > 0) await trx.insertInto('partner_phone').values(phones).execute();
  }
}

export const phoneRows = (partnerId: string, phones: readonly string[], first = 1) =>
  phones.map((phone, index) => ({ partner_id: partnerId, phone, position: first + index }));

/** Numbers that stay are left alone: somebody may be authorised by them. */
export async function replacePhones(
  trx: Transaction<Database>,
  partnerId: string,
  phones: readonly string[],
) {
  const dropped = trx.deleteFrom('partner_phone').where('partner_id', '=', partnerId);
  await (phones.length > 0 ? dropped.where('phone', 'not in', phones) : dropped).execute();
  if (phones.length === 0) return;
  await trx
    .insertInto('partner_phone')
    .values(phoneRows(partnerId, phones))
    .onConflict((conflict) => conflict.columns(['partner_id', 'phone']).doNothing())
    .execute();
}
