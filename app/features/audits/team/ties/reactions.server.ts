import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';
import { tieOnTeam } from '#emails/audits/tie-on-team.tsx';

import { auditsTouched } from './queries.server.ts';

/** On the day it was declared. */
const touchedBy = async (
  db: Kysely<Database>,
  { subject, related: [recruiter], occurredAt }: Fact<'tie.declared'>,
) => {
  const tie = recruiter && { accountId: subject, organisationId: recruiter };
  return tie ? (await auditsTouched(db, tie, occurredAt))[0] : undefined;
};

/** Somebody on a team declared a tie: the body's reviewers and the scheme see to it, whoever leads. */
export const mailTie = (means: Means) =>
  mailPeople<'tie.declared'>(means, {
    async to(db, fact) {
      const first = fact.payload.conflicted ? await touchedBy(db, fact) : undefined;
      if (!first) return [];
      const reviewers = await peopleWith(db, ['reviewer'], first.auditBodyId);
      const people = [...new Set([...reviewers, ...(await peopleWith(db, ['officer']))])];
      return untied(db, people, { recruiter: first.organisationId, on: fact.occurredAt });
    },
    async write(fact) {
      const audit = await touchedBy(means.db, fact);
      // Taken off in the meantime: nothing is left to do.
      if (!audit) return undefined;
      const link = `${means.origin}/audits/${audit.auditId}/team/${audit.accountId}/release`;
      return tieOnTeam({ member: audit.name, recruiter: audit.recruiter, reference: audit.reference, link });
    },
  });
