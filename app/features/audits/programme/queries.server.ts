import { expressionBuilder, sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { isId } from '#app/platform/database/ids.server.ts';
import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import { pagesOf } from '#app/platform/database/pages.server.ts';
import type { Auditor, Officer, Recruiter, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import { auditTriggers, noticeTypes } from '../model.ts';
import { entriesLike } from './narrowing/queries.server.ts';
import { everything, type Narrowing } from './narrowing/rules.ts';
import { entryTypes, standingStatuses, tellDays, whatIsTold } from './rules.ts';

const perPage = 50;
const listed = z.object({
  id: z.string(),
  applicationId: z.string(),
  type: z.enum(entryTypes),
  noticeType: z.enum(noticeTypes),
  windowFrom: z.string(),
  dueOn: z.string(),
  trigger: z.enum(auditTriggers).nullable(),
  grounds: z.string().nullable(),
  causeSource: z.string().nullable(),
  causeOn: z.string().nullable(),
  recruiter: z.string(),
  number: z.string(),
});
export type Entry = z.output<typeof listed>;
export type Reader = Auditor | Reviewer | Officer | Recruiter;
type Reading = Pick<Scope<Reader>, 'db' | 'actor' | 'now'>;

const readerOf = {
  auditor: 'audit_body',
  reviewer: 'audit_body',
  officer: 'scheme',
  recruiter: 'recruiter',
} as const;

/**
 * Entries of programmes in the actor's sight, whether they still stand or not. A recruiter's hold the recertification
 * and what it asked for alone: of surveillance it knows the rule, and from which of them it were told it could count the one it is not.
 */
export const seenEntries = (db: Kysely<Database>, actor: Reader, today: Day) =>
  db
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('audit_programme', 'audit_programme.certificate_id', 'entry.certificate_id')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .leftJoin('audit', 'audit.id', 'entry.audit_id')
    .$if(actor.kind === 'auditor' || actor.kind === 'reviewer', (query) =>
      query.where('certificate.audit_body_id', '=', actor.organisationId),
    )
    // Who is tied to a recruiter learns nothing of what is ahead of it, least of all what it is not told.
    .$if(actor.kind !== 'recruiter', (query) =>
      query.where(({ not }) => not(hasTie(actor.accountId, sql.ref('certificate.organisation_id'), today))),
    )
    .$if(actor.kind === 'recruiter', (query) =>
      query
        .where('certificate.organisation_id', '=', actor.organisationId)
        .where('entry.type', 'in', ['recertification', 'scope_extension'])
        .where('entry.notice_type', 'in', toldTo(actor)),
    );

type Joined = Database & { entry: Database['audit_programme_entry'] };

/** Whether an entry waits to be scheduled: it and its certificate stand, and no audit of it does. */
export const isOpen = (today: Day) => {
  const { eb, and, or } = expressionBuilder<Joined, 'entry' | 'certificate'>();
  return and([
    eb('entry.dropped_at', 'is', null),
    eb('certificate.status', 'in', standingStatuses),
    eb('certificate.valid_until', '>=', today),
    or([eb('entry.audit_id', 'is', null), isUndone]),
  ]);
};

/** Those that are not scheduled yet. */
export const entriesFor = (db: Kysely<Database>, actor: Reader, today: Day) =>
  seenEntries(db, actor, today).where(isOpen(today));

/** The database says which audits did not take place: its constraint asks the same. */
export const isUndone = sql<boolean>`is_undone(audit.state, audit.aborted_at, audit.refused_at)`;

const toldTo = ({ kind }: Reader) =>
  noticeTypes.filter((type) => whatIsTold(type, readerOf[kind]) !== 'nothing');

const columns = [
  'entry.id',
  'certificate.application_id as applicationId',
  'entry.type',
  'entry.notice_type as noticeType',
  'entry.window_from as windowFrom',
  'entry.due_on as dueOn',
  'entry.trigger',
  'entry.grounds',
  'entry.cause_source as causeSource',
  'entry.cause_on as causeOn',
  'organisation.name as recruiter',
  'certificate.number',
] as const;

type EntryFilter = { type: string; notice: string; page: number; narrowing?: Narrowing };

/** The soonest due first. */
export async function listProgramme({ db, actor, now }: Reading, filter: EntryFilter) {
  const { type, notice, page, narrowing = everything } = filter;
  const matching = entriesFor(db, actor, dayOf(now))
    .where(entriesLike(narrowing))
    .$if(type !== '', (query) => query.where('entry.type', '=', type))
    .$if(notice !== '', (query) => query.where('entry.notice_type', '=', notice));
  const [rows, { count }] = await Promise.all([
    matching
      .select(columns)
      .orderBy('entry.due_on')
      .orderBy('entry.id')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { entries: z.array(listed).parse(rows), count, pages: pagesOf(count, perPage) };
}

/** One entry, to be scheduled by its own body. */
export async function findEntry({ db, actor, now }: Reading, id: string): Promise<Entry | undefined> {
  const row = await entriesFor(db, actor, dayOf(now))
    .select(columns)
    .where(isId('entry.id', id))
    .executeTakeFirst();
  return row && listed.parse(row);
}

/** A surveillance of the cycle that was told to be late is an officer's to decide on. */
const isDecided = sql<boolean>`(entry.late_told_at is not null and entry.type = 'surveillance' and entry.reason = 'cycle')`;
const decided = { toDecide: z.boolean() };

/** What a body has to schedule by now. */
export async function listDueEntries(scope: Reading, most: number) {
  const until = addDays(dayOf(scope.now), tellDays);
  const rows = await entriesFor(scope.db, scope.actor, dayOf(scope.now))
    .select(columns)
    .select(isDecided.as('toDecide'))
    .where('entry.due_on', '<=', until)
    .orderBy('entry.due_on')
    .limit(most)
    .execute();
  return z.array(listed.extend(decided)).parse(rows);
}

/**
 * Audits of the programme that somebody scheduled and nobody held by their last day, the oldest first: scheduling one
 * keeps no promise (domain 2.6, surveillance within 12 months).
 */
export async function listNotHeld({ db, actor, now }: Reading, most: number) {
  const rows = await seenEntries(db, actor, dayOf(now))
    .select(['audit.id', 'entry.type', 'entry.due_on as dueOn', 'organisation.name as recruiter'])
    .select(['certificate.number', 'entry.id as entryId', isDecided.as('toDecide')])
    .where('entry.dropped_at', 'is', null)
    .where('certificate.status', 'in', standingStatuses)
    .where('certificate.valid_until', '>=', dayOf(now))
    .where('entry.due_on', '<', dayOf(now))
    .where('audit.id', 'is not', null)
    .where('audit.fieldwork_done_at', 'is', null)
    .where(({ not }) => not(isUndone))
    .orderBy('entry.due_on')
    .orderBy('audit.id')
    .limit(most)
    .execute();
  return z
    .array(
      listed
        .pick({ id: true, type: true, dueOn: true, recruiter: true, number: true })
        .extend({ entryId: z.string(), ...decided }),
    )
    .parse(rows);
}
