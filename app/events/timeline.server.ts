import { sql } from 'kysely';
import { z } from 'zod';

import type { Scope } from '#app/platform/scope.ts';

import { isEventType, type EventType } from './catalogue.ts';

export type TimelineEntry = { id: string; at: string; type: EventType; by: string; payload: Record<string, unknown> };

const most = 200;

const actorShape = z.object({ kind: z.string(), accountId: z.string().optional() });
const payloadShape = z.record(z.string(), z.unknown());

/**
 * What happened to a record and to what hangs on it, newest first, 200 entries at most. Ask only after the record
 * itself was found in the actor's scope. `by` is a name, or the role where no person acted.
 */
export async function timelineOf({ db }: Pick<Scope, 'db'>, subject: string): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom('event')
    // The actor is kept as data, not as a foreign key: an event outlives the account.
    .leftJoin('account', (join) => join.on(sql`account.id`, '=', sql`(event.actor ->> 'accountId')::uuid`))
    .select(['event.id', 'event.type', 'event.actor', 'event.payload', 'event.occurred_at', 'account.name'])
    .where((where) =>
      // Array containment, so that the index on related serves it.
      where.or([where('event.subject', '=', subject), sql<boolean>`event.related @> array[${subject}]::uuid[]`]),
    )
    .orderBy('event.position', 'desc')
    .limit(most)
    .execute();
  return rows.flatMap(({ id, type, actor, payload, occurred_at, name }) =>
    isEventType(type)
      ? [{ id, type, at: occurred_at.toISOString(), by: name ?? actorShape.parse(actor).kind, payload: payloadShape.parse(payload) }]
      : [],
  );
}
