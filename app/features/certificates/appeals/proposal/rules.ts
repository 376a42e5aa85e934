import { ok, refuse } from '#app/platform/result.ts';

import type { Appeal, Outcome } from '../model.ts';
import { decide, type Person } from '../rules.ts';

/** What somebody proposed and nobody answered yet; `bar`: what keeps them from appeals by now. */
export type Proposal = { round: number; outcome: Outcome; reasons: string; by: string; bar: string | null };

/** One proposal at a time: of two at once the second reads the first. */
export function propose(appeal: Appeal, person: Person, open: Proposal | undefined) {
  const free = decide(appeal, person);
  if (!free.ok) return free;
  return open ? refuse('proposal_waits') : ok({ proposed: true });
}

type Second = { accountId: string; round: number };

/** By somebody else, who had no part in it either, of the proposal they read. */
function answer(appeal: Appeal, person: Person, open: Proposal | undefined, { accountId, round }: Second) {
  const free = decide(appeal, person);
  if (!free.ok) return free;
  if (!open) return refuse('no_proposal');
  if (open.by === accountId) return refuse('own_proposal');
  return open.round === round ? ok(open) : refuse('another_proposal');
}

/** Two people not involved agree, both of them free on the day it takes effect. */
export function confirm(appeal: Appeal, person: Person, open: Proposal | undefined, second: Second) {
  const answered = answer(appeal, person, open, second);
  if (!answered.ok) return answered;
  return answered.value.bar === null ? answered : refuse('proposer_not_free');
}

export const sendBack = answer;
