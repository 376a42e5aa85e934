import { sql } from 'kysely';
import { z } from 'zod';

import type { Decider, Scope } from '#app/platform/scope.ts';

import { matterKinds, voteChoices } from './model.ts';

const kind = z.enum(matterKinds);

const afterAppeal = sql<boolean>`num_nonnulls(decision_matter.appeal_id, decision_matter.application_appeal_id) > 0`;

/**
 * What the panel has before it, the soonest due at the top; an application that left it is left out. `barred`: an appeal
 * brought it back, and this member had a part in what it overturned, or another that keeps them from it.
 */
export async function listOpen({ db, actor, now }: Scope<Decider>) {
  const rows = await db
    .selectFrom('decision_matter')
    .innerJoin('application', 'application.id', 'decision_matter.application_id')
    .innerJoin('organisation', 'organisation.id', 'decision_matter.organisation_id')
    .leftJoin('organisation as body', 'body.id', 'application.audit_body_id')
    .leftJoin('decision_meeting', 'decision_meeting.id', 'decision_matter.meeting_id')
    .leftJoin('certificate', 'certificate.id', 'decision_matter.certificate_id')
    .select('certificate.number as certificate')
    .select(['decision_matter.id', 'decision_matter.kind', 'decision_matter.due_on as dueOn'])
    .select(['decision_meeting.closes_at as closesAt', 'decision_meeting.closed_at as closedAt'])
    .select(['application.reference', 'organisation.name as recruiter', 'organisation.country'])
    .select('body.name as auditBody')
    .select(afterAppeal.as('again'))
    // The same question the constraint on votes asks; of what came for the first time the matter's page asks it.
    .select(
      sql<boolean>`${afterAppeal} and bar_to_vote(decision_matter.id, ${actor.accountId}::uuid, ${now}) is not null`.as(
        'barred',
      ),
    )
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('decision_vote')
          .select('decision_vote.id')
          .whereRef('decision_vote.matter_id', '=', 'decision_matter.id')
          .where('decision_vote.account_id', '=', actor.accountId),
      ).as('voted'),
    )
    .where('decision_matter.state', '=', 'open')
    .where(({ or, eb }) =>
      or([eb('decision_matter.kind', '<>', 'initial'), eb('application.state', '=', 'decision_pending')]),
    )
    .orderBy('decision_matter.due_on')
    .orderBy('decision_matter.id')
    .limit(100)
    .execute();
  return rows.map(({ voted, ...row }) => ({ ...row, kind: kind.parse(row.kind), voted: voted === true }));
}

/** Why a vote on something that is not decided yet counts no more, or did not count when it was. */
const lost = z.enum(['package_changed', 'left_panel', 'barred']).nullable();

/** Votes on a matter, for those who cast theirs already or read what was decided: nobody leans on another's vote. */
export async function listVotes({ db, now }: Scope<Decider>, matterId: string) {
  const rows = await db
    .selectFrom('decision_vote')
    .innerJoin('account', 'account.id', 'decision_vote.account_id')
    .innerJoin('decision_matter as matter', 'matter.id', 'decision_vote.matter_id')
    .leftJoin('certification_decision as decision', 'decision.matter_id', 'matter.id')
    .select(['decision_vote.id', 'account.name', 'decision_vote.vote', 'decision_vote.reasons'])
    .select('decision_vote.cast_at as castAt')
    // What the count of votes asks; once it is decided, the package it was decided on says it alone.
    .select(
      sql<string | null>`case
        when decision_vote.package_sha256 <> coalesce(decision.package_sha256, decision_package_sha256(matter.id)) then 'package_changed'
        when matter.state <> 'open' then null
        when not exists (select 1 from membership where account_id = decision_vote.account_id and role = 'decider') then 'left_panel'
        when not still_counts(matter.id, decision_vote.account_id, ${now}) then 'barred' end`.as('lost'),
    )
    .where('decision_vote.matter_id', '=', matterId)
    .orderBy('cast_at')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ...row,
    vote: z.enum(voteChoices).parse(row.vote),
    lost: lost.parse(row.lost),
  }));
}
