import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { tieOnTeam } from '#emails/audits/tie-on-team.tsx';

import { auditsTouched } from './queries.server.ts';

/** Somebody on a team declared a tie: the body's reviewers and the scheme see to it, whoever leads. */
export const mailTie = (means: Means) =>
  mailPeople<'tie.declared'>(means, {
    async to(db, { subject, related: [recruiter], payload }) {
      const [first] = payload.conflicted && recruiter ? await auditsTouched(db, subject, recruiter) : [];
      if (!first) return [];
      const reviewers = await peopleWith(db, ['reviewer'], first.auditBodyId);
      return [...new Set([...reviewers, ...(await peopleWith(db, ['officer']))])];
    },
    async write({ subject, related: [recruiter] }) {
      const [audit] = recruiter ? await auditsTouched(means.db, subject, recruiter) : [];
      // Taken off in the meantime: nothing is left to do.
      if (!audit) return undefined;
      const link = `${means.origin}/audits/${audit.auditId}/team/${audit.accountId}/release`;
      return tieOnTeam({ member: audit.name, recruiter: audit.recruiter, reference: audit.reference, link });
    },
  });
