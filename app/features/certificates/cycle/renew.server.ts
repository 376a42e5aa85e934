import { sql, type Kysely, type Transaction } from 'kysely';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { refuse } from '#app/platform/result.ts';
import type { Decider } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { putCertificate, type Granted } from '../issue.server.ts';
import type { Certificate } from '../model.ts';
import { lockCertificate } from '../queries.server.ts';
import { keepStanding } from '../watch/carry.server.ts';
import { recertify, restore } from './rules.ts';
import { supersedeStanding } from './supersede.server.ts';

type Renewal = 'recertification' | 'restoration';

/** What the panel granted of a certificate that is there already. */
export type Renewing = { actor: Decider; now: Date; certificateId: string; decisionId: string };

/** A certificate of the next cycle in the place of the old one and under its watch, in the decision's own transaction. */
export async function renewCertificate(
  trx: Transaction<Database>,
  kind: Renewal,
  { actor, now, certificateId, decisionId }: Renewing,
) {
  const current = await lockCertificate(trx, certificateId);
  const application = current && (await termsAndScope(trx, certificateId));
  if (!application) return refuse('not_found');
  const days = await nextDays(trx, kind, { current, terms: application.terms, today: dayOf(now) });
  if (!days.ok) return days;
  const granted: Granted = { actor, now, application, decisionId };
  await supersedeStanding(trx, { actor, now }, current.organisationId, async () => {
    const id = await putCertificate(trx, granted, { kind, previousId: current.id, days: days.value });
    await keepStanding(trx, { actor, now }, { id, before: current });
    return { id };
  });
  return days;
}

type Next = { current: Certificate; terms: unknown; today: Day };

/** The days of the next certificate, were it granted today. */
export async function nextDays(db: Kysely<Database>, kind: Renewal, { current, terms, today }: Next) {
  const { validityMonths, clocks } = termsOf(terms);
  const months = { validityMonths, ...clocks.certificates };
  const auditedOn = await lastAuditedOn(db, current.id);
  if (!auditedOn) return refuse('not_audited');
  return kind === 'recertification'
    ? recertify(current, auditedOn, months, today)
    : restore(current, months, today);
}

/** The next certificate covers what the old one covers now, under the terms it was granted under. */
const termsAndScope = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(['certificate.application_id as id', 'certificate.organisation_id'])
    .select(['certificate.scheme_version_id', 'certificate.audit_body_id', 'scheme_version.terms'])
    .select(['certificate.corridors', 'certificate.sectors', 'certificate.offices'])
    .where('certificate.id', '=', id)
    .executeTakeFirst();

/** The day the recertification audit of this certificate was done on site, once its report is final. */
async function lastAuditedOn(db: Kysely<Database>, certificateId: string) {
  const audit = await db
    .selectFrom('audit')
    .select('fieldwork_done_at')
    .where('certificate_id', '=', certificateId)
    .where('type', '=', 'recertification')
    .where('reviewed_at', 'is not', null)
    .where('fieldwork_done_at', 'is not', null)
    // The latest; a null would come first.
    .orderBy(sql`fieldwork_done_at desc nulls last`)
    .limit(1)
    .executeTakeFirst();
  return audit?.fieldwork_done_at ? dayOf(audit.fieldwork_done_at) : undefined;
}
