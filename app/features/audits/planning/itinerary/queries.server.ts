import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import type { Actor } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { activities, auditeeRoles, isTold, readers, type Item } from './model.ts';

const clock = z.string().transform((time) => time.slice(0, 5));
const person = z.object({ accountId: z.string(), name: z.string(), left: z.boolean() });
const item = z.object({
  ...{ day: z.string(), from: clock, to: clock, activity: z.enum(activities), place: z.string() },
  ...{ note: z.string(), auditees: z.array(z.enum(auditeeRoles)), told: z.enum(readers) },
  people: z.array(person),
});
const itinerary = z.object({
  ...{ number: z.number(), writtenAt: z.date(), by: z.string(), items: z.array(item) },
  ...{ state: z.string(), noticeType: z.string().nullable() },
  plannedAt: z.date().nullable(),
  ...{ notifiedAt: z.date().nullable(), startedAt: z.date().nullable() },
});
export type Itinerary = NonNullable<Awaited<ReturnType<typeof findItinerary>>>;

/** The latest of an audit, as this person may read it: call it after the audit was found. */
export async function findItinerary(
  { db, actor }: { db: Kysely<Database>; actor: Pick<Actor, 'kind'> },
  auditId: string,
) {
  const row = await written(db)
    .where('written.audit_id', '=', auditId)
    .orderBy('written.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { number, writtenAt, by, items, ...telling } = itinerary.parse(row);
  const found = { number, writtenAt, by };
  if (actor.kind !== 'recruiter') return { ...found, items };
  if (!isTold({ ...telling, writtenAt })) return undefined;
  const told = items.filter((line) => line.told === 'recruiter');
  return told.length > 0 ? { ...found, items: told } : undefined;
}

const written = (db: Kysely<Database>) =>
  db
    .selectFrom('audit_itinerary as written')
    .innerJoin('audit', 'audit.id', 'written.audit_id')
    .innerJoin('account', 'account.id', 'written.written_by')
    .select(['written.number', 'written.written_at as writtenAt', 'account.name as by', 'audit.state'])
    .select(['audit.notice_type as noticeType', 'audit.notified_at as notifiedAt'])
    .select(['audit.planned_at as plannedAt', 'audit.started_at as startedAt'])
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('audit_itinerary_item as item')
          .select(['item.held_on as day', 'item.from_time as from', 'item.to_time as to', 'item.activity'])
          .select(['item.place', 'item.auditees', 'item.told'])
          .select((of) => of.fn.coalesce('item.note', sql.lit('')).as('note'))
          .select((of) =>
            jsonArrayFrom(
              of
                .selectFrom('audit_itinerary_auditor as present')
                .innerJoin('account as person', 'person.id', 'present.account_id')
                .leftJoin('audit_team_member as member', (join) =>
                  join
                    .onRef('member.account_id', '=', 'present.account_id')
                    .onRef('member.audit_id', '=', 'written.audit_id'),
                )
                .select(['present.account_id as accountId', 'person.name'])
                .select((each) => each('member.account_id', 'is', null).as('left'))
                .whereRef('present.itinerary_id', '=', 'item.itinerary_id')
                .whereRef('present.position', '=', 'item.position')
                .orderBy('person.name'),
            ).as('people'),
          )
          .whereRef('item.itinerary_id', '=', 'written.id')
          .orderBy('item.position'),
      ).as('items'),
    );

/** The lines as they were written, for whoever writes them anew or asks whether they fit. */
export const itemsIn = (itinerary: Itinerary | undefined): Item[] =>
  (itinerary?.items ?? []).map(({ people, ...said }) => ({
    ...said,
    auditors: people.map(({ accountId }) => accountId),
  }));
