import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onCase, writeEntry, type OnCase } from '../../complaints/commands/on-case.server.ts';
import { isOver } from '../../complaints/rules.ts';
import { caseOfDisclosed } from '../disclosed.server.ts';
import { mayRespond, type Addressed } from '../policy.ts';
import * as rules from '../rules.ts';

/** Answers what a caseworker wrote for one's own organisation. */
export async function respondTo({ db, actor, now }: Scope<Addressed>, entryId: string, text: string) {
  const told = await caseOfDisclosed({ db, actor, now }, entryId);
  if (!told) return refuse('not_found');
  return onCase({ db, now }, told.complaintId, async (on) => {
    const { trx, complaint } = on;
    if (!mayRespond(actor)) return refuse('forbidden');
    // Consent may have been taken back since.
    if (!(await caseOfDisclosed({ db: trx, actor, now }, entryId))) return refuse('not_found');
    const answers = await answersTo(on, entryId);
    const decision = rules.respond({ over: isOver(complaint.state), answers });
    if (!decision.ok) return decision;
    await writeEntry(on, { kind: 'response', ofEntry: entryId, by: actor.accountId, said: { text } });
    await recordEvent(trx, { actor, now, subject: complaint.id }, 'complaint.responded', {});
    return ok(undefined);
  });
}

async function answersTo({ trx, complaint }: OnCase, entryId: string) {
  const { count } = await trx
    .selectFrom('complaint_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('complaint_id', '=', complaint.id)
    .where('of_entry', '=', entryId)
    .executeTakeFirstOrThrow();
  return count;
}
