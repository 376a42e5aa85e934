import { verifyEvidence } from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';

import type { VerifyForm } from '#app/features/audits/findings/verification/forms.ts';
import { dayOf } from '#app/platform/calendar.ts';

import { containFinding } from '#app/features/audits/findings/containment/commands.server.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';

import { shownOf } from './documents.ts';
import { done, now, type Engagement } from './audits.ts';
import { approvedReviewer } from './auditors.ts';

export const containment = {
  containment: 'The clinic was told to stop charging; the workers were paid back.',
};
export const correctiveAction = {
  rootCause: 'Nobody checked the sub-agent.',
  correction: 'Workers are paid back in full.',
  correctiveAction: 'The sub-agent’s contract forbids it.',
  preventiveAction: 'All agents are asked each quarter.',
  remedyToWorkers: 'Each gets back what she paid, and is asked by telephone.',
  owner: 'Mina Rai',
  targetOn: '2026-04-30',
};
export const evidence = { description: 'Receipts of the repayments, signed by the workers.' };

/** The recruiter stops the harm, with what shows it. */
export const contained = (scope: Scope<Recruiter>, finding: string) =>
  containFinding(scope, finding, containment, shownOf(scope));
/** The lead auditor believes it. */
export const believed = { round: 1, outcome: 'contained' } as const;

const none = { documents: [], place: undefined, confirmed: undefined, affected: undefined };
const ways = {
  desk: none,
  on_site: { ...none, place: 'Head office, Kathmandu' },
  worker_confirmed: { ...none, confirmed: 2, affected: 2 },
};
/** What was seen of a correction, on the day of `at`; at the desk, in which documents is for the test to say. */
export const seen = (method: VerifyForm['method'], round = 1, at = now): VerifyForm => ({
  ...{ round, method, seen: 'The new schedule hangs in both offices.', seenOn: dayOf(at) },
  ...ways[method],
});
/** What the second person relied on. */
export const closing = { words: 'What was seen on site, and the receipts of both workers.' };

/** A finding answered by its recruiter and verified by the lead auditor. */
export async function verified({ as, recruiter, lead }: Engagement, finding: string) {
  done(await submitPlan(as(recruiter), finding, correctiveAction));
  done(await acceptPlan(as(lead), finding, { round: 1 }));
  done(await submitEvidence(as(recruiter), finding, evidence));
  done(await verifyEvidence(as(lead), finding, seen('on_site')));
}

/** Gives an account the reviewer's role in the same body, too. */
export async function anotherReviewer({ db, body }: Engagement, accountId: string) {
  const row = {
    account_id: accountId,
    organisation_id: body.id,
    organisation_kind: body.kind,
    role: 'reviewer',
  };
  await db
    .insertInto('membership')
    .values({ ...row, created_at: now })
    .execute();
  await approvedReviewer({ db, now }, body.id, accountId);
  return { kind: 'reviewer' as const, accountId, organisationId: body.id };
}
