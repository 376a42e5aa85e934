import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Attested } from './model.ts';

const shape = z.object({
  principles: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      criteria: z.array(z.object({ code: z.string(), title: z.string() })).min(1),
    }),
  ),
});

type Where = ExpressionBuilder<Database & { version: { id: string } }, 'version'>;

const principlesOf = ({ selectFrom }: Where) =>
  jsonArrayFrom(
    selectFrom('principle')
      .select(['principle.code', 'principle.title'])
      .select((principle) =>
        jsonArrayFrom(
          principle
            .selectFrom('criterion')
            .select(['criterion.code', 'criterion.title'])
            .whereRef('criterion.scheme_version_id', '=', 'principle.scheme_version_id')
            .whereRef('criterion.principle_code', '=', 'principle.code')
            .orderBy('criterion.position'),
        ).as('criteria'),
      )
      .whereRef('principle.scheme_version_id', '=', 'version.id')
      .orderBy('principle.position'),
  );

const attested = (db: Kysely<Database>) =>
  db
    .selectFrom('certificate')
    .innerJoin('status_entry as entry', 'entry.certificate_id', 'certificate.id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .innerJoin('organisation as body', 'body.id', 'certificate.audit_body_id')
    .innerJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .innerJoin('scheme_version as version', 'version.id', 'certificate.scheme_version_id')
    .select(['certificate.number', 'certificate.corridors', 'certificate.sectors'])
    .select(['certificate.valid_from as validFrom', 'certificate.valid_until as validUntil'])
    .select(['entry.list', 'entry.place', 'organisation.name', 'registration.number as registrationNumber'])
    .select(['body.id as bodyId', 'body.name as bodyName', 'version.id as versionId', 'version.title'])
    .select(['version.standard_id as standardId', 'version.standard_version as standardVersion'])
    .select((expression) => [
      expression
        .selectFrom('organisation as scheme')
        .select('scheme.name')
        .where('scheme.kind', '=', 'scheme')
        .orderBy('scheme.id')
        .limit(1)
        .as('scheme'),
      // The builder knows no time zones.
      expression
        .selectFrom('audit')
        .select(sql<string>`max(audit.fieldwork_done_at at time zone 'UTC')::date`.as('day'))
        .whereRef('audit.application_id', '=', 'certificate.application_id')
        .where('audit.reviewed_at', 'is not', null)
        .where('audit.type', 'in', ['stage2', 'surveillance', 'recertification'])
        .as('auditedOn'),
      principlesOf(expression).as('principles'),
    ]);

/** What a certificate that has not ended attests; undefined for one that has, or of a recruiter taken off the register. */
export async function findAttested(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  number: string,
): Promise<Attested | undefined> {
  const row = await attested(db)
    .where('certificate.number', '=', number.trim().toUpperCase())
    .where('certificate.status', 'in', ['active', 'active_under_watch', 'suspended'])
    .where('certificate.valid_until', '>=', dayOf(now))
    .where('registration.delisted_on', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { validFrom, validUntil, corridors, sectors, list, place, versionId: version } = row;
  return {
    ...{ number: row.number, validFrom, validUntil, corridors, sectors },
    ...shape.parse({ principles: row.principles }),
    recruiter: { registrationNumber: row.registrationNumber, name: row.name },
    auditBody: { id: row.bodyId, name: row.bodyName },
    scheme: { name: row.scheme ?? 'Fairroute' },
    standard: { versionId: version, id: row.standardId, version: row.standardVersion, title: row.title },
    // A certificate taken over from another body was audited under that one's application.
    auditedOn: row.auditedOn ?? validFrom,
    entry: { list, place },
  };
}
