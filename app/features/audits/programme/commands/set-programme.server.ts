import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { noticeTypes } from '../../model.ts';
import { isUndone } from '../queries.server.ts';
import { lockCertificate, riskFacts, rowOf, type Locked } from '../risk.server.ts';
import { orderable, programmeAfter, programmeOf, riskOf, type ProgrammeEntry, type Risk } from '../rules.ts';

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
    const entries = await entriesOf(trx, certificate, risk);
    if (entries.length > 0)
      await trx
        .insertInto('audit_programme_entry')
        .values(entries.map(rowOf(certificateId)))
        .execute();
    const about = { subject: certificateId, related: [certificate.organisation_id] };
    await recordEvent(trx, { actor, now, ...about }, 'audit.programme_set', { entries: entries.length });
    return ok({ risk, entries: entries.length });
  });

/** A new cycle has audits of its own; one that goes on with another body has what is left of the former one's. */
async function entriesOf(trx: Kysely<Database>, certificate: Locked, risk: Risk): Promise<ProgrammeEntry[]> {
  const cycle = { validFrom: certificate.cycle_from, validUntil: certificate.valid_until };
  const { valid_from: since, kind, previous_id, terms } = certificate;
  const { certificates: months } = termsOf(terms).clocks;
  const whole = programmeOf(kind === 'transfer' ? cycle : { ...cycle, validFrom: since }, risk, months);
  if (kind !== 'transfer' || !previous_id) return whole;
  const former = await listFormer(trx, previous_id);
  // It was taken over before its programme was set: then its cycle says what is still to come.
  if (!former) return whole.filter(({ dueOn, noticeType }) => dueOn >= since || noticeType !== 'announced');
  return programmeAfter(former, cycle, risk, since);
}

const formerEntry = z.object({
  type: z.enum(['surveillance', 'recertification']),
  reason: z.enum(['cycle', 'risk']),
  noticeType: z.enum(noticeTypes),
  windowFrom: z.string(),
  dueOn: z.string(),
  done: z.boolean(),
});

/**
 * What the former programme had of the cycle, and what was done before it; undefined where none was ever set. What was
 * ordered is carried by itself.
 */
async function listFormer(trx: Kysely<Database>, certificateId: string) {
  const programme = await trx
    .selectFrom('audit_programme')
    .select('certificate_id')
    .where('certificate_id', '=', certificateId)
    .executeTakeFirst();
  if (!programme) return undefined;
  // The builder has no negation of a question that is null without an audit.
  const done = sql<boolean>`(audit.id is not null and not ${isUndone})`;
  const rows = await trx
    .selectFrom('audit_programme_entry as entry')
    .leftJoin('audit', 'audit.id', 'entry.audit_id')
    .select(['entry.type', 'entry.reason', 'entry.notice_type as noticeType'])
    .select(['entry.window_from as windowFrom', 'entry.due_on as dueOn', done.as('done')])
    .where('entry.certificate_id', 'in', sql<string>`(select cycle_before(${certificateId}::uuid))`)
    .where(({ or, eb }) => or([eb('entry.certificate_id', '=', certificateId), done]))
    .where('entry.reason', '<>', 'ordered')
    .execute();
  return z.array(formerEntry).parse(rows);
}
