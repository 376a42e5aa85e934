import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { Audit } from '../../model.ts';
import { clocksOf, listRaised, listStandings } from '../queries.server.ts';
import { issue, type Standing } from '../rules.ts';
import { about } from './on-finding.server.ts';

/**
 * Part of the final report, in its transaction: all raised findings are issued and their clocks start. Answers with how
 * all findings stand, those that were told before included.
 */
export async function issueFindings(
  trx: Transaction<Database>,
  scope: Scope,
  audit: Audit,
): Promise<Standing[]> {
  const clocks = await clocksOf(trx, audit.schemeVersionId);
  for (const finding of await listRaised(trx, audit.id, scope.now)) {
    const outcome = issue(finding, clocks, dayOf(scope.now));
    if (!outcome.ok) continue;
    const { id, state, grade, planDueOn, closeDueOn } = outcome.value;
    await trx
      .updateTable('finding')
      .set({ state, issued_at: scope.now, plan_due_on: planDueOn, close_due_on: closeDueOn })
      .set({ contain_due_on: outcome.value.state === 'issued' ? outcome.value.containDueOn : null })
      .where('id', '=', id)
      .execute();
    await recordEvent(trx, about(scope, finding), 'finding.issued', { grade });
  }
  const standings = await listStandings(trx, audit.id);
  return standings.filter(({ state }) => state !== 'withdrawn');
}

type Place = Parameters<typeof about>[1];

/** A critical finding does not wait for the report: its recruiter reads it, is mailed and has to stop the harm. */
export async function tellAtOnce(trx: Transaction<Database>, scope: Scope, place: Place) {
  await recordEvent(trx, about(scope, place), 'finding.issued', { grade: 'critical' });
  await recordEvent(trx, about(scope, place), 'finding.told_at_once', {});
}
