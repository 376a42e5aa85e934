import type { Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';

import { findOwnApplication } from './queries.server.ts';

const most = 20;

/** What the recruiter's own application asks of it now. */
export async function listRecruiterTasks(scope: Scope<Recruiter>): Promise<Task[]> {
  const application = await findOwnApplication(scope);
  const task = (what: string, due: string | null, href: string, action: string): Task[] => [
    {
      id: application?.id ?? 'new',
      what,
      about: application?.reference ?? 'Certification',
      due,
      href,
      action,
    },
  ];
  switch (application?.state) {
    case undefined:
      return task('Apply for certification', null, '/apply', 'Begin');
    case 'draft':
      return task('Finish and send your application', null, '/apply', 'Continue');
    case 'awaiting_payment':
      return task('Pay the application fee', application.paymentDueOn, '/apply', 'See invoice');
    case 'deferred':
      return task('Answer what the scheme asked', application.answerBy, '/apply', 'Answer');
    case 'accepted':
      return task('Choose an audit body', null, '/apply/audit-body', 'Choose');
    case 'submitted':
    case 'under_review':
    case 'engaged':
    case 'in_audit':
    case 'decision_pending':
    case 'rejected':
    case 'certified':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
      return [];
  }
}

/** Applications whose review is the scheme's turn, the soonest due first. */
export async function listOfficerTasks({ db }: Scope<Officer>): Promise<Task[]> {
  const rows = await db
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .select([
      'application.id',
      'application.reference',
      'organisation.name',
      'application.review_due_on as due',
    ])
    .where('application.state', '=', 'under_review')
    .orderBy('application.review_due_on')
    .limit(most)
    .execute();
  return rows.map(({ id, reference, name, due }) => ({
    id,
    what: `Review the application of ${name}`,
    about: reference,
    due,
    href: `/scheme/applications/${id}`,
    action: 'Review',
  }));
}
