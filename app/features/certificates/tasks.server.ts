import { addDays, dayOf } from '#app/platform/calendar.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { comingOf } from './clock/rules.ts';
import { columns, shape } from './queries.server.ts';
import { isLiftedByPanel } from './rules.ts';

const most = 20;

/** Suspensions, the longest first: after the months they may last the clock withdraws the certificate (domain 2.6). */
export async function listOfficerTasks({ db, now }: Scope<Officer>): Promise<Task[]> {
  const today = dayOf(now);
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(columns)
    .select(['organisation.name', 'scheme_version.terms'])
    .where('certificate.status', '=', 'suspended')
    .where('certificate.valid_until', '>=', today)
    .orderBy('certificate.since')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    what: isLiftedByPanel(row)
      ? `Put the suspension of ${row.name} before the panel, or withdraw its certificate`
      : `Lift the suspension of ${row.name}, or withdraw its certificate`,
    about: row.number,
    due:
      comingOf(shape.parse(row), termsOf(row.terms).clocks.certificates.suspensionMonths, today)?.on ?? null,
    href: `/scheme/certificates/${row.id}`,
    action: 'Look',
  }));
}

/** What time alone will do to one's own certificate, from the first announcement on. */
export async function listHolderTasks({ db, actor, now }: Scope<Recruiter>): Promise<Task[]> {
  const today = dayOf(now);
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(columns)
    .select('scheme_version.terms')
    .where('certificate.organisation_id', '=', actor.organisationId)
    .where('certificate.status', 'not in', ['withdrawn', 'superseded', 'transferred'])
    .execute();
  return rows.flatMap((row) => {
    const { suspensionMonths, announceDays } = termsOf(row.terms).clocks.certificates;
    const coming = comingOf(shape.parse(row), suspensionMonths, today);
    if (!coming || coming.on > addDays(today, Math.max(0, ...announceDays))) return [];
    const what =
      coming.change === 'withdrawal'
        ? 'Have the suspension lifted before your certificate is withdrawn'
        : 'Have your certificate renewed before it ends';
    return [{ id: row.id, what, about: row.number, due: coming.on, href: '/certificate', action: 'Look' }];
  });
}
