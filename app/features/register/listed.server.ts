import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import { z } from 'zod';

import type { Day } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { StandingStatus } from '../certificates/model.ts';
import { standing } from '../certificates/rules.ts';

/** The register is asked by anyone: of the scope it needs no actor. */
export type Asked = Pick<Scope, 'db' | 'now'>;

/** The certificate that counts: the one not withdrawn, else the last withdrawn. */
export const counting = (db: Kysely<Database>) =>
  db
    .selectFrom('registration')
    .innerJoin('organisation', 'organisation.id', 'registration.organisation_id')
    .innerJoin('application', 'application.id', 'registration.application_id')
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('certificate')
          .selectAll()
          .whereRef('certificate.organisation_id', '=', 'registration.organisation_id')
          // Their successors count. What never changes stands in the text: a plan of unknown numbers would not be kept.
          .where('certificate.status', 'not in', [sql.lit('superseded'), sql.lit('transferred')])
          // "Not withdrawn" first is an order by a comparison, which the builder does not know.
          .orderBy(sql`(certificate.status = 'withdrawn')`)
          .orderBy('certificate.since', 'desc')
          .limit(sql.lit(1))
          .as('certificate'),
      (join) => join.onTrue(),
    );

export const entryColumns = [
  'registration.number as registrationNumber',
  'registration.accepted_on as acceptedOn',
  'registration.delisted_on as delistedOn',
  'organisation.name',
  'organisation.name_local as nameLocal',
  'organisation.country',
  'application.state as applicationState',
  'application.concluded_at as concludedAt',
  'certificate.status as certificateStatus',
  'certificate.since as certificateSince',
  'certificate.valid_until as validUntil',
  'certificate.reason_class as reasonClass',
] as const;

type Row = {
  acceptedOn: string;
  applicationState: string;
  concludedAt: Date | null;
  certificateStatus: string | null;
  certificateSince: Date | null;
  validUntil: string | null;
  reasonClass: string | null;
};

const statusShape = z.enum(['active', 'active_under_watch', 'suspended', 'withdrawn']);

export function standingOf(row: Row, today: Day) {
  const { certificateStatus, certificateSince, validUntil, reasonClass } = row;
  const certificate =
    certificateStatus && certificateSince && validUntil
      ? { status: statusShape.parse(certificateStatus), since: certificateSince, validUntil, reasonClass }
      : null;
  const application = { state: row.applicationState, concludedAt: row.concludedAt };
  return standing({ acceptedOn: row.acceptedOn, application, certificate }, today);
}

type Kept = { status: string; since: Date; validUntil: string; reasonClass: string | null };

/** Where one certificate stands by itself; none of its own once another took its place. */
export function certificateStanding(kept: Kept, today: Day) {
  const { status, since, validUntil, reasonClass } = kept;
  const alone = statusShape.safeParse(status);
  if (!alone.success) return undefined;
  const application = { state: 'certified', concludedAt: null };
  const certificate = { status: alone.data, since, validUntil, reasonClass };
  return standing({ acceptedOn: validUntil, application, certificate }, today);
}

/**
 * The same as the rule `standing`, for a whole list: a test walks every combination of both. Expressed as text because
 * each line is one case of that rule.
 */
export function stands(status: StandingStatus, today: Day): Expression<SqlBool> {
  const live = sql`certificate.valid_until >= ${today}::date`;
  switch (status) {
    case 'applicant':
      return sql<boolean>`certificate.id is null and application.state <> 'refused'`;
    case 'not_certified':
      return sql<boolean>`certificate.id is null and application.state = 'refused'`;
    case 'certified':
      return sql<boolean>`certificate.status = 'active' and ${live}`;
    case 'certified_under_watch':
      return sql<boolean>`certificate.status = 'active_under_watch' and ${live}`;
    case 'suspended':
      return sql<boolean>`certificate.status = 'suspended' and ${live}`;
    case 'withdrawn':
      return sql<boolean>`certificate.status = 'withdrawn'`;
    case 'expired':
      return sql<boolean>`certificate.status <> 'withdrawn' and certificate.valid_until < ${today}::date`;
  }
}
