import { recordEvent } from '#app/events/record.server.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onCase } from '../../complaints/commands/on-case.server.ts';
import { findCase } from '../case.server.ts';
import { mayWitness, mayWork, type Caseworker, type Witness } from '../policy.ts';
import * as rules from '../rules.ts';

/** Asks a second person to let one into somebody else's case. */
export const askForAccess = ({ db, actor, now }: Scope<Caseworker>, complaintId: string, reason: string) =>
  onCase({ db, now }, complaintId, async ({ trx, complaint }) => {
    if (!mayWork(actor)) return refuse('forbidden');
    const found = await findCase({ db: trx, actor, now }, complaint.number);
    if (!found) return refuse('not_found');
    const decision = rules.askToOpen(found);
    if (!decision.ok) return decision;
    await trx
      .insertInto('complaint_access')
      .values({ complaint_id: complaint.id, asked_by: actor.accountId, asked_at: now, reason })
      .execute();
    await recordEvent(trx, { actor, now, subject: complaint.id }, 'complaint.access_asked', {});
    return ok(undefined);
  });

/** The second person's answer: for a day, or not. */
export const answerAccess = ({ db, actor, now }: Scope<Witness>, requestId: string, granted: boolean) =>
  db.transaction().execute(async (trx) => {
    if (!mayWitness(actor)) return refuse('forbidden');
    const asked = await trx
      .selectFrom('complaint_access')
      .select(['id', 'complaint_id', 'asked_by', 'answered_at'])
      .where(isId('id', requestId))
      .forUpdate()
      .executeTakeFirst();
    if (!asked) return refuse('not_found');
    const request = { askedBy: asked.asked_by, answered: asked.answered_at !== null };
    const decision = rules.answerAsked(request, actor.accountId);
    if (!decision.ok) return decision;
    await trx
      .updateTable('complaint_access')
      .set({
        ...{ answered_by: actor.accountId, answered_at: now, granted },
        until_at: granted ? new Date(now.getTime() + rules.openHours * 3_600_000) : null,
      })
      .where('id', '=', asked.id)
      .execute();
    const fact = { actor, now, subject: asked.complaint_id };
    await recordEvent(trx, fact, 'complaint.access_answered', { granted });
    return ok(undefined);
  });
