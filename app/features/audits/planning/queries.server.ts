import type { Kysely } from 'kysely';
import { z } from 'zod';

import { termsOf } from '#app/features/scheme/terms.ts';
import type { Database } from '#db/client.server.ts';

import { cancelCauses, endReasons, noticeTypes } from '../model.ts';

const day = z.string().nullable();
const shape = z.object({
  startsOn: day,
  windowFrom: day,
  windowUntil: day,
  noticeReason: z.string().nullable(),
  lateReasons: z.string().nullable(),
  plannedAt: z.date().nullable(),
  notifiedAt: z.date().nullable(),
  postponedUntil: day,
  refusalNote: z.string().nullable(),
  abortNote: z.string().nullable(),
  abortReason: z.enum(endReasons).nullable(),
  followUpNote: z.string().nullable(),
  cancelCause: z.enum(cancelCauses).nullable(),
  cancelNote: z.string().nullable(),
  abandonedAt: z.date().nullable(),
});
const wish = z.object({
  reason: z.string(),
  askedAt: z.date(),
  outcome: z.enum(['accepted', 'declined']).nullable(),
  note: z.string().nullable(),
});

const keptShape = z.object({ kept: z.enum(noticeTypes), dueOn: day });

/** What the programme lays down for an audit that was scheduled from it; ask only after the audit was found. */
export async function findKept(db: Kysely<Database>, auditId: string) {
  const row = await db
    .selectFrom('audit_programme_entry')
    .select(['notice_type as kept', 'due_on', 'dropped_at'])
    .where('audit_id', '=', auditId)
    .executeTakeFirst();
  if (!row) return { kept: null, dueOn: null };
  // Its last day went with its programme; what it keeps from the recruiter stays.
  return keptShape.parse({ ...row, dueOn: row.dropped_at ? null : row.due_on });
}

/** What was told of an audit and asked about it, for its own page and commands: call it after the audit was found. */
export async function findNotice(db: Kysely<Database>, auditId: string) {
  const row = await db
    .selectFrom('audit')
    .innerJoin('scheme_version', 'scheme_version.id', 'audit.scheme_version_id')
    .select([
      'audit.starts_on as startsOn',
      'audit.window_from as windowFrom',
      'audit.window_until as windowUntil',
    ])
    .select(['audit.notice_reason as noticeReason', 'audit.notified_at as notifiedAt'])
    .select(['audit.planned_at as plannedAt', 'audit.late_reasons as lateReasons'])
    .select(['audit.postponed_until as postponedUntil', 'scheme_version.terms'])
    .select(['audit.refusal_note as refusalNote', 'audit.abort_note as abortNote'])
    .select(['audit.abort_reason as abortReason', 'audit.follow_up_note as followUpNote'])
    .select(['audit.cancel_cause as cancelCause', 'audit.cancel_note as cancelNote'])
    .select(({ fn }) => fn.coalesce('audit.aborted_at', 'audit.refused_at').as('abandonedAt'))
    .where('audit.id', '=', auditId)
    .executeTakeFirstOrThrow();
  const asked = await db
    .selectFrom('audit_postponement')
    .select(['reason', 'asked_at as askedAt', 'outcome', 'note'])
    .where('audit_id', '=', auditId)
    .executeTakeFirst();
  const { terms, ...facts } = row;
  const notice = shape.parse(facts);
  return {
    ...notice,
    /** The first day as the recruiter knows it. */
    toldFrom: notice.windowFrom ?? notice.startsOn ?? '',
    asked: asked && wish.parse(asked),
    clocks: termsOf(terms).clocks.audits,
  };
}

/** Taken back or lapsed: nobody decides on it any more. */
export const isApplicationOver = async (db: Kysely<Database>, applicationId: string) =>
  (await db
    .selectFrom('application')
    .select('id')
    .where('id', '=', applicationId)
    .where('state', 'in', ['withdrawn', 'lapsed'])
    .executeTakeFirst()) !== undefined;
