import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about } from '../commands/on-finding.server.ts';
import type { CapReturned, Finding } from '../model.ts';
import { regrade } from '../regrading/rules.ts';
import { writeGrade } from '../regrading/write-grade.server.ts';
import { ladder } from './rules.ts';

type Cause =
  | { cause: 'late'; clock: Missed['clock']; due_on: Day; remedy_due_on: Day | null }
  | { cause: 'returned'; round: number; escalated_by: string };

/** One rung up: a minor finding becomes major, its clocks beginning today; graver ones reach the certificate. */
export async function escalate(
  trx: Transaction<Database>,
  scope: Pick<Scope, 'actor' | 'now'>,
  finding: Finding,
  cause: Cause,
) {
  if (finding.grade === 'observation') return;
  const [from, to] = [finding.grade, ladder[finding.grade]];
  await trx
    .insertInto('finding_escalation')
    .values({ finding_id: finding.id, from_grade: from, to_step: to, escalated_at: scope.now, ...cause })
    .execute();
  if (to === 'major') {
    const { state } = finding;
    if (state === 'verified' || state === 'closed' || state === 'withdrawn') return;
    await writeGrade(trx, finding.id, regrade(finding, to, finding.terms.findings, dayOf(scope.now)));
  }
  await recordEvent(trx, about(scope, finding), 'finding.escalated', { from, to });
}

/** `remedyDueOn`: the day its workers have from then on, where theirs was missed and another follows. */
type Missed = { clock: 'contain' | 'plan' | 'close' | 'remedy'; dueOn: Day; remedyDueOn?: Day | null };

/** A day that its recruiter missed is told, and the finding goes one rung up for it. */
export async function escalateMissed(
  trx: Transaction<Database>,
  scope: Pick<Scope, 'actor' | 'now'>,
  finding: Finding,
  { clock, dueOn, remedyDueOn = null }: Missed,
) {
  await recordEvent(trx, about(scope, finding), 'finding.overdue', { clock, dueOn });
  await escalate(trx, scope, finding, {
    ...{ cause: 'late', clock, due_on: dueOn },
    remedy_due_on: remedyDueOn,
  });
}

/** Plans come back so many times; what is returned once more is also escalated. */
export async function escalateReturned(
  trx: Transaction<Database>,
  scope: Pick<Scope, 'actor' | 'now'>,
  finding: CapReturned,
  escalatedBy: string,
) {
  if (finding.returns <= finding.terms.correctiveAction.mostReturns) return;
  await escalate(trx, scope, finding, { cause: 'returned', round: finding.plans, escalated_by: escalatedBy });
}
