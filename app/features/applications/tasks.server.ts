import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { findOwnApplication } from './queries.server.ts';

const most = 20;

type Own = Awaited<ReturnType<typeof findOwnApplication>>;

const taskOf =
  (application: Own) =>
  (what: string, due: string | null, href: string, action: string): Task[] => [
    {
      id: application?.id ?? 'new',
      about: application?.reference ?? 'Certification',
      ...{ what, due, href, action },
    },
  ];

/** What the recruiter's own application asks of it now. */
export async function listRecruiterTasks(scope: Scope<Recruiter>): Promise<Task[]> {
  const application = await findOwnApplication(scope);
  const task = taskOf(application);
  switch (application?.state) {
    case undefined:
      return task('Apply for certification', null, '/apply', 'Begin');
    case 'draft':
      return task('Finish and send your application', null, '/apply', 'Continue');
    case 'awaiting_payment':
      return task('Pay the application fee', application.paymentDueOn, '/apply', 'See invoice');
    case 'deferred':
      return task('Answer what the scheme asked', application.answerBy, '/apply', 'Answer');
    case 'deferred_expired':
      return task('Answer, and pay the extra fee', application.lapsesOn, '/apply', 'See what to do');
    case 'accepted':
      return task('Choose an audit body', application.lapsesOn, '/apply/audit-body', 'Choose');
    case 'engaged':
      return application.barred
        ? task('Choose another audit body', application.lapsesOn, '/apply/audit-body', 'Choose')
        : [];
    case 'in_audit':
      return application.barred && !application.arranged
        ? task('Choose another audit body', application.auditBy, '/apply/audit-body', 'Choose')
        : [];
    case 'submitted':
    case 'under_review':
    case 'decision_pending':
    case 'rejected':
    case 'certified':
    case 'refused':
    case 'appealed':
    case 'withdrawn':
    case 'lapsed':
    case 'discarded':
      return [];
  }
}

/** Applications whose review is the scheme's turn, and appeals somebody not involved decides; the soonest due first. */
export async function listOfficerTasks({ db, actor }: Scope<Officer>): Promise<Task[]> {
  const rows = await db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .select(['application.id', 'application.reference', 'organisation.name', 'application.due_on as due'])
    .where('application.state', '=', 'under_review')
    // A colleague's review is the colleague's task.
    .where(({ or, eb }) => or([eb('assigned_to', 'is', null), eb('assigned_to', '=', actor.accountId)]))
    .orderBy('application.due_on')
    .limit(most)
    .execute();
  const reviews = rows.map(({ id, reference, name, due }) => ({
    id,
    what: `Review the application of ${name}`,
    about: reference,
    due,
    href: `/scheme/applications/${id}`,
    action: 'Review',
  }));
  return [...reviews, ...(await listAppealTasks({ db }))];
}

/** Open appeals; who had a hand in what is appealed against is told so on the page. */
export async function listAppealTasks({ db }: Pick<Scope, 'db'>): Promise<Task[]> {
  const rows = await db
    .selectFrom('application_appeal')
    .innerJoin('application', 'application.id', 'application_appeal.application_id')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .select(['application_appeal.id', 'application.reference', 'organisation.name'])
    .select('application_appeal.due_on as due')
    .where('application_appeal.outcome', 'is', null)
    // Withdrawn applications keep their appeal, undecided.
    .where('application.state', '=', 'appealed')
    .orderBy('application_appeal.due_on')
    .limit(most)
    .execute();
  return rows.map(({ id, reference, name, due }) => ({
    id,
    what: `Decide the appeal of ${name}`,
    about: reference,
    due,
    href: `/scheme/appeals/${id}/decide`,
    action: 'Decide',
  }));
}
