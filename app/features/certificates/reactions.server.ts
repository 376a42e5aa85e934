import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { addDays, addMonths, dayInWords, dayOf } from '#app/platform/calendar.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import type { Database } from '#db/client.server.ts';
import type { Email } from '#emails/frame.tsx';
import { certificateIssued } from '#emails/certificates/certificate-issued.tsx';
import { certificateReinstated } from '#emails/certificates/certificate-reinstated.tsx';
import { certificateSuspended } from '#emails/certificates/certificate-suspended.tsx';
import { certificateCleared, certificateWatched } from '#emails/certificates/certificate-watched.tsx';
import { certificateWithdrawn } from '#emails/certificates/certificate-withdrawn.tsx';

import { reasonNames, type ReasonClass } from './model.ts';

/** The certificate a fact is about, as mails name it. */
async function findForMail(db: Kysely<Database>, { subject, occurredAt }: Fact) {
  const row = await db
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select([
      'certificate.number',
      'certificate.organisation_id as organisationId',
      'certificate.valid_until as validUntil',
      'certificate.status',
      'certificate.since',
      'terms',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('certificate_status')
          .select('position')
          .whereRef('certificate_status.certificate_id', '=', 'certificate.id')
          .where('action', '=', 'resumed')
          .where('decided_at', '=', occurredAt),
      ).as('resumed'),
    )
    .where('certificate.id', '=', subject)
    .executeTakeFirst();
  if (!row) return undefined;
  const { appealDays, certificates } = termsOf(row.terms).clocks;
  return { ...row, appealDays, suspensionMonths: certificates.suspensionMonths };
}

const holders = async (db: Kysely<Database>, fact: Fact) => {
  const certificate = await findForMail(db, fact);
  return certificate ? peopleWith(db, ['recruiter'], certificate.organisationId) : [];
};

type Known = NonNullable<Awaited<ReturnType<typeof findForMail>>>;
type Words<T extends EventType> = (fact: Fact<T>, certificate: Known, link: string) => Email;

const mailHolders = <T extends EventType>(means: Means, words: Words<T>) =>
  mailPeople<T>(means, {
    to: holders,
    write: async (fact) => {
      const certificate = await findForMail(means.db, fact);
      return certificate && words(fact, certificate, `${means.origin}/certificate`);
    },
  });

const isReason = (text: string): text is ReasonClass => Object.hasOwn(reasonNames, text);
const reasonOf = (text: string) => (isReason(text) ? reasonNames[text] : text);

export const mailIssued = (means: Means) =>
  mailHolders<'certificate.issued'>(means, (_fact, { number, validUntil }, link) =>
    certificateIssued({ number, validUntilDay: dayInWords(validUntil), link }),
  );

export const mailSuspended = (means: Means) =>
  mailHolders<'certificate.suspended'>(
    means,
    ({ payload, occurredAt }, { number, suspensionMonths, ...shown }, link) => {
      // A graver reason came to a suspension that goes on since its first day.
      const graver = shown.status === 'suspended' && shown.since < occurredAt;
      const since = dayOf(graver ? shown.since : occurredAt);
      const answerDay = dayInWords(addMonths(since, suspensionMonths));
      return certificateSuspended({
        ...{ number, graver, answerDay },
        reason: reasonOf(payload.reasonClass),
        sinceDay: dayInWords(since),
        link,
      });
    },
  );

export const mailWatched = (means: Means) =>
  mailHolders<'certificate.watched'>(means, ({ payload, occurredAt }, { number }, link) =>
    certificateWatched({
      ...{ number, link },
      reason: reasonOf(payload.reasonClass),
      sinceDay: dayInWords(dayOf(occurredAt)),
    }),
  );

export const mailCleared = (means: Means) =>
  mailHolders<'certificate.cleared'>(means, ({ occurredAt }, { number }, link) =>
    certificateCleared({ number, sinceDay: dayInWords(dayOf(occurredAt)), link }),
  );

export const mailReinstated = (means: Means) =>
  mailHolders<'certificate.reinstated'>(means, ({ occurredAt }, { number, validUntil }, link) =>
    certificateReinstated({
      number,
      sinceDay: dayInWords(dayOf(occurredAt)),
      validUntilDay: dayInWords(validUntil),
      link,
    }),
  );

export const mailWithdrawn = (means: Means) =>
  mailHolders<'certificate.withdrawn'>(
    means,
    ({ payload, occurredAt }, { number, appealDays, resumed }, link) => {
      const since = dayOf(occurredAt);
      const own = payload.reasonClass === 'own_request';
      const appealDay = own || resumed ? undefined : dayInWords(addDays(since, appealDays));
      return certificateWithdrawn({
        number,
        reason: reasonOf(payload.reasonClass),
        sinceDay: dayInWords(since),
        appealDay,
        link,
      });
    },
  );
