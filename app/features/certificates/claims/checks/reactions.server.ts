import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';
import { certificateMail } from '#emails/certificates/certificate-mail.tsx';

import { askChecks } from './commands.server.ts';

export const askOnReduction = ({ db }: Means): Effect<'certificate.scope_reduced'> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt, payload }, certificateId) {
    await askChecks({ db, now: occurredAt }, { certificateId, version: payload.version });
  },
});

const findUse = (db: Kysely<Database>, { subject }: Fact) =>
  db
    .selectFrom('claim_use')
    .innerJoin('certificate', 'certificate.id', 'claim_use.certificate_id')
    .select(['certificate.number', 'certificate.organisation_id as organisationId', 'claim_use.place'])
    .where('claim_use.id', '=', subject)
    .executeTakeFirst();

/** Each use that is granted, and the day by which its holder says what became of it. */
export const mailCheck = (means: Means) =>
  mailPeople<'claim.check_asked'>(means, {
    to: async (db, fact) => {
      const use = await findUse(db, fact);
      return use ? peopleWith(db, ['recruiter'], use.organisationId) : [];
    },
    write: async (fact, language) => {
      const use = await findUse(means.db, fact);
      return (
        use &&
        certificateMail('claim_check', language, {
          ...{ number: use.number, place: use.place, days: { day: fact.payload.dueOn } },
          link: `${means.origin}/certificate/claims/${fact.subject}`,
        })
      );
    },
  });
