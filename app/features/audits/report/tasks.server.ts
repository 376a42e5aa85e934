import type { Kysely } from 'kysely';

import { termsOf } from '#app/features/scheme/terms.ts';
import { addWorkingDays, dayOf } from '#app/platform/calendar.ts';
import type { Auditor, Recruiter, Reviewer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';

const most = 20;

const audits = (db: Kysely<Database>) =>
  db
    .selectFrom('audit')
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'audit.scheme_version_id')
    .select(['audit.id', 'audit.reference', 'audit.state', 'organisation.name as recruiter'])
    .select('scheme_version.terms');

type Row = { id: string; reference: string; recruiter: string };
type Asked = { what: string; due: string | null; page: string; action: string };

const toTask = ({ id, reference, recruiter }: Row, { what, due, page, action }: Asked): Task => ({
  ...{ id: `${id}-${page}`, what, about: `${recruiter} · ${reference}`, due },
  ...{ href: `/audits/${id}${page}`, action },
});

const clocksOf = (terms: unknown) => termsOf(terms).clocks.audits;

/** Reports to write, and comments on their facts to answer. */
export async function listLeadTasks({ db, actor }: Scope<Auditor>): Promise<Task[]> {
  const rows = await audits(db)
    .innerJoin('audit_team_member as mine', 'mine.audit_id', 'audit.id')
    .select('audit.fieldwork_done_at as doneAt')
    .select((from) =>
      from
        .selectFrom('fact_check_comment as said')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('said.audit_id', '=', 'audit.id')
        .where('said.answered_at', 'is', null)
        .as('unanswered'),
    )
    .where('mine.account_id', '=', actor.accountId)
    .where('mine.role', '=', 'lead_auditor')
    .where('audit.audit_body_id', '=', actor.organisationId)
    .where('audit.type', '<>', 'stage1')
    .where('audit.state', 'in', ['fieldwork_done', 'report_draft', 'fact_check', 'tech_review'])
    .orderBy('audit.fieldwork_done_at')
    .limit(most)
    .execute();
  return rows.flatMap(({ doneAt, unanswered, terms, ...row }) => {
    if (row.state === 'fieldwork_done' || row.state === 'report_draft') {
      const due = doneAt && addWorkingDays(dayOf(doneAt), clocksOf(terms).reportWorkingDays);
      return [toTask(row, { what: 'Write the report', due, page: '/report', action: 'Write' })];
    }
    const what =
      unanswered === 1 ? 'Answer a comment on the facts' : `Answer ${unanswered} comments on the facts`;
    return unanswered ? [toTask(row, { what, due: null, page: '/comments', action: 'Answer' })] : [];
  });
}

/** Reports whose facts the recruiter may check now. */
export async function listCheckTasks({ db, actor }: Scope<Recruiter>): Promise<Task[]> {
  const rows = await audits(db)
    .select('audit.fact_check_due_on as due')
    .where('audit.organisation_id', '=', actor.organisationId)
    .where('audit.state', '=', 'fact_check')
    .orderBy('audit.fact_check_due_on')
    .limit(most)
    .execute();
  const asked = { what: 'Check the facts of the audit report', page: '/fact-check', action: 'Check' };
  return rows.map(({ due, ...row }) => ({ ...toTask(row, { ...asked, due }), about: row.reference }));
}

/** Reports that wait for the second person. */
export async function listReviewTasks({ db, actor }: Scope<Reviewer>): Promise<Task[]> {
  const rows = await audits(db)
    .select('audit.fact_checked_at as checkedAt')
    .where('audit.audit_body_id', '=', actor.organisationId)
    .where('audit.state', '=', 'tech_review')
    .orderBy('audit.fact_checked_at')
    .limit(most)
    .execute();
  return rows.map(({ checkedAt, terms, ...row }) => ({
    ...toTask(row, {
      what: `Review the report on ${row.recruiter}`,
      due: checkedAt && addWorkingDays(dayOf(checkedAt), clocksOf(terms).reviewWorkingDays),
      page: '',
      action: 'Review',
    }),
    about: row.reference,
  }));
}
