import { recordEvent } from '#app/events/record.server.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import type { EndApprovalForm } from '../forms.ts';
import { mayApprove } from '../policy.ts';
import type { ApprovalForm } from './forms.ts';
import { lockApproval } from './queries.server.ts';
import * as rules from './rules.ts';

/** The scheme approves an audit body for countries and sectors. */
export function approveBody({ db, actor, now }: Scope, bodyId: string, form: ApprovalForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayApprove(actor)) return refuse('forbidden');
    const body = await trx
      .selectFrom('organisation')
      .select('id')
      .where(isId('id', bodyId))
      .where('kind', '=', 'audit_body')
      .executeTakeFirst();
    if (!body) return refuse('not_found');
    const outcome = rules.grant(form, dayOf(now));
    if (!outcome.ok) return outcome;
    const { id } = await trx
      .insertInto('audit_body_approval')
      .values({
        organisation_id: body.id,
        countries: form.countries,
        sectors: form.sectors,
        valid_from: form.validFrom,
        valid_until: form.validUntil,
        ground: form.ground,
        granted_at: now,
        granted_by: actor.accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordEvent(trx, { actor, now, subject: body.id, related: [] }, 'audit_body.approved', {
      approvalId: id,
      validUntil: form.validUntil,
    });
    return ok({ id });
  });
}

/** Ends an approval before its time: from now on nobody engages the body by it. */
export function endApproval({ db, actor, now }: Scope, id: string, { reason }: EndApprovalForm) {
  return db.transaction().execute(async (trx) => {
    if (!mayApprove(actor)) return refuse('forbidden');
    const approval = await lockApproval(trx, id);
    if (!approval) return refuse('not_found');
    const outcome = rules.end(approval, dayOf(now));
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('audit_body_approval')
      .set({ ended_at: now, ended_by: actor.accountId, end_reason: reason })
      .where('id', '=', approval.id)
      .execute();
    const about = { actor, now, subject: approval.bodyId, related: [] };
    await recordEvent(trx, about, 'audit_body.approval_ended', { approvalId: approval.id });
    return ok({ bodyId: approval.bodyId });
  });
}
