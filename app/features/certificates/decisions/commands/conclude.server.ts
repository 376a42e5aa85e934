import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { carryOut, refuseAsked, type Warrant } from '../../outcomes.server.ts';
import type { Locked } from '../matters.server.ts';
import type { Condition } from '../model.ts';

/** Takes the whole transaction back: what the panel granted cannot be done as it was asked. */
export class NotDone extends Error {
  constructor(readonly refusal: string) {
    super(`What was granted cannot be done: ${refusal}`);
  }
}

type Settled = {
  outcome: 'granted' | 'refused' | 'returned';
  conditions?: Condition[];
  votes: { vote: string; reasons: string }[];
  reference: string;
};

/** The decision that the votes made, and what follows from it, at once. */
export async function conclude(
  trx: Transaction<Database>,
  scope: Scope<Decider>,
  locked: Locked,
  { outcome, conditions = [], votes, reference }: Settled,
) {
  const { actor, now } = scope;
  const { warranted: application, matter } = locked;
  // What the recruiter reads: the reasons of those whose votes carried it.
  const carried = votes.filter(({ vote }) => (vote === 'refuse') === (outcome === 'refused'));
  const reasons = carried.map((one) => one.reasons).join('\n\n');
  const { id: decisionId } = await trx
    .insertInto('certification_decision')
    .values({
      ...{ matter_id: locked.id, kind: matter.kind, application_id: application.id },
      organisation_id: application.organisation_id,
      organisation_name: locked.recruiter,
      application_reference: locked.reference,
      ...{ outcome, reasons },
      ...{ decided_by: actor.accountId, decided_at: now, package_sha256: reference },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (conditions.length > 0) await setConditions(trx, decisionId, conditions);
  await trx
    .updateTable('decision_matter')
    .set({ state: 'decided', closed_at: now })
    .where('id', '=', locked.id)
    .execute();
  const related = [application.id, application.organisation_id];
  const told = { outcome, kind: matter.kind, conditions: conditions.length };
  await recordEvent(trx, { actor, now, subject: decisionId, related }, 'decision.made', told);
  const warrant = warrantOf(locked, { actor, now, decisionId, reasons });
  const done = outcome === 'granted' ? await carryOut(trx, warrant) : await refuseAsked(trx, warrant);
  if (!done.ok) throw new NotDone(done.refusal);
}

type Decided = { actor: Decider; now: Date; decisionId: string; reasons: string };

function warrantOf({ matter, warranted, certificateId, requestId }: Locked, decided: Decided): Warrant {
  const { kind } = matter;
  if (kind === 'initial' || kind === 'abandoned_audit' || certificateId === null)
    return { kind: 'initial', application: warranted, ...decided };
  if (kind !== 'scope_extension') return { kind, certificateId, ...decided };
  if (requestId === null) throw new Error(`Nobody asked for the wider scope of certificate ${certificateId}`);
  return { kind, certificateId, requestId, ...decided };
}

const setConditions = (trx: Transaction<Database>, decisionId: string, conditions: readonly Condition[]) =>
  trx
    .insertInto('decision_condition')
    .values(
      conditions.map(({ text, dueOn, owner }) => ({ decision_id: decisionId, text, due_on: dueOn, owner })),
    )
    .execute();
