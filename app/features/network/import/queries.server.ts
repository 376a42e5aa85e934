import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { forms, kinds } from '../model.ts';
import { toPartner } from '../queries.server.ts';
import type { Known } from './compare.ts';

const details = z.object({
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
  phones: z.array(z.string()),
  parentId: z.string().nullable(),
});

export const readingShape = z.object({
  rows: z.array(
    z.object({
      row: z.number(),
      details,
      agency: z.string().nullable(),
      like: z
        .object({ name: z.string(), row: z.number().nullable(), why: z.enum(['phone', 'number', 'name']) })
        .nullable(),
      parent: z.union([z.object({ id: z.string() }), z.object({ row: z.number() })]).nullable(),
    }),
  ),
  problems: z.array(z.object({ row: z.number(), column: z.string(), reason: z.string() })),
});

/** A list that was read, for the page on which it is taken. */
export async function findImport({ db, actor }: Scope<Recruiter>, id: string) {
  const row = await db
    .selectFrom('partner_import')
    .select(['id', 'filename', 'reading', 'taken_at as takenAt', 'added'])
    .where('organisation_id', '=', actor.organisationId)
    .where(isId('id', id))
    .executeTakeFirst();
  return (
    row && { ...row, takenAt: row.takenAt?.toISOString() ?? null, reading: readingShape.parse(row.reading) }
  );
}

/** The whole network, as lists are compared with it. */
export async function listKnown(db: Kysely<Database>, organisationId: string): Promise<Known[]> {
  const rows = await db
    .selectFrom('partner')
    .selectAll()
    .select([
      'organisation_id as organisationId',
      'name_local as nameLocal',
      'registration_number as registrationNumber',
      'parent_id as parentId',
      'ended_on as endedOn',
    ])
    // An array, which the builder has no word for.
    .select(
      sql<string[]>`array(select f.phone from partner_phone f where f.partner_id = partner.id)`.as('phones'),
    )
    .where('organisation_id', '=', organisationId)
    .where('ended_on', 'is', null)
    .execute();
  return rows.map(toPartner);
}
