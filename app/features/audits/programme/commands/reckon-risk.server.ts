import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockCertificate, riskFacts, rowOf, type Locked } from '../risk.server.ts';
import { isGraverRisk, orderable, programmeRaised, riskOf } from '../rules.ts';

const risk = z.enum(['low', 'medium', 'high']);

/** A fact of the cycle may have made harm likelier: then the certificate is audited more. Nothing planned is dropped by it. */
export const reckonRisk = ({ db, actor, now }: Scope<System>, certificateId: string) =>
  db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    if (!certificate) return refuse('not_found');
    if (!orderable(certificate.status)) return refuse('ended');
    const before = await findRisk(trx, certificateId);
    if (!before) return refuse('no_programme');
    const facts = await riskFacts(trx, certificate);
    const grown = riskOf(facts);
    if (!isGraverRisk(grown, before)) return refuse('not_grown');
    const reckoning = await trx
      .insertInto('audit_programme_reckoning')
      .values({
        ...{ certificate_id: certificateId, risk: grown, reckoned_at: now, corridors: facts.corridors },
        ...{ grave_findings: facts.graveFindings, suspensions: facts.suspensions, partners: facts.partners },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const entries = programmeRaised(
      await listPlanned(trx, certificateId),
      cycleOf(certificate),
      grown,
      dayOf(now),
    );
    if (entries.length > 0)
      await trx
        .insertInto('audit_programme_entry')
        .values(entries.map(rowOf(certificateId)))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    // Not about the recruiter: its own timeline would tell of audits that do not tell their day.
    const about = { subject: reckoning.id, related: [certificate.audit_body_id] };
    const told = { certificateId, risk: grown, entries: entries.length };
    await recordEvent(trx, { actor, now, ...about }, 'audit.risk_grown', told);
    return ok(told);
  });

const cycleOf = ({ kind, cycle_from, valid_from, valid_until }: Locked) => ({
  validFrom: kind === 'transfer' ? cycle_from : valid_from,
  validUntil: valid_until,
});

/** As it was set, or as it has grown since. */
async function findRisk(trx: Kysely<Database>, certificateId: string) {
  const row = await trx
    .selectFrom('audit_programme as programme')
    .leftJoin('audit_programme_reckoning as grown', 'grown.certificate_id', 'programme.certificate_id')
    // The builder has no coalesce of a column that a left join leaves empty with its type.
    .select(sql<string>`coalesce(grown.risk, programme.risk)`.as('risk'))
    .where('programme.certificate_id', '=', certificateId)
    // Grown twice, also within one moment: the graver counts.
    .orderBy(sql`grown.risk = 'high'`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && risk.parse(row.risk);
}

const planned = z.array(z.object({ reason: z.enum(['cycle', 'risk']), dueOn: z.string() }));

async function listPlanned(trx: Kysely<Database>, certificateId: string) {
  const rows = await trx
    .selectFrom('audit_programme_entry')
    .select(['reason', 'due_on as dueOn'])
    .where('certificate_id', '=', certificateId)
    .where('reason', '<>', 'ordered')
    .execute();
  return planned.parse(rows);
}
