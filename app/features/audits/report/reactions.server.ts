import type { Kysely } from 'kysely';

import type { EventType } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { addWorkingDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { reportStep } from '#emails/audits/report-step.tsx';

import { findAudit } from '../queries.server.ts';
import { auditClocksOf } from './queries.server.ts';

const actor = { kind: 'system' } as const;
type Found = NonNullable<Awaited<ReturnType<typeof findAudit>>>;

type Letter = {
  step: Parameters<typeof reportStep>[0]['step'];
  to: (db: Kysely<Database>, audit: Found) => Promise<string[]>;
  page: string;
  /** Undefined when the report has moved on meanwhile and there is nothing left to ask. */
  due: (audit: Found, occurredAt: Date) => Promise<string | undefined> | string | undefined;
};

/** A mail about a report, worded from the audit as it stands when the mail is sent. */
const mailAbout = <T extends EventType>(means: Means, { step, to, page, due }: Letter) =>
  mailPeople<T>(means, {
    async to(db, { subject, occurredAt }) {
      const audit = await findAudit({ db, actor, now: occurredAt }, subject);
      return audit ? to(db, audit) : [];
    },
    async write({ subject, occurredAt }) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      const dueDay = audit && (await due(audit, occurredAt));
      if (!audit || dueDay === undefined) return undefined;
      const link = `${means.origin}/audits/${audit.id}${page}`;
      return reportStep({ step, recruiter: audit.recruiter, dueDay, link });
    },
  });

const recruiters: Letter['to'] = (db, { organisationId }) => peopleWith(db, ['recruiter'], organisationId);
const reviewers: Letter['to'] = (db, { auditBodyId }) => peopleWith(db, ['reviewer'], auditBodyId);
const lead: Letter['to'] = (_db, { team }) =>
  Promise.resolve(team.filter(({ role }) => role === 'lead_auditor').map(({ accountId }) => accountId));

export const mailFactCheck = (means: Means) =>
  mailAbout<'audit.fact_check_started'>(means, {
    ...{ step: 'fact_check', to: recruiters, page: '/fact-check' },
    due: (audit) => (audit.state === 'fact_check' ? dayInWords(audit.factCheckDueOn) : undefined),
  });

/** Only where something was said: without a comment nothing is asked of the lead auditor. */
export const mailComments = (means: Means) => {
  const letter = mailAbout<'audit.fact_check_answered'>(means, {
    ...{ step: 'commented', to: lead, page: '/comments', due: () => '' },
  });
  return {
    ...letter,
    targets: (...[db, fact]: Parameters<typeof letter.targets>) =>
      fact.payload.comments > 0 ? letter.targets(db, fact) : Promise.resolve([]),
  };
};

export const mailReview = (means: Means) =>
  mailAbout<'audit.report_submitted'>(means, {
    ...{ step: 'review', to: reviewers, page: '' },
    async due({ state, schemeVersionId }, occurredAt) {
      if (state !== 'tech_review') return undefined;
      const { reviewWorkingDays } = await auditClocksOf(means.db, schemeVersionId);
      return dayInWords(addWorkingDays(dayOf(occurredAt), reviewWorkingDays));
    },
  });

export const mailReturned = (means: Means) =>
  mailAbout<'audit.report_returned'>(means, {
    ...{ step: 'returned', to: lead, page: '/report' },
    due: ({ state }) => (state === 'report_draft' ? '' : undefined),
  });

export const mailFinal = (means: Means) =>
  mailAbout<'audit.report_final'>(means, { step: 'final', to: recruiters, page: '', due: () => '' });
