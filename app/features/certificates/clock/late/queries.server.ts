import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { finalStatuses, type Certificate } from '../../model.ts';
import { comingOfLate, owedOf } from './rules.ts';

const most = 20;
const graded = z.enum(['major', 'critical']);

/** Grave findings that wait for their recruiter and of which nothing followed yet: the ones the clock will act on. */
const running = (db: Kysely<Database>) =>
  db
    .selectFrom('finding_last_day as last')
    .innerJoin('finding', 'finding.id', 'last.finding_id')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .select([
      'finding.id',
      'finding.number',
      'finding.grade',
      'finding.state',
      'last.due_on as dueOn',
      'last.clock',
    ])
    .select(['audit.reference', 'finding.extended_at as extendedAt'])
    .select(({ selectFrom }) =>
      selectFrom('certificate_announcement as told')
        .select(({ fn }) => fn.max('told.acts_on').as('on'))
        .whereRef('told.finding_id', '=', 'finding.id')
        // The day after the one that is missed.
        .where(sql<boolean>`told.due_on = last.due_on + 1`)
        .as('actsOn'),
    )
    .where('finding.grade', 'in', ['critical', 'major']);

/** What late findings will do to a certificate, from the first announcement on, the soonest first. */
export async function listLate({ db, now }: Scope, certificate: Certificate, steps: readonly number[]) {
  if (finalStatuses.some((final) => final === certificate.status)) return [];
  const today = dayOf(now);
  const rows = await running(db)
    .where('last.organisation_id', '=', certificate.organisationId)
    .where('last.due_on', '<', addDays(today, Math.max(...steps)))
    .orderBy('last.due_on')
    .limit(most)
    .execute();
  return rows.flatMap(({ id, reference, number, dueOn, actsOn, extendedAt, grade, ...row }) => {
    const owed = owedOf({ clock: row.clock ?? '', state: row.state });
    if (dueOn === null || !owed) return [];
    const late = { grade: graded.parse(grade), owed, dueOn, actsOn, extended: extendedAt !== null };
    const coming = comingOfLate(certificate, late, Math.min(...steps), today);
    return [{ id, finding: `${reference}/${number}`, ...coming }];
  });
}

/** The finding of an announcement, while it is what was announced: answered, closed or given more time it is not. */
export async function findAnnounced(db: Kysely<Database>, id: string, dueOn: Day) {
  const row = await running(db)
    .where('finding.id', '=', id)
    .where('last.due_on', '=', dueOn)
    // What it owes of the correction comes before what it owes to workers: that is the nearer way.
    .orderBy('last.clock')
    .executeTakeFirst();
  const owed = row && owedOf({ clock: row.clock ?? '', state: row.state });
  if (!owed) return undefined;
  const { reference, number, extendedAt } = row;
  const extendable = extendedAt === null && owed !== 'repayment';
  return { finding: `${reference}/${number}`, grade: graded.parse(row.grade), owed, extendable };
}
