import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { paperStatus } from './rules.ts';

const shape = z.object({
  status: z.enum(['active', 'active_under_watch', 'suspended', 'withdrawn', 'superseded', 'transferred']),
  licences: z.array(z.object({ authority: z.string(), number: z.string() })),
});

const papers = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .innerJoin('organisation as body', 'body.id', 'certificate.audit_body_id')
    .innerJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .leftJoin('certificate as previous', 'previous.id', 'certificate.previous_id')
    .select([
      'certificate.number',
      'certificate.status',
      'certificate.since',
      'certificate.decision_id as decision',
    ])
    .select(['certificate.valid_from as validFrom', 'certificate.valid_until as validUntil'])
    .select(['certificate.corridors', 'certificate.sectors', 'certificate.offices'])
    .select(['organisation.name', 'organisation.name_local as nameLocal', 'body.name as auditBody'])
    .select(['registration.number as recruiterId', 'previous.number as previous'])
    .select(['scheme_version.title as standard', 'scheme_version.standard_version as standardVersion'])
    .select(({ selectFrom }) => [
      jsonArrayFrom(
        selectFrom('registration_licence')
          .select(['registration_licence.authority', 'registration_licence.number'])
          .whereRef('registration_licence.organisation_id', '=', 'registration.organisation_id')
          .orderBy('authority')
          .orderBy('number')
          .limit(20),
      ).as('licences'),
      // The language its first owner is written to in.
      selectFrom('membership')
        .innerJoin('account', 'account.id', 'membership.account_id')
        .select('account.language')
        .whereRef('membership.organisation_id', '=', 'certificate.organisation_id')
        .where('membership.owner_since', 'is not', null)
        .orderBy('membership.owner_since')
        .orderBy('membership.id')
        .limit(1)
        .as('language'),
    ]);

/** All that stands on the paper of one certificate, current or past; nothing of whoever was taken off the register. */
export async function findPaper({ db, now }: Pick<Scope, 'db' | 'now'>, number: string) {
  const row = await papers(db)
    .where('certificate.number', '=', number.trim().toUpperCase())
    .where('registration.delisted_on', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { status: stored, licences } = shape.parse(row);
  const status = paperStatus({ status: stored, validUntil: row.validUntil }, dayOf(now));
  const since = status === 'expired' ? addDays(row.validUntil, 1) : dayOf(row.since);
  return { ...row, licences, status, since, language: row.language ?? 'en' };
}
export type PaperFacts = NonNullable<Awaited<ReturnType<typeof findPaper>>>;
