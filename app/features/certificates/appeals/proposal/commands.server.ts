import { recordEvent } from '#app/events/record.server.ts';
import { ok } from '#app/platform/result.ts';
import type { Decider, Officer, Scope } from '#app/platform/scope.ts';

import { onAppeal } from '../commands/on-appeal.server.ts';
import type { DecideForm } from '../forms.ts';
import { planScope } from '../scope/put-scope.server.ts';
import { carryOut } from './carry-out.server.ts';
import type { ConfirmForm, SendBackForm } from './forms.ts';
import { findOpenProposal } from './queries.server.ts';
import * as rules from './rules.ts';

type Judge = Scope<Officer | Decider>;

/** The first of two people not involved says what becomes of the appeal, and why. Nothing follows from it yet. */
export const proposeDecision = (scope: Judge, id: string, { outcome, reasons }: DecideForm) =>
  onAppeal(scope, id, async ({ trx, locked, person }) => {
    const { actor, now } = scope;
    const appealId = locked.id;
    const proposed = rules.propose(locked.appeal, person, await findOpenProposal(trx, appealId, now));
    if (!proposed.ok) return proposed;
    // What could not be carried out is told to whoever proposes it, not to whoever confirms.
    const planned = await planScope(trx, locked, outcome);
    if (!planned.ok) return planned;
    const { round } = await trx
      .insertInto('certificate_appeal_proposal')
      .columns(['appeal_id', 'round', 'outcome', 'reasons', 'proposed_by', 'proposed_at'])
      .expression(({ selectFrom, val, fn, lit }) =>
        selectFrom('certificate_appeal_proposal')
          .select(({ eb }) => [
            val(appealId).as('appeal_id'),
            eb(fn.countAll<number>(), '+', lit(1)).as('round'),
            val(outcome).as('outcome'),
            val(reasons).as('reasons'),
            val(actor.accountId).as('proposed_by'),
            val(now).as('proposed_at'),
          ])
          .where('appeal_id', '=', appealId),
      )
      .returning('round')
      .executeTakeFirstOrThrow();
    await recordEvent(trx, inside(scope, appealId), 'certificate.appeal_proposed', { appealId, round });
    return ok({ round });
  });

/** The second agrees: what was proposed is decided, in the same words, with what follows for the certificate. */
export const confirmDecision = (scope: Judge, id: string, { round }: ConfirmForm) =>
  onAppeal(scope, id, async ({ trx, locked, person }) => {
    const { actor, now } = scope;
    const open = await findOpenProposal(trx, locked.id, now);
    const agreed = rules.confirm(locked.appeal, person, open, { accountId: actor.accountId, round });
    if (!agreed.ok) return agreed;
    const { outcome, reasons } = agreed.value;
    const scopeNext = await planScope(trx, locked, outcome);
    if (!scopeNext.ok) return scopeNext;
    await trx
      .updateTable('certificate_appeal_proposal')
      .set({ answer: 'confirmed', answered_by: actor.accountId, answered_at: now })
      .where('appeal_id', '=', locked.id)
      .where('round', '=', round)
      .execute();
    const put = scopeNext.value;
    return ok(await carryOut(trx, scope, locked, { outcome, reasons, put }));
  });

/** The second does not agree, and says why; anybody free may propose anew. */
export const sendDecisionBack = (scope: Judge, id: string, { round, reasons }: SendBackForm) =>
  onAppeal(scope, id, async ({ trx, locked, person }) => {
    const { actor, now } = scope;
    const open = await findOpenProposal(trx, locked.id, now);
    const answered = rules.sendBack(locked.appeal, person, open, { accountId: actor.accountId, round });
    if (!answered.ok) return answered;
    await trx
      .updateTable('certificate_appeal_proposal')
      .set({ answer: 'sent_back', answer_reasons: reasons, answered_by: actor.accountId, answered_at: now })
      .where('appeal_id', '=', locked.id)
      .where('round', '=', round)
      .execute();
    const appealId = locked.id;
    await recordEvent(trx, inside(scope, appealId), 'certificate.appeal_sent_back', { appealId, round });
    return ok({ round });
  });

/** What two people weigh between them stands on no timeline of the holder. */
const inside = ({ actor, now }: Judge, appealId: string) => ({ actor, now, subject: appealId, related: [] });
