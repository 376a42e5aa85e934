import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { mayApprove } from '../../policy.ts';
import type { AskForm, GrantForm, ReasonForm } from '../forms.ts';
import { mayAsk } from '../policy.ts';
import {
  listAuditorApprovals,
  listWitnessed,
  lockAuditorApproval,
  type ShownApproval,
} from '../queries.server.ts';
import * as rules from '../rules.ts';
import { about, onAuditor, type Who } from './on-auditor.server.ts';

/** The body asks the scheme to approve one of its auditors or reviewers. */
export const askForApproval = (scope: Scope, who: Who, { level, request }: AskForm) =>
  onAuditor(scope, who, mayAsk, async ({ trx, auditor, actor }) => {
    const earlier = await listAuditorApprovals(trx, auditor.accountId, auditor.bodyId);
    const outcome = rules.ask({ earlier, roles: auditor.roles }, level);
    if (!outcome.ok) return outcome;
    const { id } = await trx
      .insertInto('auditor_approval')
      .values({
        ...{ account_id: auditor.accountId, organisation_id: auditor.bodyId, level, request },
        ...{ asked_at: scope.now, asked_by: actor.accountId },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordEvent(trx, about(scope, auditor), 'auditor.approval_asked', { approvalId: id, level });
    return ok({ id });
  });

type Step = { trx: Transaction<Database>; approval: ShownApproval; actor: Officer };

/** Officers alone, one at a time; answers with whose approval it is, for the way back. */
const onApproval = ({ db, actor }: Scope, id: string, act: (step: Step) => Promise<Result<unknown>>) =>
  db.transaction().execute(async (trx) => {
    if (!mayApprove(actor)) return refuse('forbidden');
    const approval = await lockAuditorApproval(trx, id);
    if (!approval) return refuse('not_found');
    const outcome = await act({ trx, approval, actor });
    const { bodyId, accountId } = approval;
    return outcome.ok ? ok({ bodyId, accountId }) : outcome;
  });

export const grantApproval = (scope: Scope, id: string, form: GrantForm) =>
  onApproval(scope, id, async ({ trx, approval, actor }) => {
    const witnessed = await listWitnessed(trx, approval.accountId, approval.bodyId);
    const { validFrom, validUntil, reasons } = form;
    const outcome = rules.grant(approval, witnessed, { validFrom, validUntil, today: dayOf(scope.now) });
    if (!outcome.ok) return outcome;
    await decide(trx, approval.id, {
      ...{ outcome: 'granted', valid_from: validFrom, valid_until: validUntil, reasons },
      ...{ decided_at: scope.now, decided_by: actor.accountId },
    });
    const told = { approvalId: approval.id, validUntil };
    await recordEvent(trx, about(scope, approval), 'auditor.approved', told);
    return outcome;
  });

export const refuseApproval = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onApproval(scope, id, async ({ trx, approval, actor }) => {
    const outcome = rules.refuseRequest(approval);
    if (!outcome.ok) return outcome;
    await decide(trx, approval.id, {
      ...{ outcome: 'refused', reasons: reason, decided_at: scope.now, decided_by: actor.accountId },
    });
    const told = { approvalId: approval.id };
    await recordEvent(trx, about(scope, approval), 'auditor.approval_refused', told);
    return outcome;
  });

type Decision = { outcome: string; reasons: string; decided_at: Date; decided_by: string };
type Days = { valid_from?: string; valid_until?: string };

const decide = (trx: Transaction<Database>, id: string, decision: Decision & Days) =>
  trx.updateTable('auditor_approval').set(decision).where('id', '=', id).execute();

/** From today on nobody is put on a team by it, and no audit begins with them, until it is lifted. */
export const suspendApproval = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onApproval(scope, id, async ({ trx, approval, actor }) => {
    const outcome = rules.suspend(approval, dayOf(scope.now));
    if (!outcome.ok) return outcome;
    await trx
      .insertInto('auditor_suspension')
      .values({ approval_id: approval.id, reason, suspended_at: scope.now, suspended_by: actor.accountId })
      .execute();
    const told = { approvalId: approval.id };
    await recordEvent(trx, about(scope, approval), 'auditor.approval_suspended', told);
    return outcome;
  });

export const liftSuspension = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onApproval(scope, id, async ({ trx, approval, actor }) => {
    const outcome = rules.lift(approval, dayOf(scope.now));
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('auditor_suspension')
      .set({ lifted_at: scope.now, lifted_by: actor.accountId, lift_reason: reason })
      .where('approval_id', '=', approval.id)
      .where('lifted_at', 'is', null)
      .execute();
    const told = { approvalId: approval.id };
    await recordEvent(trx, about(scope, approval), 'auditor.suspension_lifted', told);
    return outcome;
  });

export const endAuditorApproval = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onApproval(scope, id, async ({ trx, approval, actor }) => {
    const outcome = rules.end(approval, dayOf(scope.now));
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('auditor_approval')
      .set({ ended_at: scope.now, ended_by: actor.accountId, end_reason: reason })
      .where('id', '=', approval.id)
      .execute();
    await recordEvent(trx, about(scope, approval), 'auditor.approval_ended', { approvalId: approval.id });
    return outcome;
  });
