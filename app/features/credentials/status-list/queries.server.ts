import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import { finalStatuses } from '../../certificates/model.ts';
import type { ListName } from '../model.ts';

/**
 * The places of a list that are set: revoked is what no longer stands by itself, withdrawn or replaced, and whatever was
 * issued to a recruiter who was taken off the register.
 */
export async function listSetPlaces(db: Kysely<Database>, { purpose, list }: ListName) {
  const rows = await db
    .selectFrom('status_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .leftJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .select('entry.place')
    .where('entry.list', '=', list)
    .where((where) =>
      purpose === 'suspension'
        ? where('certificate.status', '=', 'suspended')
        : where.or([
            where('certificate.status', 'in', [...finalStatuses]),
            where('registration.delisted_on', 'is not', null),
          ]),
    )
    .orderBy('entry.place')
    .execute();
  return rows.map(({ place }) => place);
}

/** How many lists there are: the first is there before anything is in it. */
export async function countLists(db: Kysely<Database>) {
  const { last } = await db
    .selectFrom('status_entry')
    .select(({ fn }) => fn.max<number | null>('list').as('last'))
    .executeTakeFirstOrThrow();
  return Math.max(1, last ?? 1);
}

/** Where a certificate stands in the status lists. */
export const findEntry = (db: Kysely<Database>, number: string) =>
  db
    .selectFrom('status_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .select(['entry.list', 'entry.place'])
    .where('certificate.number', '=', number.trim().toUpperCase())
    .executeTakeFirst();
