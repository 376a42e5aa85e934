import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { certificateMail } from '#emails/certificates/certificate-mail.tsx';
import { lateFindingAnnounced } from '#emails/certificates/late-finding-announced.tsx';
import { recertification } from '#emails/certificates/recertification.tsx';

import { finalStatuses } from '../model.ts';
import { findAnnounced } from './late/queries.server.ts';
import { changeFor } from './late/rules.ts';

const findStanding = (db: Kysely<Database>, { subject }: Fact) =>
  db
    .selectFrom('certificate')
    .select(['number', 'organisation_id as organisationId', 'status', 'valid_until as validUntil'])
    .where('id', '=', subject)
    .where('status', 'not in', finalStatuses)
    .executeTakeFirst();

const holders = async (db: Kysely<Database>, fact: Fact) => {
  const certificate = await findStanding(db, fact);
  return certificate ? peopleWith(db, ['recruiter'], certificate.organisationId) : [];
};
const link = ({ origin }: Means) => `${origin}/certificate`;

export const mailExpiring = (means: Means) =>
  mailPeople<'certificate.expiring'>(means, {
    to: holders,
    write: async (fact, language) => {
      const certificate = await findStanding(means.db, fact);
      const { days: ahead, validUntil } = fact.payload;
      if (!certificate) return undefined;
      const { number } = certificate;
      return certificateMail('ends', language, {
        ...{ number, ahead, days: { day: validUntil }, link: link(means) },
      });
    },
  });

export const mailExpired = (means: Means) =>
  mailPeople<'certificate.expired'>(means, {
    to: holders,
    write: async (fact, language) => {
      const certificate = await findStanding(means.db, fact);
      if (!certificate) return undefined;
      const { number, validUntil } = certificate;
      return certificateMail('expired', language, { number, days: { day: validUntil }, link: link(means) });
    },
  });

const announced = {
  withdrawal: 'will_be_withdrawn',
  licence: 'licence_will_suspend',
  surveillance: 'surveillance_will_suspend',
} as const;
const isKnown = (change: string): change is keyof typeof announced => Object.hasOwn(announced, change);
const kindOf = (change: string) => (isKnown(change) ? announced[change] : 'will_be_suspended');

export const mailChangeAnnounced = (means: Means) =>
  mailPeople<'certificate.change_announced'>(means, {
    to: holders,
    write: async (fact, language) => {
      const certificate = await findStanding(means.db, fact);
      const { days: ahead, on } = fact.payload;
      const withdrawal = fact.payload.change === 'withdrawal';
      // Lifted, or suspended for another reason, in the meantime: what this warns of does not come.
      if (!certificate || withdrawal !== (certificate.status === 'suspended')) return undefined;
      const { number } = certificate;
      return certificateMail(kindOf(fact.payload.change), language, {
        ...{ number, ahead, days: { day: on }, link: link(means) },
      });
    },
  });

/** Of what was answered, or given more time, in the meantime nothing comes. */
export const mailLateFinding = (means: Means) =>
  mailPeople<'certificate.late_finding_announced'>(means, {
    to: holders,
    write: async (fact, language) => {
      const { findingId, dueOn, days, on } = fact.payload;
      const certificate = await findStanding(means.db, fact);
      const late = certificate && (await findAnnounced(means.db, findingId, dueOn));
      if (!late) return undefined;
      const { finding, owed, extendable } = late;
      return lateFindingAnnounced(language, {
        ...{ number: certificate.number, finding, owed, extendable, days },
        change: changeFor({ status: certificate.status }, late),
        ...{ due: dueOn, day: on },
        late: dueOn < dayOf(fact.occurredAt),
        link: `${means.origin}/findings/${findingId}`,
      });
    },
  });

type Recertification = 'certificate.recertification_opened' | 'certificate.recertification_late';
type Reader = 'holder' | 'body' | 'scheme';

const findToRenew = (db: Kysely<Database>, { subject }: Fact) =>
  db
    .selectFrom('certificate')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['certificate.number', 'organisation.id as organisationId', 'organisation.name as recruiter'])
    .select(['certificate.valid_until as validUntil', 'certificate.audit_body_id as bodyId'])
    .where('certificate.id', '=', subject)
    .where('certificate.status', 'not in', finalStatuses)
    .executeTakeFirst();

const links: Record<Reader, (origin: string, id: string) => string> = {
  holder: (origin) => `${origin}/certificate`,
  body: (origin) => `${origin}/audits/calendar`,
  scheme: (origin, id) => `${origin}/scheme/certificates/${id}`,
};

/** To the holder and its audit body; when it is late, to the scheme too. */
export const mailRecertification = <T extends Recertification>(means: Means, reader: Reader) =>
  mailPeople<T>(means, {
    to: async (db, fact) => {
      const renewed = await findToRenew(db, fact);
      if (!renewed) return [];
      if (reader === 'scheme') return peopleWith(db, ['officer']);
      return reader === 'holder'
        ? peopleWith(db, ['recruiter'], renewed.organisationId)
        : peopleWith(db, ['auditor'], renewed.bodyId);
    },
    write: async (fact, language) => {
      const renewed = await findToRenew(means.db, fact);
      if (!renewed) return undefined;
      const { recruiter, number, validUntil } = renewed;
      const step = fact.type === 'certificate.recertification_late' ? 'late' : 'opened';
      const link = links[reader](means.origin, fact.subject);
      if (reader === 'holder')
        return certificateMail(`recertification_${step}`, language, {
          ...{ number, days: { due: fact.payload.dueOn, day: validUntil }, link },
        });
      const [dueDay, lastDay] = [dayInWords(fact.payload.dueOn), dayInWords(validUntil)];
      return recertification({ reader, recruiter, number, step, dueDay, lastDay, link });
    },
  });
