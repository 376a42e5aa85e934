import { addMonths, dayOf } from '#app/platform/calendar.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

const most = 20;

/** Suspensions that near their sixth month, after which a certificate is withdrawn (domain 2.6). */
export async function listOfficerTasks({ db, now }: Scope<Officer>): Promise<Task[]> {
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['certificate.id', 'certificate.number', 'certificate.since', 'organisation.name'])
    .where('certificate.status', '=', 'suspended')
    .where('certificate.valid_until', '>=', dayOf(now))
    .orderBy('certificate.since')
    .limit(most)
    .execute();
  return rows.map(({ id, number, since, name }) => ({
    id,
    what: `Lift the suspension of ${name}, or withdraw its certificate`,
    about: number,
    due: addMonths(dayOf(since), 6),
    href: `/scheme/certificates/${id}`,
    action: 'Look',
  }));
}
