import { recordEvent } from '#app/events/record.server.ts';
import { refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';

import { about } from '../../status.server.ts';
import { lockAppeal } from '../appeal.server.ts';
import { mayAcknowledge } from '../policy.ts';
import { acknowledge } from '../rules.ts';

/** An officer says that the appeal arrived and is complete. It says nothing of the matter, so that any officer may. */
export function acknowledgeAppeal({ db, actor, now }: Scope<Officer>, id: string) {
  return db.transaction().execute(async (trx) => {
    const locked = await lockAppeal(trx, id);
    if (!locked) return refuse('not_found');
    if (!mayAcknowledge(actor)) return refuse('forbidden');
    const outcome = acknowledge(locked.appeal);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable('certificate_appeal')
      .set({ acknowledged_at: now, acknowledged_by: actor.accountId })
      .where('id', '=', locked.id)
      .execute();
    const fact = { actor, now, ...about(locked.certificate) };
    await recordEvent(trx, fact, 'certificate.appeal_acknowledged', { appealId: locked.id });
    return outcome;
  });
}
