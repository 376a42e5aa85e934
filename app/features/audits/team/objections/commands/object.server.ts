import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';

import { about, onAudit } from '../../../commands/on-audit.server.ts';
import { mayAnswer } from '../../../policy.ts';
import type { ObjectionForm } from '../forms.ts';
import { listObjections, objectionClock } from '../queries.server.ts';
import { object } from '../rules.ts';

/** The recruiter says whom of the team it cannot accept, and why. Until the answer the audit does not begin. */
export const objectToMember = (scope: Scope, id: string, { member, reasons }: ObjectionForm) =>
  onAudit(scope, id, mayAnswer, async ({ trx, audit, actor }) => {
    const { toldAt, objectionDays } = await objectionClock(trx, audit.id, member);
    if (!toldAt) return refuse('not_found');
    const earlier = (await listObjections(trx, audit.id)).map(({ accountId }) => accountId);
    const objecting = { accountId: member, toldOn: dayOf(toldAt), today: dayOf(scope.now) };
    const outcome = object(audit, { ...objecting, objectionDays, earlier });
    if (!outcome.ok) return outcome;
    const { answerBy } = outcome.value;
    const objection = await trx
      .insertInto('audit_objection')
      .values({
        audit_id: audit.id,
        account_id: member,
        reasons,
        raised_at: scope.now,
        raised_by: actor.accountId,
        answer_by: answerBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const told = { objectionId: objection.id, answerBy };
    await recordEvent(trx, about(scope, audit), 'audit.team_objected', told);
    return ok(objection);
  });
