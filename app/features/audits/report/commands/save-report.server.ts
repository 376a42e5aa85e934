import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { about, onAudit } from '../../commands/on-audit.server.ts';
import { mayLead } from '../../policy.ts';
import type { ReportForm } from '../forms.ts';
import { findDraft } from '../queries.server.ts';
import { write } from '../rules.ts';

/** Begins the report or goes on with it, over the revision its author saw and no other. */
export const saveReport = (scope: Scope, id: string, { revision, ...text }: ReportForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit, actor }) => {
    const outcome = write(audit);
    if (!outcome.ok) return outcome;
    const draft = await findDraft(trx, audit.id);
    if ((draft?.revision ?? 0) !== revision) return refuse('report_saved_meanwhile');

    if (audit.state === 'fieldwork_done') {
      await trx
        .updateTable('audit')
        .set({ state: outcome.value.state, report_started_at: scope.now })
        .where('id', '=', audit.id)
        .execute();
      await recordEvent(trx, about(scope, audit), 'audit.report_started', {});
    }
    const { notSeen, publicSummary, ...rest } = text;
    const written = { ...rest, not_seen: notSeen, public_summary: publicSummary };
    const saved = { ...written, revision: revision + 1, saved_at: scope.now, saved_by: actor.accountId };
    await trx
      .insertInto('audit_report_draft')
      .values({ audit_id: audit.id, ...saved })
      .onConflict((conflict) => conflict.column('audit_id').doUpdateSet(saved))
      .execute();
    return ok({ revision: saved.revision });
  });
