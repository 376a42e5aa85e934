import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import { refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { orderable } from '../rules.ts';
import { listNewlyLate, lockPromised } from './queries.server.ts';
import { beNotHeld } from './rules.ts';

const actor = { kind: 'system' } as const;
type House = Pick<Scope, 'db' | 'now'>;

/** Tells once of each audit of a programme that was not held by its last day, scheduled or not. */
export const tellNotHeld = (house: House) =>
  oneByOne(
    inBatches((after) => listNewlyLate(house.db, { today: dayOf(house.now), after })),
    (id) => tell(house, id),
  );

const tell = ({ db, now }: House, id: string) =>
  db.transaction().execute(async (trx) => {
    const entry = await lockPromised(trx, id);
    if (!entry) return refuse('not_found');
    const today = dayOf(now);
    const { type, dueOn, status, validUntil, droppedAt, auditBodyId } = entry;
    const inForce = droppedAt === null && orderable(status) && validUntil >= today;
    const outcome = beNotHeld({ ...entry, inForce }, today);
    if (!outcome.ok) return outcome;
    await trx.updateTable('audit_programme_entry').set({ late_told_at: now }).where('id', '=', id).execute();
    // Not about the recruiter: its own timeline would tell what the notice type keeps.
    const about = { subject: id, related: [auditBodyId] };
    await recordEvent(trx, { actor, now, ...about }, 'audit.not_held', { entryId: id, type, dueOn });
    return outcome;
  });
