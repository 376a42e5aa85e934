import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about, onAudit } from '../../commands/on-audit.server.ts';
import type { ReasonForm } from '../../forms.ts';
import { mayLead } from '../../policy.ts';
import { findNotice } from '../queries.server.ts';
import { declinePostponement as declines, postpone } from '../rules.ts';

type Answer = { outcome: 'accepted' | 'declined'; note: string | null };

const answer = (trx: Transaction<Database>, id: string, { actor, now }: Scope<Auditor>, given: Answer) =>
  trx
    .updateTable('audit_postponement')
    .set({ ...given, answered_at: now, answered_by: actor.accountId })
    .where('audit_id', '=', id)
    .execute();

/** The audit has to be planned and told again, and begins by the day the scheme's terms allow. */
export const acceptPostponement = (scope: Scope, id: string) =>
  onAudit(scope, id, mayLead, async ({ trx, audit, actor }) => {
    const { asked, toldFrom, clocks } = await findNotice(trx, audit.id);
    const outcome = postpone(audit, asked, { toldFrom, most: clocks.postponementDays });
    if (!outcome.ok) return outcome;
    const { state, postponedUntil } = outcome.value;
    await answer(trx, audit.id, { ...scope, actor }, { outcome: 'accepted', note: null });
    await trx
      .updateTable('audit')
      .set({ state, postponed_at: scope.now, postponed_until: postponedUntil, postponements: 1 })
      .set({ postponement_reason: asked?.reason ?? null })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.postponed', { until: postponedUntil });
    return outcome;
  });

/** The audit stays as it was told. */
export const declinePostponement = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onAudit(scope, id, mayLead, async ({ trx, audit, actor }) => {
    const { asked } = await findNotice(trx, audit.id);
    const outcome = declines(audit, asked);
    if (!outcome.ok) return outcome;
    await answer(trx, audit.id, { ...scope, actor }, { outcome: 'declined', note: reason });
    await recordEvent(trx, about(scope, audit), 'audit.postponement_declined', {});
    return outcome;
  });
