import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';
import { claimTold } from '#emails/certificates/claim-told.tsx';

import { endClaims } from './commands.server.ts';

type Ended =
  | 'certificate.suspended'
  | 'certificate.withdrawn'
  | 'certificate.superseded'
  | 'certificate.transferred'
  | 'certificate.expired';

export const endOnEnd = <T extends Ended>({ db }: Means): Effect<T> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, certificateId) {
    await endClaims({ db, now: occurredAt }, certificateId);
  },
});

type Told = 'claim.registered' | 'claim.refused' | 'claim.ended';

const findUse = (db: Kysely<Database>, { subject }: Fact<Told>) =>
  db
    .selectFrom('claim_use')
    .innerJoin('certificate', 'certificate.id', 'claim_use.certificate_id')
    .select([
      'certificate.number',
      'certificate.organisation_id as organisationId',
      'claim_use.place',
      'claim_use.answer',
    ])
    .where('claim_use.id', '=', subject)
    .executeTakeFirst();

/** The answer, or that it is to be taken down. */
export const mailClaim = <T extends Told>(means: Means) =>
  mailPeople<T>(means, {
    to: async (db, fact) => {
      const use = await findUse(db, fact);
      return use ? peopleWith(db, ['recruiter'], use.organisationId) : [];
    },
    write: async (fact) => {
      const use = await findUse(means.db, fact);
      if (!use) return undefined;
      const { number, place, answer } = use;
      const step =
        fact.type === 'claim.ended' ? 'ended' : fact.type === 'claim.refused' ? 'refused' : 'registered';
      return claimTold({
        step,
        number,
        place,
        answer: answer ?? '',
        link: `${means.origin}/certificate/claims`,
      });
    },
  });
