import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { isTied } from '#db/has-tie.ts';

import { about, onAudit } from '../../../commands/on-audit.server.ts';
import type { Audit, Member } from '../../../model.ts';
import { isApprovedReviewer } from '../../ties/queries.server.ts';
import { fit } from '../../commands/successor.server.ts';
import type { AnswerForm } from '../forms.ts';
import { mayAnswerObjection } from '../policy.ts';
import { findObjection } from '../queries.server.ts';
import { answer } from '../rules.ts';

/** Upheld, the member leaves and a successor may take the place, who has then to declare; dismissed, the team stays. */
export const answerObjection = (scope: Scope, id: string, objectionId: string, form: AnswerForm) =>
  onAudit(scope, id, mayAnswerObjection, async ({ trx, audit, actor }) => {
    const objection = await findObjection(trx, audit.id, objectionId);
    if (!objection) return refuse('not_found');
    if (objection.outcome !== null) return refuse('already_answered');
    const { accountId } = actor;
    const tied = await isTied(trx, accountId, audit.organisationId, dayOf(scope.now));
    const second = { accountId, bodyId: audit.auditBodyId };
    const approved = actor.kind === 'officer' || (await isApprovedReviewer(trx, second, scope.now));
    const { outcome: said, successor } = form;
    const answering = { outcome: said, successor, by: accountId, tied, approved };
    const outcome = answer(audit, objection.accountId, answering);
    if (!outcome.ok) return outcome;
    const { leaves } = outcome.value;
    const joins =
      leaves && form.successor
        ? await fit(trx, audit, { person: form.successor, role: leaves.role }, scope.now)
        : ok(undefined);
    if (!joins.ok) return joins;
    await trx
      .insertInto('audit_objection_answer')
      .values({
        objection_id: objection.id,
        outcome: form.outcome,
        reasons: form.reasons,
        answered_at: scope.now,
        answered_by: accountId,
      })
      .execute();
    const told = { objectionId: objection.id, outcome: form.outcome };
    await recordEvent(trx, about(scope, audit), 'audit.objection_answered', told);
    if (!leaves) return ok({ left: false });
    await replace(trx, { audit, leaves, joins: joins.value, objectionId: objection.id, now: scope.now });
    await recordEvent(trx, about(scope, audit), 'audit.team_changed', {});
    return ok({ left: true });
  });

type Change = { audit: Audit; leaves: Member; joins: string | undefined; objectionId: string; now: Date };

async function replace(trx: Transaction<Database>, { audit, leaves, joins, objectionId, now }: Change) {
  const member = { audit_id: audit.id, account_id: leaves.accountId };
  await trx
    .insertInto('audit_team_departure')
    .values({ ...member, role: leaves.role, objection_id: objectionId, left_at: now })
    .execute();
  await trx
    .deleteFrom('audit_team_member')
    .where('audit_id', '=', audit.id)
    .where('account_id', '=', leaves.accountId)
    .execute();
  if (!joins) return;
  await trx
    .insertInto('audit_team_member')
    .values({ audit_id: audit.id, account_id: joins, role: leaves.role, assigned_at: now })
    .execute();
}
