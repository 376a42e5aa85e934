import type { Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

import type { ProgrammeEntry } from './rules.ts';

export const rowOf = (certificate_id: string) => (entry: ProgrammeEntry) => ({
  certificate_id,
  type: entry.type,
  reason: entry.reason,
  notice_type: entry.noticeType,
  window_from: entry.windowFrom,
  due_on: entry.dueOn,
});

export const lockCertificate = (trx: Kysely<Database>, id: string) =>
  trx
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(['certificate.organisation_id', 'certificate.status', 'certificate.corridors'])
    .select(['certificate.valid_from', 'certificate.valid_until', 'scheme_version.terms'])
    .select('certificate.audit_body_id')
    .select(['certificate.cycle_from', 'certificate.kind', 'certificate.previous_id'])
    .where('certificate.id', '=', id)
    .forUpdate('certificate')
    .executeTakeFirst();

export type Locked = NonNullable<Awaited<ReturnType<typeof lockCertificate>>>;

/** Counted over the recruiter's whole past, not this certificate's alone. */
export async function riskFacts(trx: Kysely<Database>, of: { organisation_id: string; corridors: string[] }) {
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
