import { sql, type Transaction } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { refuse } from '#app/platform/result.ts';
import type { Decider } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { putCertificate, type Granted } from '../issue.server.ts';
import { lockCertificate } from '../queries.server.ts';
import { recertify, restore } from './rules.ts';
import { supersedeStanding } from './supersede.server.ts';

/** What the panel granted of a certificate that is there already. */
export type Renewing = { actor: Decider; now: Date; certificateId: string; decisionId: string };

/** A certificate of the next cycle in the place of the old one, in the decision's own transaction. */
export async function renewCertificate(
  trx: Transaction<Database>,
  kind: 'recertification' | 'restoration',
  { actor, now, certificateId, decisionId }: Renewing,
) {
  const current = await lockCertificate(trx, certificateId);
  const application = current && (await termsAndScope(trx, certificateId));
  if (!application) return refuse('not_found');
  const { validityMonths, clocks } = termsOf(application.terms);
  const terms = { validityMonths, ...clocks.certificates };
  const today = dayOf(now);
  const auditedOn = await lastAuditedOn(trx, certificateId);
  if (!auditedOn) return refuse('not_audited');
  const days =
    kind === 'recertification' ? recertify(current, auditedOn, terms, today) : restore(current, terms, today);
  if (!days.ok) return days;
  const granted: Granted = { actor, now, application, decisionId };
  await supersedeStanding(trx, { actor, now }, current.organisationId, async () => ({
    id: await putCertificate(trx, granted, { kind, previousId: current.id, days: days.value }),
  }));
  return days;
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
async function lastAuditedOn(trx: Transaction<Database>, certificateId: string) {
  const audit = await trx
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
