import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { shownPhone } from '#app/platform/names/phone.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { latinName, numberKey } from '#app/platform/names/likeness.ts';
import { kinds, type Details, type Likeness } from './model.ts';

export type Duplicate = {
  id: string;
  kind: (typeof kinds)[number];
  name: string;
  nameLocal: string | null;
  place: string;
  registrationNumber: string | null;
  /** In groups, for reading. */
  phones: string[];
  why: Likeness[];
};

/** Names as alike as this are shown; the trigrams of "Himal Workforce" and "Himal Work Force" come to 0.8. */
const alike = 0.5;

const shape = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  name: z.string(),
  name_local: z.string().nullable(),
  place: z.string(),
  registration_number: z.string().nullable(),
  phones: z.array(z.string()),
  same_phone: z.boolean(),
  same_number: z.boolean(),
  likeness: z.number().nullable(),
});

/** Partners one has already that look like this one, the most alike first; `except` is the one that is being changed. */
export async function listDuplicates(
  db: Kysely<Database>,
  { organisationId, except }: { organisationId: string; except?: string },
  details: Pick<Details, 'name' | 'nameLocal' | 'country' | 'registrationNumber' | 'phones'>,
): Promise<Duplicate[]> {
  const { name, nameLocal, country, registrationNumber, phones } = details;
  const [latin, latinLocal] = [latinName(name), nameLocal ? latinName(nameLocal) : null];
  const number = registrationNumber ? numberKey(registrationNumber) : '';
  // Trigram similarity and the comparison of arrays have no builder.
  const { rows } = await sql`
    select * from (
      select p.id, p.kind, p.name, p.name_local, p.place, p.registration_number,
        array(select f.phone from partner_phone f where f.partner_id = p.id order by f.position) as phones,
        exists (select 1 from partner_phone f where f.partner_id = p.id and f.phone = any (${phones}::text[])) as same_phone,
        (${number} <> '' and p.country = ${country}
          and lower(regexp_replace(coalesce(p.registration_number, ''), '[^[:alnum:]]+', '', 'g')) = ${number}) as same_number,
        case when p.country = ${country} then greatest(similarity(p.latin, ${latin}), similarity(p.latin_local, ${latin}),
          similarity(p.latin, ${latinLocal}::text), similarity(p.latin_local, ${latinLocal}::text)) end as likeness
      from partner p
      where p.organisation_id = ${organisationId} and p.ended_on is null and p.id::text <> ${except ?? ''}
    ) candidate
    where same_phone or same_number or likeness >= ${alike}
    order by same_phone::int + same_number::int desc, likeness desc nulls last, name
    limit 5`.execute(db);
  return rows.map(toDuplicate);
}

function toDuplicate(row: unknown): Duplicate {
  const found = shape.parse(row);
  const why: Likeness[] = [
    ...(found.same_phone ? (['phone'] as const) : []),
    ...(found.same_number ? (['number'] as const) : []),
    ...((found.likeness ?? 0) >= alike ? (['name'] as const) : []),
  ];
  const { id, kind, place } = found;
  return {
    ...{
      id,
      kind,
      name: found.name,
      nameLocal: found.name_local,
      place,
      phones: found.phones.map(shownPhone),
      why,
    },
    registrationNumber: found.registration_number,
  };
}

/** For the page that asks whether it is another one. */
export const findDuplicates = (
  { db, actor }: Scope<Recruiter>,
  details: Parameters<typeof listDuplicates>[2],
  except?: string,
) =>
  listDuplicates(
    db,
    { organisationId: actor.organisationId, ...(except !== undefined && { except }) },
    details,
  );
