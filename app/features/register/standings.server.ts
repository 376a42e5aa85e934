import { dayOf } from '#app/platform/calendar.ts';

import { entryColumns, toEntry, type Asked } from './listed.server.ts';

/** Where some recruiters stand at this moment, by their organisations; who is not on the register is not in it. */
export async function standingsOf({ db, now }: Asked, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return new Map<string, ReturnType<typeof toEntry>>();
  const rows = await db
    .selectFrom('register_entry')
    .select('organisation_id as organisationId')
    .select(entryColumns)
    .where('organisation_id', 'in', [...organisationIds])
    .where('delisted_on', 'is', null)
    .execute();
  return new Map(rows.map(({ organisationId, ...row }) => [organisationId, toEntry(row, dayOf(now))]));
}

/** Who has a registration number, and how they stand now; undefined for a number nobody on the register has. */
export async function identityByNumber({ db, now }: Asked, number: string) {
  const row = await db
    .selectFrom('register_entry')
    .select('organisation_id as recruiterId')
    .select(entryColumns)
    .where('number', '=', number)
    .where('delisted_on', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { recruiterId, ...entry } = row;
  return { recruiterId, standing: toEntry(entry, dayOf(now)).standing.status };
}
