import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { shownPhone } from '#app/platform/names/phone.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { forms, kinds, type Authorisation, type Partner } from './model.ts';

const shape = z.object({
  id: z.string(),
  organisationId: z.string(),
  kind: z.enum(kinds),
  form: z.enum(forms),
  name: z.string(),
  nameLocal: z.string().nullable(),
  country: z.string(),
  place: z.string(),
  registrationNumber: z.string().nullable(),
  since: z.string().nullable(),
  contact: z.string().nullable(),
  note: z.string().nullable(),
  parentId: z.string().nullable(),
  revision: z.number(),
  endedOn: z.string().nullable(),
  phones: z.array(z.string()),
});

const columns = [
  'partner.id',
  'partner.organisation_id as organisationId',
  'partner.kind',
  'partner.form',
  'partner.name',
  'partner.name_local as nameLocal',
  'partner.country',
  'partner.place',
  'partner.registration_number as registrationNumber',
  'partner.since',
  'partner.contact',
  'partner.note',
  'partner.parent_id as parentId',
  'partner.revision',
  'partner.ended_on as endedOn',
] as const;

/** An array, which the builder has no word for. */
const phonesOf = sql<string[]>`array(
  select f.phone from partner_phone f where f.partner_id = partner.id order by f.position)`;

export const toPartner = (row: unknown): Partner => shape.parse(row);

/** Call it first in every command: whoever acts on the same partner at once waits here. */
export async function lockPartner(trx: Transaction<Database>, id: string) {
  const row = await trx
    .selectFrom('partner')
    .select([...columns, phonesOf.as('phones')])
    .where('partner.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toPartner(row);
}

/** The authorisation that has not ended, if there is one. */
export async function findAuthorisation(
  db: Kysely<Database>,
  partnerId: string,
): Promise<Authorisation | undefined> {
  return db
    .selectFrom('partner_authorisation')
    .select(['id', 'started_on as startedOn', 'phones'])
    .where('partner_id', '=', partnerId)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
}

/** A partner as its page shows it, with everything it was authorised for, newest first. */
export async function findPartner({ db, actor }: Scope<Recruiter>, id: string) {
  const row = await db
    .selectFrom('partner')
    .innerJoin('account as changer', 'changer.id', 'partner.changed_by')
    .leftJoin('partner as parent', 'parent.id', 'partner.parent_id')
    .select([...columns, phonesOf.as('phones')])
    .select(['partner.changed_at as changedAt', 'changer.name as changedBy', 'parent.name as parentName'])
    .where('partner.organisation_id', '=', actor.organisationId)
    .where(isId('partner.id', id))
    .executeTakeFirst();
  if (!row) return undefined;
  const { changedAt, changedBy, parentName } = row;
  const partner = toPartner(row);
  return {
    ...partner,
    // In groups already: the tables that know how are no reading for a browser.
    phonesShown: partner.phones.map(shownPhone),
    changed: { at: changedAt.toISOString(), by: changedBy },
    parentName,
    authorisations: await listAuthorisations(db, row.id),
  };
}

async function listAuthorisations(db: Kysely<Database>, partnerId: string) {
  const rows = await db
    .selectFrom('partner_authorisation')
    .innerJoin('account', 'account.id', 'partner_authorisation.authorised_by')
    .select(['partner_authorisation.id', 'started_on as startedOn', 'ended_on as endedOn', 'phones'])
    .select('account.name as by')
    .where('partner_id', '=', partnerId)
    .orderBy('authorised_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, phonesShown: row.phones.map(shownPhone) }));
}

/** Agencies a sub-agent may work under. */
export async function listAgencies({ db, actor }: Scope<Recruiter>) {
  const rows = await db
    .selectFrom('partner')
    .select(['id as value', 'name as label'])
    .where('organisation_id', '=', actor.organisationId)
    .where('kind', '=', 'partner_agency')
    .where('ended_on', 'is', null)
    .orderBy('latin')
    .limit(1000)
    .execute();
  return rows;
}

/** "Is this number one of theirs, today?": for those who check a caller; served by an index on the numbers. */
export async function isAuthorisedPhone(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  { organisationId, phone }: { organisationId: string; phone: string },
) {
  const today = dayOf(now);
  const row = await db
    .selectFrom('partner_authorisation')
    .select('id')
    .where(sql<boolean>`phones @> array[${phone}]::text[]`)
    .where('organisation_id', '=', organisationId)
    .where('started_on', '<=', today)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', today)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
