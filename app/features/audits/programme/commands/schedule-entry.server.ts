import { sql, type Transaction } from 'kysely';
import pg from 'pg';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { auditStates } from '../../model.ts';
import { isAuditorOf } from '../../policy.ts';
import { coverWith } from '../../team/abilities.server.ts';
import { assignTeam, formTeam, keepGap } from '../../team/commands/assign-team.server.ts';
import type { ScheduleEntryForm } from '../forms.ts';
import { orderable, scheduleEntry } from '../rules.ts';

/** From an entry of the programme to its audit. Whoever schedules it leads it; colleagues of the same body may join. */
export function scheduleProgrammeAudit(
  { db, actor, now }: Scope<Auditor>,
  entryId: string,
  { colleagues, gapReason }: ScheduleEntryForm,
) {
  const scheduled = db.transaction().execute(async (trx) => {
    const entry = await lockEntry(trx, entryId);
    if (!entry || !isAuditorOf(actor, entry.audit_body_id)) return refuse('not_found');
    const outcome = scheduleEntry(standing.parse(entry), dayOf(now));
    if (!outcome.ok) return outcome;
    const team = await formTeam(trx, entry, [actor.accountId, ...colleagues], now);
    if (!team.ok) return team;
    const covered = await coverWith(trx, entry, team.value, gapReason);
    if (!covered.ok) return covered;
    const { type, trigger, certificate_id, application_id, organisation_id, audit_body_id } = entry;
    const { id } = await trx
      .insertInto('audit')
      .values({
        ...{ type, trigger, certificate_id, application_id, organisation_id, audit_body_id },
        scheme_version_id: entry.scheme_version_id,
        state: 'scheduled',
        scheduled_at: now,
        scheduled_by: actor.accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx.updateTable('audit_programme_entry').set({ audit_id: id }).where('id', '=', entry.id).execute();
    await assignTeam(trx, id, team.value, now);
    await keepGap(trx, id, { ...covered.value, by: actor.accountId, now });
    const about = { subject: id, related: [application_id, organisation_id] };
    await recordEvent(trx, { actor, now, ...about }, 'audit.scheduled', { type });
    return ok({ id });
  });
  return scheduled.catch((error: unknown) => {
    // Another entry's audit of this kind has not ended yet.
    if (error instanceof pg.DatabaseError && error.constraint === 'audit_one_live')
      return refuse('another_running');
    throw error;
  });
}

const standing = z.object({
  droppedAt: z.date().nullable(),
  audit: z.object({ state: z.enum(auditStates), abandoned: z.boolean() }).nullable(),
  windowFrom: z.string(),
  standing: z.enum(['in_force', 'ended']),
});

const isEntry = (id: string) => isId('entry.id', id);

/** Two who schedule at once wait for each other at the entry's row, and read what hangs on it after the wait. */
async function lockEntry(trx: Transaction<Database>, id: string) {
  await trx
    .selectFrom('audit_programme_entry as entry')
    .select('entry.id')
    .where(isEntry(id))
    .forUpdate()
    .execute();
  const row = await trx
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .leftJoin('audit', 'audit.id', 'entry.audit_id')
    .select([
      'entry.id',
      'entry.type',
      'entry.trigger',
      'entry.certificate_id',
      'entry.window_from as windowFrom',
    ])
    .select(['entry.dropped_at as droppedAt', 'audit.state', 'certificate.status'])
    .select(sql<boolean>`num_nonnulls(audit.aborted_at, audit.refused_at) > 0`.as('abandoned'))
    .select(['certificate.application_id', 'certificate.organisation_id', 'certificate.audit_body_id'])
    .select('certificate.scheme_version_id')
    .where(isEntry(id))
    .executeTakeFirst();
  if (!row) return undefined;
  const { state, abandoned, ...entry } = row;
  const audit = state === null ? null : { state, abandoned };
  return { ...entry, audit, standing: orderable(row.status) ? 'in_force' : 'ended' };
}
