import type { Kysely } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { orderable, programmeOf, riskOf, type ProgrammeEntry } from '../rules.ts';

/** Sets the audits of a certificate, once; a certificate that ended meanwhile gets none. */
export const setProgramme = ({ db, actor, now }: Scope<System>, certificateId: string) =>
  db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    if (!certificate) return refuse('not_found');
    if (!orderable(certificate.status)) return refuse('ended');
    const facts = await riskFacts(trx, certificate);
    const risk = riskOf(facts);
    const set = await trx
      .insertInto('audit_programme')
      .values({
        certificate_id: certificateId,
        risk,
        corridors: facts.corridors,
        grave_findings: facts.graveFindings,
        suspensions: facts.suspensions,
        partners: facts.partners,
        set_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('certificate_id')
      .executeTakeFirst();
    if (!set) return refuse('already_set');
    const validity = { validFrom: certificate.valid_from, validUntil: certificate.valid_until };
    const entries = programmeOf(validity, risk, termsOf(certificate.terms).clocks.certificates);
    await trx
      .insertInto('audit_programme_entry')
      .values(entries.map(rowOf(certificateId)))
      .execute();
    const about = { subject: certificateId, related: [certificate.organisation_id] };
    await recordEvent(trx, { actor, now, ...about }, 'audit.programme_set', { entries: entries.length });
    return ok({ risk, entries: entries.length });
  });

const rowOf = (certificate_id: string) => (entry: ProgrammeEntry) => ({
  certificate_id,
  type: entry.type,
  reason: entry.reason,
  notice_type: entry.noticeType,
  window_from: entry.windowFrom,
  due_on: entry.dueOn,
});

const lockCertificate = (trx: Kysely<Database>, id: string) =>
  trx
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(['certificate.organisation_id', 'certificate.status', 'certificate.corridors'])
    .select(['certificate.valid_from', 'certificate.valid_until', 'scheme_version.terms'])
    .where('certificate.id', '=', id)
    .forUpdate('certificate')
    .executeTakeFirst();

/** Counted over the recruiter's whole past, not this certificate's alone. */
async function riskFacts(trx: Kysely<Database>, of: { organisation_id: string; corridors: string[] }) {
  const { graveFindings, suspensions, partners } = await trx
    .selectNoFrom((from) => [
      from
        .selectFrom('finding')
        .innerJoin('audit', 'audit.id', 'finding.audit_id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('audit.organisation_id', '=', of.organisation_id)
        .where('finding.grade', 'in', ['critical', 'major'])
        .where('finding.state', '<>', 'withdrawn')
        .as('graveFindings'),
      from
        .selectFrom('certificate_status')
        .innerJoin('certificate', 'certificate.id', 'certificate_status.certificate_id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('certificate.organisation_id', '=', of.organisation_id)
        .where('certificate_status.action', '=', 'suspended')
        .as('suspensions'),
      from
        .selectFrom('partner')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('partner.organisation_id', '=', of.organisation_id)
        .as('partners'),
    ])
    .executeTakeFirstOrThrow();
  return {
    corridors: of.corridors.length,
    graveFindings: Number(graveFindings),
    suspensions: Number(suspensions),
    partners: Number(partners),
  };
}
