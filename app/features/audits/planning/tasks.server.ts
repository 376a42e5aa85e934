import { termsOf } from '#app/features/scheme/terms.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { endedWith } from '../model.ts';
import { visibleTo } from '../sight.server.ts';

const most = 20;

/** Audits that were refused or broken off: the scheme says within days what follows (domain 2.8 b). */
export async function listAbandonedTasks(scope: Scope<Officer>): Promise<Task[]> {
  const rows = await visibleTo(scope)
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'audit.scheme_version_id')
    .innerJoin('application', 'application.id', 'audit.application_id')
    .select(['audit.id', 'audit.reference', 'audit.state', 'organisation.name', 'scheme_version.terms'])
    .select(['audit.certificate_id as certificateId', 'application.state as application'])
    .select(({ fn }) => fn.coalesce('audit.aborted_at', 'audit.refused_at').as('since'))
    .where('audit.state', 'in', ['aborted', 'refused_by_auditee'])
    .where((where) =>
      where.or([where('audit.abort_reason', 'is', null), where('audit.abort_reason', 'not in', endedWith)]),
    )
    // Then it is the panel's, under its own clock.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('decision_matter as put')
            .select('put.id')
            .whereRef('put.audit_id', '=', 'audit.id')
            .where('put.state', '=', 'open'),
        ),
      ),
    )
    .orderBy((by) => by.fn.coalesce('audit.aborted_at', 'audit.refused_at'))
    .limit(most)
    .execute();
  return rows.map(({ id, reference, state, name, terms, since, ...of }) => ({
    id,
    what: `${toDo(of)}: ${name} ${state === 'aborted' ? 'had its audit broken off' : 'refused its audit'}`,
    about: reference,
    due: since && addDays(dayOf(since), termsOf(terms).clocks.audits.consequenceDays),
    href: `/audits/${id}`,
    action: 'Look',
  }));
}

/** What becomes of an application the panel says; of a certificate, and of what was taken back, an officer. */
const toDo = ({ certificateId, application }: { certificateId: string | null; application: string }) =>
  certificateId === null && application === 'in_audit' ? 'Put before the panel' : 'Decide what follows';
