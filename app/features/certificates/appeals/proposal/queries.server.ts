import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import { standingOf } from '../appeal.server.ts';
import type { Proposal } from './rules.ts';

const outcome = z.enum(['upheld', 'dismissed']);
const answer = z.enum(['confirmed', 'sent_back']).nullable();

/** The proposal that waits for a second person, and how its author stands to the appeal by now. */
export async function findOpenProposal(
  db: Kysely<Database>,
  appealId: string,
  now: Date,
): Promise<Proposal | undefined> {
  const row = await db
    .selectFrom('certificate_appeal_proposal')
    .select(['round', 'outcome', 'reasons', 'proposed_by as by'])
    .where('appeal_id', '=', appealId)
    .where('answer', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { bar } = await standingOf(db, appealId, { accountId: row.by, now });
  return { ...row, outcome: outcome.parse(row.outcome), bar };
}

/** Everything proposed of an appeal and what became of it, the latest first. */
export async function listProposals(db: Kysely<Database>, appealId: string) {
  const rows = await db
    .selectFrom('certificate_appeal_proposal as proposal')
    .innerJoin('account as author', 'author.id', 'proposal.proposed_by')
    .leftJoin('account as second', 'second.id', 'proposal.answered_by')
    .select(['proposal.round', 'proposal.outcome', 'proposal.reasons', 'proposal.proposed_by as by'])
    .select(['author.name as author', 'proposal.proposed_at as proposedAt', 'proposal.answer'])
    .select(['second.name as second', 'proposal.answered_at as answeredAt'])
    .select('proposal.answer_reasons as answerReasons')
    .where('proposal.appeal_id', '=', appealId)
    .orderBy('proposal.round', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    ...row,
    outcome: outcome.parse(row.outcome),
    answer: answer.parse(row.answer),
  }));
}
