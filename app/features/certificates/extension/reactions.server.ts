import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';
import { certificateMail } from '#emails/certificates/certificate-mail.tsx';
import { scopeRequest } from '#emails/certificates/scope-request.tsx';

import { followCertificate, listOpenRequests } from './outlive.server.ts';

type Ended =
  'certificate.withdrawn' | 'certificate.superseded' | 'certificate.transferred' | 'certificate.expired';

/** What was asked of a certificate goes on with the one in its place, or ends with it. */
export const followOnEnd = <T extends Ended>({ db }: Means): Effect<T> => ({
  targets: (from, { subject }) => listOpenRequests(from, subject),
  async run({ occurredAt }, requestId) {
    await followCertificate({ db, now: occurredAt }, requestId);
  },
});

const findHeld = (db: Kysely<Database>, { subject }: Fact) =>
  db
    .selectFrom('certificate')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['certificate.number', 'organisation.id as organisationId', 'organisation.name as recruiter'])
    .where('certificate.id', '=', subject)
    .executeTakeFirst();

export const mailExtensionAsked = (means: Means) =>
  mailPeople<'certificate.scope_extension_requested'>(means, {
    to: (db) => peopleWith(db, ['officer']),
    write: async (fact) => {
      const held = await findHeld(means.db, fact);
      const link = `${means.origin}/scheme/certificates/${fact.subject}/extension`;
      return held && scopeRequest({ ...held, link });
    },
  });

const holders = async (db: Kysely<Database>, fact: Fact) => {
  const held = await findHeld(db, fact);
  return held ? peopleWith(db, ['recruiter'], held.organisationId) : [];
};

export const mailExtended = (means: Means) =>
  mailPeople<'certificate.scope_extended'>(means, {
    to: holders,
    write: async (fact, language) => {
      const held = await findHeld(means.db, fact);
      const version = await means.db
        .selectFrom('certificate_version')
        .select('note')
        .where('certificate_id', '=', fact.subject)
        .where('version', '=', fact.payload.version)
        .executeTakeFirst();
      return (
        held &&
        certificateMail('scope_extended', language, {
          ...{ number: held.number, said: [version?.note ?? ''], link: `${means.origin}/certificate` },
        })
      );
    },
  });

export const mailAuditNeeded = (means: Means) =>
  mailPeople<'certificate.scope_audit_needed'>(means, {
    to: holders,
    write: async (fact, language) => {
      const held = await findHeld(means.db, fact);
      const request = await means.db
        .selectFrom('certificate_scope_request')
        .select('review')
        .where('id', '=', fact.payload.requestId)
        .executeTakeFirst();
      return (
        held &&
        certificateMail('scope_audited', language, {
          ...{ number: held.number, said: [request?.review ?? ''], link: `${means.origin}/certificate` },
        })
      );
    },
  });

export const mailExtensionRefused = (means: Means) =>
  mailPeople<'certificate.scope_extension_refused'>(means, {
    to: holders,
    write: async (fact, language) => {
      const held = await findHeld(means.db, fact);
      const request = await means.db
        .selectFrom('certificate_scope_request')
        .select('answer')
        .where('id', '=', fact.payload.requestId)
        .executeTakeFirst();
      return (
        held &&
        certificateMail('scope_refused', language, {
          ...{ number: held.number, said: [request?.answer ?? ''], link: `${means.origin}/certificate` },
        })
      );
    },
  });

/** It ended with its certificate, or goes on with the one in its place. */
export const mailFollowed = <
  T extends 'certificate.scope_request_carried' | 'certificate.scope_request_ended',
>(
  means: Means,
) =>
  mailPeople<T>(means, {
    to: holders,
    write: async (fact, language) => {
      const held = await findHeld(means.db, fact);
      const kind = fact.type === 'certificate.scope_request_ended' ? 'scope_ended' : 'scope_carried';
      const link = `${means.origin}/certificate`;
      return held && certificateMail(kind, language, { number: held.number, link });
    },
  });
