import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { z } from 'zod';

import type { Decider, Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { isEventType, trailTypes } from './catalogue.ts';
import { worded, type TimelineEntry } from './wording.ts';

const most = 200;

/** A vote is the panel's own until it has decided: the audit trail keeps it, no timeline tells it. */
const untold = ['decision.vote_cast'];
/** What the scheme, its programme and the audit body do among themselves; a finding is told when it is issued. */
const behindRecruiters = [
  'application.conflict_declared',
  'application.assigned',
  'tie.declared',
  'audit.ordered',
  'audit.drawn',
  'audit.due',
  'audit.programme_set',
  'audit.programme_returned',
  'audit.conflict_declared',
  'audit.itinerary_written',
  'audit.report_started',
  'audit.breakdown_answered',
  'audit.report_submitted',
  'audit.report_returned',
  'finding.raised',
  'finding.withdrawn',
  'finding.regrade_proposed',
  'finding.regrade_answered',
];
const ofEffectiveness = ['finding.effectiveness_judged', 'finding.reopened'];

const actorShape = z.object({ kind: z.string(), accountId: z.string().optional() });
const payloadShape = z.record(z.string(), z.unknown());

/**
 * What happened to a record and to what hangs on it, newest first, 200 entries at most, in words: what the facts hold
 * beside them stays here. Ask only after the record itself was found in the actor's scope. `who` is a name, or the role
 * where no person acted.
 */
export async function timelineOf(
  { db, actor }: Pick<Scope, 'db' | 'actor'>,
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
    .$if(actor.kind === 'recruiter', (query) => query.where(mayTellRecruiter))
    .limit(most)
    .execute();
  return rows.flatMap(toEntry);
}

/** Of an audit with its notice or when it begins, of a finding from its issue on, and of its application likewise. */
const mayTellRecruiter = (where: ExpressionBuilder<Database, 'event'>) =>
  where.and([
    where('event.type', 'not in', behindRecruiters),
    where.not(
      where.exists(
        where
          .selectFrom('audit')
          .select('audit.id')
          .whereRef('audit.id', '=', 'event.subject')
          .where('audit.started_at', 'is', null)
          .where('audit.notified_at', 'is', null),
      ),
    ),
    where.or([where('event.type', '<>', 'application.audit_started'), where.exists(toldAudit(where))]),
    where.not(where.exists(notYetIssued(where))),
    where.or([where('event.type', 'not in', ofEffectiveness), where.not(where.exists(notYetAgain(where)))]),
  ]);

/** An application goes into audit when its first audit is planned, which may be long before its notice. */
const toldAudit = (where: ExpressionBuilder<Database, 'event'>) =>
  where
    .selectFrom('audit')
    .select('audit.id')
    .whereRef('audit.application_id', '=', 'event.subject')
    .where((each) =>
      each.or([each('audit.notified_at', 'is not', null), each('audit.started_at', 'is not', null)]),
    );

/** The finding the fact is about, where the fact came before its issue. */
const notYetIssued = (where: ExpressionBuilder<Database, 'event'>) =>
  where
    .selectFrom('finding')
    .select('finding.id')
    .whereRef('finding.id', '=', 'event.subject')
    .where((each) =>
      each.or([
        each('finding.issued_at', 'is', null),
        each('event.occurred_at', '<', each.ref('finding.issued_at')),
      ]),
    );

/** A correction that did not last, while the finding that repeats it is not issued. */
const notYetAgain = (where: ExpressionBuilder<Database, 'event'>) =>
  where
    .selectFrom('finding_effectiveness as said')
    .leftJoin('finding as again', 'again.id', 'said.reopened_id')
    .select('said.finding_id')
    .whereRef('said.finding_id', '=', 'event.subject')
    .where('said.effective', '=', false)
    .where('again.issued_at', 'is', null);

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

/** The last few things that happened anywhere, each with its recruiter: for the scheme's own people. */
export async function latestEntries({ db }: Scope<Officer | Decider>, count = 8): Promise<TimelineEntry[]> {
  const rows = await entries(db)
    .leftJoin('organisation', (join) =>
      join.on('organisation.kind', '=', 'recruiter').on(sql<boolean>`organisation.id = any (event.related)`),
    )
    .select('organisation.name as about')
    .where('event.type', 'not in', ['application.section_saved', ...untold, ...trailTypes])
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
