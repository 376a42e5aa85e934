import { sql, type ExpressionBuilder } from 'kysely';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import { daysTold } from '#db/days-told.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

import { auditTypes, noticeTypes } from '../../model.ts';
import { due, entryChangedAt, type Asking, type DueAudit, type Span } from '../month.server.ts';
import { auditsLike, entriesLike } from '../narrowing/queries.server.ts';
import { everything } from '../narrowing/rules.ts';
import { isOpen, seenEntries } from '../queries.server.ts';
import { struckSince } from './rules.ts';

/** No more than a month shows. */
const most = 300;

const untold = z.object({
  id: z.string(),
  reference: z.string(),
  type: z.enum(auditTypes),
  noticeType: z.enum(noticeTypes),
  recruiter: z.string(),
  changedAt: z.date(),
  days: z.object({ startsOn: z.string(), endsOn: z.string() }),
});

/**
 * Audits whose days were told once and do not stand, for those who read of an audit what its recruiter was told: the days
 * of that notice, never those it is planned for since.
 */
export async function listUntold(scope: Asking, { from, until, narrowing = everything }: Span) {
  if (scope.actor.kind === 'auditor') return [];
  const rows = await untoldFor(scope)
    .innerJoinLateral(
      (of) => daysOfNotice(of).as('told'),
      (join) => join.onTrue(),
    )
    .select(['audit.id', 'audit.reference', 'audit.type', 'audit.notice_type as noticeType', 'told.days'])
    .select(['organisation.name as recruiter', 'audit.postponed_at as changedAt'])
    .where(auditsLike(narrowing))
    .orderBy('audit.postponed_at', 'desc')
    .limit(most)
    .execute();
  return z
    .array(untold)
    .parse(rows)
    .map(({ days, ...audit }) => ({ ...audit, ...days }))
    .filter(({ startsOn, endsOn }) => startsOn <= until && endsOn >= from);
}

/** The recruiter's own, and of who is tied to it: whoever is not reads the audit itself. */
const untoldFor = ({ db, actor, now }: Asking) =>
  db
    .selectFrom('audit')
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .where('audit.notice_type', '=', 'announced')
    .where('audit.started_at', 'is', null)
    .where('audit.postponed_at', '>=', new Date(struckSince(now)))
    .where(({ not }) => not(daysTold))
    .$if(actor.kind !== 'officer', (query) =>
      query.where(
        actor.kind === 'recruiter' ? 'audit.organisation_id' : 'audit.audit_body_id',
        '=',
        actor.organisationId,
      ),
    )
    .$if(actor.kind !== 'recruiter', (query) =>
      query.where(hasTie(actor.accountId, sql.ref('audit.organisation_id'), dayOf(now))),
    );

/** Those the last notice told: they are in the record of the plan before it, and in the audit no more. */
const daysOfNotice = (of: ExpressionBuilder<Database, 'audit'>) =>
  of
    .selectFrom('event')
    .select('event.payload as days')
    .whereRef('event.subject', '=', 'audit.id')
    .where('event.type', '=', 'audit.planned')
    .where('event.position', '<', (before) =>
      before
        .selectFrom('event as notice')
        .select(({ fn }) => fn.max('notice.position').as('last'))
        .whereRef('notice.subject', '=', 'audit.id')
        .where('notice.type', '=', 'audit.notified'),
    )
    .orderBy('event.position', 'desc')
    .limit(1);

/** Last days that this reader could see, and that do not stand any more: scheduled, dropped, or of a certificate that ended. */
export async function listStruck(
  { db, actor, now }: Asking,
  { from, until, narrowing = everything }: Span,
): Promise<DueAudit[]> {
  const today = dayOf(now);
  const rows = await seenEntries(db, actor, today)
    .select(['entry.id', 'entry.type', 'entry.notice_type as noticeType', 'entry.due_on as dueOn'])
    .select(['organisation.name as recruiter', entryChangedAt(today).as('changedAt')])
    .where(({ not }) => not(isOpen(today)))
    .where('entry.due_on', '>=', from)
    .where('entry.due_on', '<=', until)
    .where(entryChangedAt(today), '>=', new Date(struckSince(now)))
    .where(entriesLike(narrowing))
    .orderBy(entryChangedAt(today), 'desc')
    .orderBy('entry.id')
    .limit(most)
    .execute();
  return z.array(due).parse(rows);
}

/** What was ordered of a body and went on with another: the one of before reads that it is not its any more, and nothing later. */
export async function listCarried(
  { db, actor, now }: Asking,
  { from, until, narrowing = everything }: Span,
): Promise<DueAudit[]> {
  if (actor.kind !== 'auditor' && actor.kind !== 'reviewer') return [];
  const rows = await db
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.carried_from')
    .innerJoin('certificate as bearing', 'bearing.id', 'entry.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['entry.id', 'entry.type', 'entry.notice_type as noticeType', 'entry.due_on as dueOn'])
    .select(['organisation.name as recruiter', 'certificate.since as changedAt'])
    .where('certificate.audit_body_id', '=', actor.organisationId)
    .where('bearing.audit_body_id', '<>', actor.organisationId)
    .where('certificate.since', '>=', new Date(struckSince(now)))
    .where('entry.due_on', '>=', from)
    .where('entry.due_on', '<=', until)
    .where(({ not }) => not(hasTie(actor.accountId, sql.ref('certificate.organisation_id'), dayOf(now))))
    .where(entriesLike(narrowing))
    .orderBy('entry.due_on')
    .orderBy('entry.id')
    .limit(most)
    .execute();
  return z.array(due).parse(rows);
}
