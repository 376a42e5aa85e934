import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { addDays, dayOf, type Day } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { finalStatuses, type Certificate } from '../../model.ts';
import { comingOfLate, owed, turns } from './rules.ts';

const most = 20;
const shape = z.object({ grade: z.enum(['major', 'critical']), state: z.enum(turns) });

/** Grave findings that wait for their recruiter and of which nothing followed yet: the ones the clock will act on. */
const running = (db: Kysely<Database>) =>
  db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .select(['finding.id', 'finding.number', 'finding.grade', 'finding.state', 'finding.due_on as dueOn'])
    .select(['audit.reference', 'finding.extended_at as extendedAt'])
    .select(({ selectFrom }) =>
      selectFrom('certificate_announcement as told')
        .select(({ fn }) => fn.max('told.acts_on').as('on'))
        .whereRef('told.finding_id', '=', 'finding.id')
        // The day after the one that is missed.
        .where(sql<boolean>`told.due_on = finding.due_on + 1`)
        .as('actsOn'),
    )
    .where('finding.grade', 'in', ['critical', 'major'])
    .where('finding.state', 'in', turns)
    // The question the findings' own clock asks, which no builder writes as a function of rows.
    .where(sql<boolean>`finding_runs(finding, audit)`);

/** What late findings will do to a certificate, from the first announcement on, the soonest first. */
export async function listLate({ db, now }: Scope, certificate: Certificate, steps: readonly number[]) {
  if (finalStatuses.some((final) => final === certificate.status)) return [];
  const today = dayOf(now);
  const rows = await running(db)
    .where('finding.organisation_id', '=', certificate.organisationId)
    .where('finding.due_on', '<', addDays(today, Math.max(...steps)))
    .orderBy('finding.due_on')
    .limit(most)
    .execute();
  return rows.flatMap(({ id, reference, number, dueOn, actsOn, extendedAt, ...row }) => {
    if (dueOn === null) return [];
    const late = { ...shape.parse(row), dueOn, actsOn, extended: extendedAt !== null };
    const coming = comingOfLate(certificate, late, Math.min(...steps), today);
    return [{ id, finding: `${reference}/${number}`, ...coming }];
  });
}

/** The finding of an announcement, while it is what was announced: answered, closed or given more time it is not. */
export async function findAnnounced(db: Kysely<Database>, id: string, dueOn: Day) {
  const row = await running(db)
    .where('finding.id', '=', id)
    .where('finding.due_on', '=', dueOn)
    .executeTakeFirst();
  if (!row) return undefined;
  const { grade, state } = shape.parse(row);
  const { reference, number, extendedAt } = row;
  return { finding: `${reference}/${number}`, grade, owed: owed[state], extendable: extendedAt === null };
}
