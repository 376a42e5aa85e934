import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { addDays, addMonths, dayOf } from '#app/platform/calendar.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import type { Database } from '#db/client.server.ts';
import { certificateMail } from '#emails/certificates/certificate-mail.tsx';
import type { Kind } from '#emails/certificates/words/kinds.ts';

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
type Told = Omit<Parameters<typeof certificateMail>[2], 'number' | 'link'> & { kind: Kind };

const mailHolders = <T extends EventType>(
  means: Means,
  tell: (fact: Fact<T>, certificate: Known) => Told | undefined,
) =>
  mailPeople<T>(means, {
    to: holders,
    write: async (fact, language) => {
      const certificate = await findForMail(means.db, fact);
      const letter = certificate && tell(fact, certificate);
      if (!letter) return undefined;
      const { kind, ...told } = letter;
      const { number } = certificate;
      return certificateMail(kind, language, { ...told, number, link: `${means.origin}/certificate` });
    },
  });

export const mailIssued = (means: Means) =>
  mailHolders<'certificate.issued'>(means, ({ occurredAt }, { validUntil, status, since }) => {
    // Taken over suspended it was at no moment in force, and that mail is on its way.
    if (status === 'suspended' && since.getTime() === occurredAt.getTime()) return undefined;
    return { kind: 'issued', days: { until: validUntil } };
  });

export const mailSuspended = (means: Means) =>
  mailHolders<'certificate.suspended'>(means, ({ payload, occurredAt }, { suspensionMonths, ...shown }) => {
    // A graver reason came to a suspension that goes on since its first day.
    const graver = shown.status === 'suspended' && shown.since < occurredAt;
    const since = dayOf(graver ? shown.since : occurredAt);
    const day = addMonths(since, suspensionMonths);
    // One that ends before those months are over is never withdrawn: it ends suspended.
    const toEnd = day >= shown.validUntil;
    const kind = graver ? 'suspended_graver' : 'suspended';
    const unheld = payload.reasonClass === 'surveillance_not_held';
    return {
      kind: unheld ? `${kind}_unheld` : toEnd ? `${kind}_to_end` : kind,
      days: { since, day, until: shown.validUntil },
      reason: payload.reasonClass,
    };
  });

export const mailWatched = (means: Means) =>
  mailHolders<'certificate.watched'>(means, ({ payload, occurredAt }) => ({
    ...{ kind: 'watched', days: { since: dayOf(occurredAt) }, reason: payload.reasonClass },
  }));

export const mailCleared = (means: Means) =>
  mailHolders<'certificate.cleared'>(means, ({ occurredAt }) => ({
    ...{ kind: 'cleared', days: { since: dayOf(occurredAt) } },
  }));

export const mailReinstated = (means: Means) =>
  mailHolders<'certificate.reinstated'>(means, ({ occurredAt }, { validUntil }) => ({
    ...{ kind: 'reinstated', days: { since: dayOf(occurredAt), until: validUntil } },
  }));

export const mailWithdrawn = (means: Means) =>
  mailHolders<'certificate.withdrawn'>(
    means,
    ({ payload, occurredAt }, { appealDays, resumed, ...shown }) => {
      // A graver reason came to light after its end, which stays the day it was.
      const graver = shown.status === 'withdrawn' && shown.since < occurredAt;
      return {
        ...{ kind: graver ? 'withdrawn_graver' : 'withdrawn', reason: payload.reasonClass },
        days: {
          since: dayOf(graver ? shown.since : occurredAt),
          day: addDays(dayOf(occurredAt), appealDays),
        },
        // Nothing can be appealed against: it was the holder's own wish, or was appealed against already.
        open: payload.reasonClass !== 'own_request' && !resumed,
      };
    },
  );
