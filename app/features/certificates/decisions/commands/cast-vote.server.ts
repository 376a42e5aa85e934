import { sql, type Transaction } from 'kysely';
import pg from 'pg';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { carryOut } from '../../outcomes.server.ts';
import type { VoteForm } from '../forms.ts';
import { countedVotes, openPoints, type Locked } from '../matters.server.ts';
import type { Condition } from '../model.ts';
import * as rules from '../rules.ts';
import { about, onMatter } from './on-matter.server.ts';

/** A vote of the panel; the one that settles the matter decides and carries out in the same transaction. */
export async function castVote(scope: Scope<Decider>, id: string, form: VoteForm) {
  const cast = onMatter(scope, id, async ({ trx, locked, member, package: reference }) => {
    const laid = { package: reference, open: await openPoints(trx, locked.id) };
    const allowed = rules.castVote({ matter: locked.matter, member, laid }, form, scope.now);
    if (!allowed.ok) return allowed;
    await keepPackage(trx, locked.id, scope.now);
    await trx
      .insertInto('decision_vote')
      .values({
        matter_id: locked.id,
        account_id: scope.actor.accountId,
        meeting_id: locked.meetingId,
        vote: form.vote,
        reasons: form.reasons,
        points: JSON.stringify(form.points),
        conditions: JSON.stringify(form.conditions),
        package_sha256: reference,
        cast_at: scope.now,
      })
      .execute();
    await recordEvent(trx, about(scope, locked), 'decision.vote_cast', { vote: form.vote });
    const votes = await countedVotes(trx, locked.id, scope.now);
    const outcome = rules.outcomeOf(votes, locked.matter.quorum);
    if (outcome.state === 'decided') await conclude(trx, scope, locked, { ...outcome, votes, reference });
    return ok(outcome);
  });
  return cast.catch((error: unknown) => {
    const bar = error instanceof pg.DatabaseError && /does not decide: (\w+)/.exec(error.message);
    // Somebody may have joined the audit since the rule looked: the database has the last word.
    if (bar) return refuse(bar[1] ?? 'forbidden');
    throw error;
  });
}

/** What lies before the panel, under its own hash; kept once, however many vote on it. */
const keepPackage = (trx: Transaction<Database>, id: string, now: Date) =>
  sql`insert into decision_package (sha256, matter_id, content, kept_at)
    select encode(sha256(convert_to(content, 'UTF8')), 'hex'), ${id}::uuid, content, ${now}
    from (select decision_package_text(${id}::uuid) as content) laid on conflict do nothing`.execute(trx);

type Settled = {
  outcome: 'granted' | 'refused';
  conditions?: Condition[];
  votes: { vote: string; reasons: string }[];
  reference: string;
};

async function conclude(
  trx: Transaction<Database>,
  scope: Scope<Decider>,
  locked: Locked,
  { outcome, conditions = [], votes, reference }: Settled,
) {
  const { actor, now } = scope;
  const { warranted: application, matter } = locked;
  // What the recruiter reads: the reasons of those whose votes carried it.
  const carried = votes.filter(({ vote }) => (vote === 'refuse') === (outcome === 'refused'));
  const { id: decisionId } = await trx
    .insertInto('certification_decision')
    .values({
      ...{ matter_id: locked.id, kind: matter.kind, application_id: application.id },
      organisation_id: application.organisation_id,
      organisation_name: locked.recruiter,
      application_reference: locked.reference,
      outcome,
      reasons: carried.map(({ reasons }) => reasons).join('\n\n'),
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
  const fact = { actor, now, subject: decisionId, related: [application.id, application.organisation_id] };
  const told = { outcome, kind: matter.kind, conditions: conditions.length };
  await recordEvent(trx, fact, 'decision.made', told);
  if (outcome !== 'granted') return;
  const done = await carryOut(trx, { kind: 'initial', actor, now, application, decisionId });
  if (!done.ok) throw new Error(`Decision ${decisionId} cannot be carried out: ${done.refusal}`);
}

const setConditions = (trx: Transaction<Database>, decisionId: string, conditions: readonly Condition[]) =>
  trx
    .insertInto('decision_condition')
    .values(
      conditions.map(({ text, dueOn, owner }) => ({ decision_id: decisionId, text, due_on: dueOn, owner })),
    )
    .execute();
