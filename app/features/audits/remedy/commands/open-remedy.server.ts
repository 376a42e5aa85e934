import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { onFinding } from '../../findings/commands/on-finding.server.ts';
import { mayAudit } from '../../policy.ts';
import type { OpenForm } from '../forms.ts';
import { openRemedy as opens } from '../rules.ts';
import { aboutRemedy, lineOf } from './on-remedy.server.ts';

/** The team says how many workers were harmed; the days run from then, or from when the recruiter was told, if that is later. */
export const openRemedy = (scope: Scope, findingId: string, { workers, happenedOn, note }: OpenForm) =>
  onFinding(scope, findingId, mayAudit, async ({ trx, finding, actor }) => {
    const today = dayOf(scope.now);
    const outcome = opens(finding, today);
    if (!outcome.ok) return outcome;
    if (happenedOn > today) return refuse('not_yet');
    const { dueOn } = outcome.value;
    const { id } = await trx
      .insertInto('remedy')
      .values({ finding_id: finding.id, due_on: dueOn, opened_at: scope.now, opened_by: actor.accountId })
      .returning('id')
      .executeTakeFirstOrThrow();
    const line = { remedyId: id, happenedOn, note, by: actor.accountId, now: scope.now };
    await trx
      .insertInto('remedy_entry')
      .values({ ...lineOf(line, 'affected'), workers })
      .execute();
    const fact = { findingId: finding.id, dueOn };
    await recordEvent(trx, aboutRemedy(scope, finding, id), 'remedy.opened', fact);
    return ok({ id });
  });
