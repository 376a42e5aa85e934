import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';
import type { Officer, Actor, Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { isTied } from '#db/has-tie.ts';

import { about, onAudit } from '../../commands/on-audit.server.ts';
import type { ReasonForm } from '../../forms.ts';
import { issueFindings } from '../../findings/commands/issue-findings.server.ts';
import { isHouse, mayLead } from '../../policy.ts';
import type { AbortForm } from '../forms.ts';
import { isApplicationOver } from '../queries.server.ts';
import { abort, closeAbandoned as closes, recordRefusal as records } from '../rules.ts';

/** The recruiter, told of the audit, does not let it happen. */
export const recordRefusal = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const outcome = records(audit);
    if (!outcome.ok) return outcome;
    const { state } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, refused_at: scope.now, refusal_note: reason })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.refused_by_auditee', {});
    return outcome;
  });

export const abortAudit = (scope: Scope, id: string, { reason, note }: AbortForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const outcome = abort(audit, reason);
    if (!outcome.ok) return outcome;
    const { state, abortReason } = outcome.value;
    await trx
      .updateTable('audit')
      .set({ state, aborted_at: scope.now, abort_reason: abortReason, abort_note: note })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.aborted', { reason });
    // No report comes that would tell of them: what was found by then is told now.
    await issueFindings(trx, scope, audit);
    return outcome;
  });

const isOfficer = (actor: Actor): actor is Officer => actor.kind === 'officer';

/** Ends it once nothing of an application is to be decided; what it means for a certificate is decided elsewhere. */
export const closeAbandoned = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onAudit(scope, id, isOfficer, async ({ trx, audit, actor: { accountId } }) => {
    const tied = await isTied(trx, accountId, audit.organisationId, dayOf(scope.now));
    const before = (await putOf(trx, audit.id)) === 'open';
    const decided = await isApplicationOver(trx, audit.applicationId);
    const outcome = closes(audit, { tied, before, decided });
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('audit')
      .set({
        state: outcome.value.state,
        closed_at: scope.now,
        follow_up_note: reason,
        followed_up_by: accountId,
      })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.closed', {});
    return outcome;
  });

/** What the panel said of it follows at once; nobody is asked again. */
export const closeByPanel = (scope: Scope & { actor: System }, id: string) =>
  onAudit(scope, id, isHouse, async ({ trx, audit }) => {
    if ((await putOf(trx, audit.id)) !== 'decided') return refuse('not_decided');
    const outcome = closes(audit, { tied: false, before: false, decided: true });
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('audit')
      .set({ state: outcome.value.state, closed_at: scope.now })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.closed', {});
    return outcome;
  });

/** How an audit stands with the panel that was put before it. */
const putOf = async (trx: Transaction<Database>, auditId: string) =>
  (
    await trx
      .selectFrom('decision_matter')
      .select('state')
      .where('audit_id', '=', auditId)
      .where('kind', '=', 'abandoned_audit')
      .orderBy('opened_at', 'desc')
      .executeTakeFirst()
  )?.state;
