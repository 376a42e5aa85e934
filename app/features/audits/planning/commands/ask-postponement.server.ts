import { recordEvent } from '#app/events/record.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { about, onAudit } from '../../commands/on-audit.server.ts';
import type { ReasonForm } from '../../forms.ts';
import { mayAnswer } from '../../policy.ts';
import { findNotice } from '../queries.server.ts';
import { askPostponement as asks } from '../rules.ts';

/** Two people of the recruiter who ask at once wait for each other on the audit's row; the second is told. */
export const askPostponement = (scope: Scope, id: string, { reason }: ReasonForm) =>
  onAudit(scope, id, mayAnswer, async ({ trx, audit, actor }) => {
    const { asked } = await findNotice(trx, audit.id);
    const outcome = asks(audit, asked);
    if (!outcome.ok) return outcome;
    await trx
      .insertInto('audit_postponement')
      .values({ audit_id: audit.id, reason, asked_at: scope.now, asked_by: actor.accountId })
      .execute();
    await recordEvent(trx, about(scope, audit), 'audit.postponement_asked', {});
    return outcome;
  });
