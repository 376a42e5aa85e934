import { untied } from '#app/events/mail-people.server.ts';
import { recordEvent } from '#app/events/record.server.ts';
import { isUnheld } from '#app/features/certificates/model.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { mayOrder } from '../policy.ts';
import { orderable } from '../rules.ts';
import type { MoreTimeForm } from './forms.ts';
import { findLateSurveillance, listNewlyLate, lockPromised } from './queries.server.ts';
import * as rules from './rules.ts';

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
    const { type, dueOn, auditBodyId } = entry;
    const outcome = rules.beNotHeld({ ...entry, inForce: isInForce(entry, today) }, today);
    if (!outcome.ok) return outcome;
    await trx.updateTable('audit_programme_entry').set({ late_told_at: now }).where('id', '=', id).execute();
    // Not about the recruiter: its own timeline would tell what the notice type keeps.
    const about = { subject: id, related: [auditBodyId] };
    await recordEvent(trx, { actor, now, ...about }, 'audit.not_held', { entryId: id, type, dueOn });
    return outcome;
  });

type Standing = { droppedAt: Date | null; status: string; validUntil: Day };

const isInForce = ({ droppedAt, status, validUntil }: Standing, today: Day) =>
  droppedAt === null && orderable(status) && validUntil >= today;

/** The audit body is late through no fault of the recruiter: its certificate waits for it until a day. */
export const giveMoreTime = ({ db, actor, now }: Scope, id: string, { until, reasons }: MoreTimeForm) =>
  db.transaction().execute(async (trx) => {
    if (!mayOrder(actor)) return refuse('forbidden');
    const late = await findLateSurveillance({ db: trx, actor, now }, id);
    const entry = late && (await lockPromised(trx, late.id));
    if (!entry) return refuse('not_found');
    const today = dayOf(now);
    const [one] = await untied(trx, [actor.accountId], { recruiter: entry.recruiterId, on: now });
    const waited = { ...entry, inForce: isInForce(entry, today), suspended: isUnheld(entry) };
    const outcome = rules.giveMoreTime({ ...waited, tied: one === undefined }, until, today);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('audit_programme_entry')
      .set({ more_time_until: until, more_time_reasons: reasons })
      .set({ more_time_by: actor.accountId, more_time_at: now })
      .where('id', '=', late.id)
      .execute();
    const about = { subject: late.id, related: [entry.auditBodyId] };
    await recordEvent(trx, { actor, now, ...about }, 'audit.more_time_given', { entryId: late.id, until });
    return ok({ certificateId: late.certificateId });
  });
