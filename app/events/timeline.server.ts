import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Decider, Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isEventType, trailTypes } from './catalogue.ts';
import { mayTell } from './telling.server.ts';
import { worded, type TimelineEntry } from './wording.ts';

const most = 200;

/** A vote is the panel's own until it has decided: the audit trail keeps it, no timeline tells it. */
const untold = ['decision.vote_cast'];

const actorShape = z.object({ kind: z.string(), accountId: z.string().optional() });
const payloadShape = z.record(z.string(), z.unknown());

/**
 * What happened to a record and to what hangs on it, newest first, 200 entries at most, in words: what the facts hold
 * beside them stays here. Ask only after the record itself was found in the actor's scope. `who` is a name, or the role
 * where no person acted.
 */
export async function timelineOf(
  { db, actor, now }: Pick<Scope, 'db' | 'actor' | 'now'>,
  subject: string,
): Promise<TimelineEntry[]> {
  const rows = await entries(db)
    .where('event.type', 'not in', [...untold, ...trailTypes])
    .where((where) =>
      // Array containment, so that the index on related serves it.
      where.or([
        where('event.subject', '=', subject),
        sql<boolean>`event.related @> array[${subject}]::uuid[]`,
      ]),
    )
    .where(mayTell(actor, now))
    .limit(most)
    .execute();
  return rows.flatMap(toEntry);
}

/** The trail of a person or of an organisation: sign-ins and changes of rights, newest first, 200 entries at most. */
export async function trailOf({ db }: Pick<Scope, 'db'>, subject: string): Promise<TimelineEntry[]> {
  const rows = await entries(db)
    .leftJoin('account as whom', 'whom.id', 'event.subject')
    .select('whom.name as about')
    .where('event.type', 'in', trailTypes)
    .where((where) =>
      // Array containment, so that the index on related serves it.
      where.or([
        where('event.subject', '=', subject),
        sql<boolean>`event.related @> array[${subject}]::uuid[]`,
      ]),
    )
    .limit(most)
    .execute();
  return rows.flatMap(toEntry);
}

/** The last few things that happened anywhere, each with its recruiter: for the scheme's own people, as far as each may know. */
export async function latestEntries(
  { db, actor, now }: Scope<Officer | Decider>,
  count = 8,
): Promise<TimelineEntry[]> {
  const rows = await entries(db)
    .leftJoin('organisation', (join) =>
      join.on('organisation.kind', '=', 'recruiter').on(sql<boolean>`organisation.id = any (event.related)`),
    )
    .select('organisation.name as about')
    .where('event.type', 'not in', ['application.section_saved', ...untold, ...trailTypes])
    .where(mayTell(actor, now))
    .limit(count)
    .execute();
  return rows.flatMap(toEntry);
}

const entries = (db: Kysely<Database>) =>
  db
    .selectFrom('event')
    // The actor is kept as data, not as a foreign key: an event outlives the account.
    .leftJoin('account', (join) => join.on(sql`account.id`, '=', sql`(event.actor ->> 'accountId')::uuid`))
    .select(['event.id', 'event.type', 'event.actor', 'event.payload', 'event.occurred_at', 'account.name'])
    .orderBy('event.occurred_at', 'desc')
    .orderBy('event.position', 'desc');

type Row = {
  id: string;
  type: string;
  actor: unknown;
  payload: unknown;
  occurred_at: Date;
  name: string | null;
  about?: string | null;
};

const toEntry = ({ id, type, actor, payload, occurred_at, name, about }: Row): TimelineEntry[] =>
  isEventType(type)
    ? [
        worded({
          id,
          type,
          at: occurred_at.toISOString(),
          by: name ?? actorShape.parse(actor).kind,
          payload: payloadShape.parse(payload),
          about: about ?? undefined,
        }),
      ]
    : [];
