import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import { daysTold } from '#db/days-told.ts';

import { auditStates, auditTypes, noticeTypes } from '../model.ts';
import { visibleTo } from '../sight.server.ts';
import { auditsLike, entriesLike } from './narrowing/queries.server.ts';
import { everything, type Narrowing } from './narrowing/rules.ts';
import { entriesFor, isUndone, type Reader } from './queries.server.ts';

/** More than these a month of one scheme does not show; the list pages on. */
const most = 300;

const audit = z.object({
  id: z.string(),
  reference: z.string(),
  type: z.enum(auditTypes),
  state: z.enum(auditStates),
  undone: z.boolean(),
  noticeType: z.enum(noticeTypes),
  startsOn: z.string(),
  endsOn: z.string(),
  recruiter: z.string(),
  changedAt: z.date(),
});
export const due = z.object({
  id: z.string(),
  type: z.enum(auditTypes),
  noticeType: z.enum(noticeTypes),
  dueOn: z.string(),
  recruiter: z.string(),
  changedAt: z.date(),
});
export type PlannedAudit = z.output<typeof audit>;
export type DueAudit = z.output<typeof due>;

export type Span = { from: Day; until: Day; narrowing?: Narrowing };
export type Asking = Pick<Scope<Reader>, 'db' | 'actor' | 'now'>;

/**
 * Audits whose days are fixed and last days of those not scheduled yet, within a span, as far as the actor may know.
 * Where there are too many, what is still to come stays, the nearest first.
 */
export async function listSpan(
  scope: Asking,
  span: Span,
  count = most,
): Promise<{ audits: PlannedAudit[]; due: DueAudit[] }> {
  const [audits, entries] = await Promise.all([
    auditsWithin(scope, span).limit(count).execute(),
    entriesWithin(scope, span).limit(count).execute(),
  ]);
  return {
    audits: z
      .array(audit)
      .parse(audits)
      .sort((one, other) => one.startsOn.localeCompare(other.startsOn)),
    due: z
      .array(due)
      .parse(entries)
      .sort((one, other) => one.dueOn.localeCompare(other.dueOn)),
  };
}

const auditsWithin = ({ db, actor, now }: Asking, { from, until, narrowing = everything }: Span) =>
  visibleTo({ db, actor, now })
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .select(['audit.id', 'audit.reference', 'audit.type', 'audit.state', 'organisation.name as recruiter'])
    .select(['audit.notice_type as noticeType', 'audit.starts_on as startsOn', 'audit.ends_on as endsOn'])
    .select([isUndone.as('undone'), auditChangedAt.as('changedAt')])
    .where('audit.starts_on', '<=', until)
    .where('audit.ends_on', '>=', from)
    .where(auditsLike(narrowing))
    // Of a semi-announced audit the recruiter knows that it comes, not on which day; of one planned anew, nothing yet.
    .$if(actor.kind === 'recruiter', (query) => query.where(daysTold))
    .orderBy(({ eb }) => eb('audit.ends_on', '<', dayOf(now)))
    .orderBy(daysFrom(now, sql.ref('audit.starts_on')))
    .orderBy('audit.id');

const entriesWithin = ({ db, actor, now }: Asking, { from, until, narrowing = everything }: Span) =>
  entriesFor(db, actor, dayOf(now))
    .select(['entry.id', 'entry.type', 'entry.notice_type as noticeType', 'entry.due_on as dueOn'])
    .select(['organisation.name as recruiter', entryChangedAt(dayOf(now)).as('changedAt')])
    .where('entry.due_on', '>=', from)
    .where('entry.due_on', '<=', until)
    .where(entriesLike(narrowing))
    .orderBy(({ eb }) => eb('entry.due_on', '<', dayOf(now)))
    .orderBy(daysFrom(now, sql.ref('entry.due_on')))
    .orderBy('entry.id');

/** The builder knows no distance between days. */
const daysFrom = (now: Date, day: RawBuilder<unknown>) => sql<number>`abs(${day} - ${dayOf(now)}::date)`;

/**
 * What moves an audit in a calendar; the builder has no greatest of columns, some of them null. Whoever reads its days may
 * know of each: a plan that was not told stands in no calendar of its recruiter.
 */
const auditChangedAt = sql<Date>`greatest(audit.scheduled_at, audit.planned_at, audit.notified_at, audit.postponed_at,
  audit.started_at, audit.fieldwork_done_at, audit.aborted_at, audit.refused_at, audit.cancelled_at)`;

/** The same of a last day: its certificate that changed or ended, its audit that was scheduled or did not take place. */
export const entryChangedAt = (today: Day) => sql<Date>`greatest(audit_programme.set_at, entry.ordered_at,
  entry.dropped_at, certificate.since, audit.scheduled_at, audit.aborted_at, audit.refused_at, audit.cancelled_at,
  case when certificate.valid_until < ${today}::date then (certificate.valid_until + 1)::timestamp at time zone 'UTC' end)`;
