import { sql, type Transaction } from 'kysely';
import pg from 'pg';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { barToGrant } from '../../ground.server.ts';
import type { VoteForm } from '../forms.ts';
import { countedVotes, openPoints } from '../matters.server.ts';
import * as rules from '../rules.ts';
import { conclude, NotDone } from './conclude.server.ts';
import { endMatter } from './drop-matter.server.ts';
import { onMatter } from './on-matter.server.ts';

/** A vote of the panel; the one that settles the matter decides and carries out in the same transaction. */
export async function castVote(scope: Scope<Decider>, id: string, form: VoteForm) {
  const cast = onMatter(scope, id, async ({ trx, locked, member, package: reference }) => {
    const laid = {
      ...{ package: reference, open: await openPoints(trx, locked.id) },
      bar: await barToGrant(trx, locked.id, dayOf(scope.now)),
    };
    const allowed = rules.castVote({ matter: locked.matter, member, laid }, form, scope.now);
    if (!allowed.ok) {
      if (rules.isOver(allowed.refusal)) await endMatter(trx, locked, scope.now);
      return allowed;
    }
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
    // That somebody voted, for the audit trail; how, and on what, nobody reads before the panel decided.
    const { actor, now } = scope;
    await recordEvent(trx, { actor, now, subject: locked.id }, 'decision.vote_cast', {});
    const votes = await countedVotes(trx, locked.id, scope.now);
    const outcome = rules.outcomeOf(votes, locked.matter.quorum);
    if (outcome.state === 'decided') await conclude(trx, scope, locked, { ...outcome, votes, reference });
    return ok(outcome);
  });
  return cast.catch((error: unknown) => {
    if (error instanceof NotDone) return refuse(error.refusal);
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
