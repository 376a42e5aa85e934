import type { Kysely } from 'kysely';

import { termsOf } from '#app/features/scheme/terms.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { nextDays } from '../cycle/renew.server.ts';
import { cycleFrom } from '../cycle/rules.ts';
import { widened } from '../extension/rules.ts';
import type { Matter } from './model.ts';

type Before = Pick<Matter, 'kind' | 'certificate'> & {
  applicationId: string;
  organisationId: string;
  requestId: string | null;
};

/**
 * What the register would show of the certificate, were the matter granted today: its last day and its audit body, and
 * for a wider scope what it covers. Undefined for whoever is not listed, or where it cannot be done.
 */
export async function findGranted({ db, now }: Scope<Decider>, matter: Before) {
  const { kind, certificate, applicationId, organisationId } = matter;
  if (kind === 'abandoned_audit') return undefined;
  const known = await db
    .selectFrom('registration')
    .innerJoin('application', (join) => join.on('application.id', '=', applicationId))
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .leftJoin('organisation as body', 'body.id', 'application.audit_body_id')
    .select(['registration.number', 'scheme_version.terms', 'body.name as auditBody'])
    .where('registration.organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (!known) return undefined;
  const { number: registrationNumber, terms, auditBody } = known;
  const validUntil = await lastDay(db, { kind, certificate, terms, today: dayOf(now) });
  if (validUntil === undefined) return undefined;
  const held = certificate && (await findHeld(db, certificate.id));
  const covered = held && kind === 'scope_extension' ? await wider(db, held, matter.requestId) : undefined;
  const shown = { registrationNumber, validUntil, auditBody: held?.auditBody ?? auditBody ?? '' };
  return { ...shown, covered, watch: watchOf(matter) };
}

/** The watch that goes on with the certificate of the next cycle. */
const watchOf = ({ kind, certificate }: Before) =>
  (kind === 'recertification' || kind === 'restoration') && certificate?.status === 'active_under_watch'
    ? certificate.reasonClass
    : null;

type Asked = Pick<Matter, 'kind' | 'certificate'> & { terms: unknown; today: Day };

async function lastDay(db: Kysely<Database>, { kind, certificate, terms, today }: Asked) {
  if (kind === 'initial' || certificate === null)
    return cycleFrom(today, termsOf(terms).validityMonths).validUntil;
  if (kind !== 'recertification' && kind !== 'restoration') return certificate.validUntil;
  const days = await nextDays(db, kind, { current: certificate, terms, today });
  return days.ok ? days.value.validUntil : undefined;
}

const findHeld = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('certificate')
    .innerJoin('organisation as body', 'body.id', 'certificate.audit_body_id')
    .select(['certificate.corridors', 'certificate.sectors', 'certificate.offices', 'body.name as auditBody'])
    .where('certificate.id', '=', id)
    .executeTakeFirstOrThrow();

type Covered = { corridors: string[]; sectors: string[]; offices: string[] };

async function wider(db: Kysely<Database>, held: Covered, requestId: string | null) {
  const added = await db
    .selectFrom('certificate_scope_request')
    .select(['corridors', 'sectors', 'offices'])
    .where('id', '=', requestId)
    .executeTakeFirst();
  return added && widened(held, added);
}
