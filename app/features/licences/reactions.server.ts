import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { licenceChanged } from '#emails/licences/licence-changed.tsx';
import { licenceEnded } from '#emails/licences/licence-ended.tsx';
import { licenceEnding } from '#emails/licences/licence-ending.tsx';

import { declareFromApplication } from './commands.server.ts';
import { findDeclared } from './declared.server.ts';
import { reasonName } from './model.ts';

/** Licences become records of their own when the application that names them is sent, and again when it is sent anew. */
export const declareLicences = ({ db }: Means): Effect<'application.submitted'> => ({
  targets: (_db, { subject }) => Promise.resolve([subject]),
  async run({ occurredAt }, applicationId) {
    const declared = await findDeclared(db, applicationId);
    if (declared) await declareFromApplication({ db, now: occurredAt }, { applicationId, ...declared });
  },
});

async function findForMail(db: Kysely<Database>, { subject }: Fact) {
  const row = await db
    .selectFrom('licence')
    .innerJoin('organisation', 'organisation.id', 'licence.organisation_id')
    .select(['licence.number', 'licence.authority', 'licence.valid_until', 'licence.renewal_until'])
    .select(['licence.organisation_id as organisationId', 'organisation.name as holder'])
    .where('licence.id', '=', subject)
    .executeTakeFirst();
  return (
    row && {
      ...row,
      untilDay: dayInWords(row.valid_until),
      renewalWaits: row.renewal_until !== null,
    }
  );
}

const holders = async (db: Kysely<Database>, fact: Fact) => {
  const licence = await findForMail(db, fact);
  return licence ? peopleWith(db, ['recruiter'], licence.organisationId) : [];
};

const ownPage = ({ origin }: Means, { subject }: Fact) => `${origin}/licences/${subject}`;

export const mailExpiring = (means: Means) =>
  mailPeople<'licence.expiring'>(means, {
    to: holders,
    write: async (fact) => {
      const licence = await findForMail(means.db, fact);
      const { days, validUntil } = fact.payload;
      // Renewed in the meantime: the day this warns of is not its last one any more.
      if (!licence || licence.valid_until !== validUntil || licence.renewalWaits) return undefined;
      return licenceEnding({ ...licence, days, link: ownPage(means, fact) });
    },
  });

export const mailExpired = (means: Means) =>
  mailPeople<'licence.expired'>(means, {
    to: holders,
    write: async (fact) => {
      const licence = await findForMail(means.db, fact);
      return licence && licenceEnded({ ...licence, to: 'holder', link: ownPage(means, fact) });
    },
  });

export const tellOfficers = (means: Means) =>
  mailPeople<'licence.expired'>(means, {
    to: (db) => peopleWith(db, ['officer']),
    write: async (fact) => {
      const licence = await findForMail(means.db, fact);
      const link = `${means.origin}/scheme/licences/${fact.subject}`;
      return licence && licenceEnded({ ...licence, to: 'scheme', link });
    },
  });

type Change = Parameters<typeof licenceChanged>[0]['change'];
type Changing = Extract<
  EventType,
  'licence.confirmed' | 'licence.suspended' | 'licence.reinstated' | 'licence.revoked'
>;

/** The words of the step a fact tells of: it was stored in the same transaction, at the same moment. */
const findStep = (db: Kysely<Database>, { subject, occurredAt }: Fact) =>
  db
    .selectFrom('licence_status')
    .select(['reason_class as reasonClass', 'note'])
    .where('licence_id', '=', subject)
    .where('decided_at', '=', occurredAt)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();

const mailChange = <T extends Changing>(means: Means, change: Change) =>
  mailPeople<T>(means, {
    to: holders,
    write: async (fact) => {
      const [licence, step] = [await findForMail(means.db, fact), await findStep(means.db, fact)];
      if (!licence) return undefined;
      const sanction = change === 'suspended' || change === 'revoked';
      return licenceChanged({
        ...licence,
        change,
        reason: sanction && step?.reasonClass ? reasonName(step.reasonClass) : undefined,
        note: change === 'confirmed' ? undefined : (step?.note ?? undefined),
        link: ownPage(means, fact),
      });
    },
  });

export const mailConfirmed = (means: Means) => mailChange<'licence.confirmed'>(means, 'confirmed');
export const mailSuspended = (means: Means) => mailChange<'licence.suspended'>(means, 'suspended');
export const mailReinstated = (means: Means) => mailChange<'licence.reinstated'>(means, 'reinstated');
export const mailRevoked = (means: Means) => mailChange<'licence.revoked'>(means, 'revoked');
