import { sql, type Expression, type SqlBool } from 'kysely';
import { z } from 'zod';

import type { Day } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { StandingStatus } from '../certificates/model.ts';
import { standing } from '../certificates/rules.ts';
import type { RegisterEntry } from './model.ts';

/** The register is asked by anyone: of the scope it needs no actor. */
export type Asked = Pick<Scope, 'db' | 'now'>;

/**
 * Recruiters as lists show them, one narrow row each; the database draws it anew whenever a table it is drawn from changes
 * (`db/migrations/…_register_entry`). Who was taken off the register has one too.
 */
export const entryColumns = [
  'register_entry.number as registrationNumber',
  'register_entry.accepted_on as acceptedOn',
  'register_entry.delisted_on as delistedOn',
  'register_entry.name',
  'register_entry.name_local as nameLocal',
  'register_entry.country',
  'register_entry.application_state as applicationState',
  'register_entry.concluded_at as concludedAt',
  'register_entry.certificate_status as certificateStatus',
  'register_entry.certificate_since as certificateSince',
  'register_entry.valid_until as validUntil',
  'register_entry.reason_class as reasonClass',
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

/** One line of a list, from `entryColumns`. */
export const toEntry = (row: Row & Omit<RegisterEntry, 'standing'>, today: Day): RegisterEntry => ({
  ...{ registrationNumber: row.registrationNumber, name: row.name, nameLocal: row.nameLocal },
  ...{ country: row.country, standing: standingOf(row, today) },
});

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
  const live = sql`register_entry.valid_until >= ${today}::date`;
  switch (status) {
    case 'applicant':
      return sql<boolean>`register_entry.certificate_status is null and register_entry.application_state <> 'refused'`;
    case 'not_certified':
      return sql<boolean>`register_entry.certificate_status is null and register_entry.application_state = 'refused'`;
    case 'certified':
      return sql<boolean>`register_entry.certificate_status = 'active' and ${live}`;
    case 'certified_under_watch':
      return sql<boolean>`register_entry.certificate_status = 'active_under_watch' and ${live}`;
    case 'suspended':
      return sql<boolean>`register_entry.certificate_status = 'suspended' and ${live}`;
    case 'withdrawn':
      return sql<boolean>`register_entry.certificate_status = 'withdrawn'`;
    case 'expired':
      return sql<boolean>`register_entry.certificate_status in ('active', 'active_under_watch', 'suspended')
        and register_entry.valid_until < ${today}::date`;
  }
}
