import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Decider, Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isEventType, trailTypes } from './catalogue.ts';
import type { TimelineEntry } from './wording.ts';

const most = 200;

/** Who reviews an application is the scheme's own affair. */
const ofOfficers = ['application.conflict_declared', 'application.assigned'];
/** What the programme asks for: the recruiter learns of an audit by its notice, or when it begins. */
const ofProgramme = ['audit.ordered', 'audit.due'];

const actorShape = z.object({ kind: z.string(), accountId: z.string().optional() });
const payloadShape = z.record(z.string(), z.unknown());

/**
 * What happened to a record and to what hangs on it, newest first, 200 entries at most. Ask only after the record
 * itself was found in the actor's scope. `by` is a name, or the role where no person acted. A recruiter reads nothing
 * of an audit before it may know of it, and never which officers declared or were given its application.
 */
export async function timelineOf(
  { db, actor }: Pick<Scope, 'db' | 'actor'>,
  subject: string,
): Promise<TimelineEntry[]> {
  const rows = await entries(db)
    .where('event.type', 'not in', trailTypes)
    .where((where) =>
      // Array containment, so that the index on related serves it.
      where.or([
        where('event.subject', '=', subject),
        sql<boolean>`event.related @> array[${subject}]::uuid[]`,
      ]),
    )
    .$if(actor.kind === 'recruiter', (query) =>
      query
        .where('event.type', 'not in', [...ofOfficers, ...ofProgramme])
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('audit')
                .select('audit.id')
                .whereRef('audit.id', '=', 'event.subject')
                .where('audit.started_at', 'is', null)
                .where('audit.notified_at', 'is', null),
            ),
          ),
        ),
    )
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
  return rows.flatMap((row) =>
    toEntry(row).map((entry) => ({ ...entry, ...(row.about && { about: row.about }) })),
  );
}

/** The last few things that happened anywhere, each with its recruiter: for the scheme's own people. */
export async function latestEntries({ db }: Scope<Officer | Decider>, count = 8): Promise<TimelineEntry[]> {
  const rows = await entries(db)
    .leftJoin('organisation', (join) =>
      join.on('organisation.kind', '=', 'recruiter').on(sql<boolean>`organisation.id = any (event.related)`),
    )
    .select('organisation.name as about')
    .where('event.type', 'not in', ['application.section_saved', ...trailTypes])
    .limit(count)
    .execute();
  return rows.flatMap((row) =>
    toEntry(row).map((entry) => ({ ...entry, ...(row.about && { about: row.about }) })),
  );
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
};

const toEntry = ({ id, type, actor, payload, occurred_at, name }: Row): TimelineEntry[] =>
  isEventType(type)
    ? [
        {
          id,
          type,
          at: occurred_at.toISOString(),
          by: name ?? actorShape.parse(actor).kind,
          payload: payloadShape.parse(payload),
        },
      ]
    : [];
