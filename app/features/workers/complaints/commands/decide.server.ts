import { recordEvent } from '#app/events/record.server.ts';
import type { Actor } from '#app/platform/scope.ts';

import type { ComplaintState } from '../model.ts';
import { dueAt, eraseOn } from '../rules.ts';
import { reasonsAt, sealIn } from '../sealing.server.ts';
import type { OnCase } from './on-case.server.ts';

export type Routed = 'recruiter' | 'audit_body' | 'scheme' | 'authority' | 'organisation';
export type Outcome = 'substantiated' | 'partly_substantiated' | 'not_substantiated' | 'unresolved';

type Decided = {
  to: ComplaintState;
  actor: Actor;
  /** Sealed; given by whoever has an account, and by nobody else. */
  reasons?: string;
  routedTo?: Routed;
  byNecessity?: boolean;
  outcome?: Outcome;
  /** What else the step changes in the case itself. */
  set?: {
    danger?: boolean;
    child?: boolean;
    reprisal?: boolean;
    severe?: boolean;
    organisation_id?: string | null;
  };
};

/** Writes a step that the rules allow: the decision, the state and its clock, and the fact. */
export async function decide({ trx, now, complaint }: OnCase, decided: Decided) {
  const { to, actor, reasons, routedTo, outcome } = decided;
  const position = await nextPosition(trx, complaint.id);
  const by = 'accountId' in actor ? actor.accountId : null;
  await trx
    .insertInto('complaint_decision')
    .values({
      ...{ complaint_id: complaint.id, position, from_state: complaint.state, to_state: to },
      ...{ decided_at: now, decided_by: by, by_necessity: decided.byNecessity ?? false },
      reasons: by === null ? null : await sealIn(reasonsAt(complaint.id, position), reasons ?? ''),
      ...{ routed_to: routedTo ?? null, outcome: outcome ?? null },
    })
    .execute();
  const severe = decided.set?.severe ?? complaint.severe;
  await trx
    .updateTable('complaint')
    .set({
      ...decided.set,
      ...{ state: to, since: now, due_at: dueAt(to, { since: now, severe }), late_told_at: null },
      erase_on: eraseOn(to, now),
    })
    .where('id', '=', complaint.id)
    .execute();
  const fact = { actor, now, subject: complaint.id };
  await recordEvent(trx, fact, 'complaint.moved', { from: complaint.state, to });
}

async function nextPosition(trx: OnCase['trx'], complaintId: string) {
  const last = await trx
    .selectFrom('complaint_decision')
    .select('position')
    .where('complaint_id', '=', complaintId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (last?.position ?? 0) + 1;
}
