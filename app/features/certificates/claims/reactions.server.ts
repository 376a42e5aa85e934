import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';
import { certificateMail } from '#emails/certificates/certificate-mail.tsx';

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

type Told = 'claim.registered' | 'claim.refused' | 'claim.ended' | 'claim.withdrawn';

const findUse = (db: Kysely<Database>, { subject }: Fact<Told>) =>
  db
    .selectFrom('claim_use')
    .innerJoin('certificate', 'certificate.id', 'claim_use.certificate_id')
    .select([
      'certificate.number',
      'certificate.organisation_id as organisationId',
      'claim_use.place',
      'claim_use.answer',
      'claim_use.withdrawn_because as reasons',
    ])
    .where('claim_use.id', '=', subject)
    .executeTakeFirst();

const kindOf = {
  'claim.registered': 'claim_registered',
  'claim.refused': 'claim_refused',
  'claim.ended': 'claim_ended',
  'claim.withdrawn': 'claim_withdrawn',
} as const;

type Words = { answer: string | null; reasons: string | null };

function saidOf(type: Told, { answer, reasons }: Words) {
  if (type === 'claim.ended') return [];
  return [(type === 'claim.withdrawn' ? reasons : answer) ?? ''];
}

/** The answer, or that it is to be taken down. */
export const mailClaim = <T extends Told>(means: Means) =>
  mailPeople<T>(means, {
    to: async (db, fact) => {
      const use = await findUse(db, fact);
      return use ? peopleWith(db, ['recruiter'], use.organisationId) : [];
    },
    write: async (fact, language) => {
      const use = await findUse(means.db, fact);
      if (!use) return undefined;
      const { number, place } = use;
      return certificateMail(kindOf[fact.type], language, {
        ...{ number, place, link: `${means.origin}/certificate/claims` },
        said: saidOf(fact.type, use),
      });
    },
  });

const findMisuse = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('claim_misuse as misuse')
    .innerJoin('certificate', 'certificate.id', 'misuse.certificate_id')
    .select(['misuse.place', 'misuse.what', 'misuse.seen_on as seenOn'])
    .select(['certificate.number', 'certificate.organisation_id as organisationId'])
    .where('misuse.id', '=', id)
    .executeTakeFirst();

/** The holder hears at once what was seen: it takes it down today, and answers the finding later. */
export const mailMisused = (means: Means) =>
  mailPeople<'claim.misused'>(means, {
    to: async (db, { subject }) => {
      const misuse = await findMisuse(db, subject);
      return misuse ? peopleWith(db, ['recruiter'], misuse.organisationId) : [];
    },
    write: async ({ subject }, language) => {
      const misuse = await findMisuse(means.db, subject);
      if (!misuse) return undefined;
      const { number, place, what, seenOn } = misuse;
      return certificateMail('claim_misused', language, {
        ...{ number, place, said: [what], days: { day: seenOn } },
        link: `${means.origin}/certificate/claims`,
      });
    },
  });
