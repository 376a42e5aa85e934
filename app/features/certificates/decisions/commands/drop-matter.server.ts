import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { lockMatter, type Locked } from '../matters.server.ts';
import { isAsked, isOver } from '../rules.ts';
import { putBefore } from './open-matter.server.ts';

type House = Pick<Scope, 'db'> & { now: Date };
const actor = { kind: 'system' } as const;

/** What the applicant took back is not decided any more. */
export const dropMatters = ({ db, now }: House, applicationId: string) =>
  db.transaction().execute(async (trx) => {
    const open = await trx
      .selectFrom('decision_matter')
      .select('id')
      .where('application_id', '=', applicationId)
      .where('kind', 'in', ['initial', 'abandoned_audit'])
      .where('state', '=', 'open')
      .execute();
    for (const { id } of open) {
      const locked = await lockMatter(trx, id);
      if (locked?.matter.state === 'open') await drop(trx, locked, now);
    }
    return ok(open.length);
  });

/** A certificate changed: matters about it that have lost their object leave the panel. */
export const dropEnded = ({ db, now }: House, matterId: string) =>
  db.transaction().execute(async (trx) => {
    const locked = await lockMatter(trx, matterId);
    if (locked?.matter.state !== 'open') return refuse('matter_dropped');
    const asked = isAsked(locked.matter, now);
    if (asked.ok || !isOver(asked.refusal)) return refuse('still_asked');
    return ok(await endMatter(trx, locked, now));
  });

/** Ends a matter without an object. A certificate that expired while its renewal waited may still be restored by it. */
export async function endMatter(trx: Transaction<Database>, locked: Locked, now: Date) {
  await drop(trx, locked, now);
  const { certificateId, auditId, appealId, matter, warranted } = locked;
  if (matter.kind !== 'recertification' || certificateId === null || auditId === null) return undefined;
  const restoring = { ...matter, kind: 'restoration' as const };
  if (!isAsked(restoring, now).ok) return undefined;
  const asked = {
    kind: restoring.kind,
    applicationId: warranted.id,
    of: { certificateId, auditId, ...(appealId !== null && { appealId }) },
    about: '',
  };
  return putBefore(trx, asked, { actor, now });
}

async function drop(trx: Transaction<Database>, { id, matter, warranted }: Locked, now: Date) {
  await trx
    .updateTable('decision_matter')
    .set({ state: 'dropped', closed_at: now })
    .where('id', '=', id)
    .execute();
  const related = [warranted.id, warranted.organisation_id];
  await recordEvent(trx, { actor, now, subject: id, related }, 'decision.matter_dropped', {
    kind: matter.kind,
  });
}
