import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { certificateMail } from '#emails/certificates/certificate-mail.tsx';
import { transferRequest } from '#emails/certificates/transfer-request.tsx';

const findLatest = (db: Kysely<Database>, { subject }: Fact) =>
  db
    .selectFrom('certificate_transfer as transfer')
    .innerJoin('certificate', 'certificate.id', 'transfer.certificate_id')
    .innerJoin('organisation as holder', 'holder.id', 'certificate.organisation_id')
    .innerJoin('organisation as body', 'body.id', 'transfer.to_body_id')
    .select(['transfer.id', 'transfer.to_body_id as bodyId', 'transfer.due_on as dueOn', 'transfer.answer'])
    .select(['certificate.number', 'certificate.audit_body_id as formerId', 'body.name as body'])
    .select(['holder.name as recruiter', 'holder.id as holderId'])
    .where('certificate.id', '=', subject)
    .orderBy('transfer.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
type Latest = NonNullable<Awaited<ReturnType<typeof findLatest>>>;

type Letter = {
  step: 'asked' | 'declined' | 'left';
  to: (latest: Latest) => { role: 'reviewer' | 'recruiter'; at: string | null };
  path: (latest: Latest) => string;
};

const mail = <T extends EventType>(means: Means, { step, to, path }: Letter) =>
  mailPeople<T>(means, {
    to: async (db, fact) => {
      const latest = await findLatest(db, fact);
      const { role, at } = latest ? to(latest) : { role: 'reviewer' as const, at: null };
      return at ? peopleWith(db, [role], at) : [];
    },
    write: async (fact, language) => {
      const latest = await findLatest(means.db, fact);
      if (!latest) return undefined;
      const { number, recruiter, body, answer, dueOn } = latest;
      const link = `${means.origin}${path(latest)}`;
      if (step === 'declined')
        return certificateMail('transfer_declined', language, { number, body, said: [answer ?? ''], link });
      return transferRequest({ step, number, recruiter, body, dueDay: dayInWords(dueOn), link });
    },
  });

export const mailTransferAsked = (means: Means) =>
  mail<'certificate.transfer_requested'>(means, {
    step: 'asked',
    to: ({ bodyId }) => ({ role: 'reviewer', at: bodyId }),
    path: ({ id }) => `/transfers/${id}`,
  });

export const mailTransferDeclined = (means: Means) =>
  mail<'certificate.transfer_declined'>(means, {
    step: 'declined',
    to: ({ holderId }) => ({ role: 'recruiter', at: holderId }),
    path: () => '/certificate',
  });

/** The holder learns of it by its new certificate; the former body by this. */
export const mailTransferred = (means: Means) =>
  mail<'certificate.transferred'>(means, {
    step: 'left',
    to: ({ formerId }) => ({ role: 'reviewer', at: formerId }),
    path: () => '/audits',
  });
