import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { auditFailed } from '#emails/audits/audit-failed.tsx';

import { findAudit } from '../../queries.server.ts';

const actor = { kind: 'system' } as const;

/** The recruiter, whose findings stayed open; and who audited it: the lead, and the reviewers of the body. */
export const mailFailed = (means: Means, to: 'recruiter' | 'body') =>
  mailPeople<'audit.failed'>(means, {
    async to(db, { subject, occurredAt }) {
      const audit = await findAudit({ db, actor, now: occurredAt }, subject);
      if (!audit) return [];
      if (to === 'recruiter') return peopleWith(db, ['recruiter'], audit.organisationId);
      const leads = audit.team.filter(({ role }) => role === 'lead_auditor');
      const reviewers = await peopleWith(db, ['reviewer'], audit.auditBodyId);
      return [...new Set([...leads.map(({ accountId }) => accountId), ...reviewers])];
    },
    async write({ subject, occurredAt }, code) {
      const audit = await findAudit({ db: means.db, actor, now: occurredAt }, subject);
      if (audit?.state !== 'failed') return undefined;
      const { reference, recruiter, certificateId } = audit;
      const certified = certificateId !== null;
      return auditFailed({
        reference,
        recruiter,
        certified,
        code,
        to,
        link: `${means.origin}/audits/${audit.id}`,
      });
    },
  });
