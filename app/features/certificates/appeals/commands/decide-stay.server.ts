import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Decider, Officer, Scope } from '#app/platform/scope.ts';

import { about, recordStatus } from '../../status.server.ts';
import { statusesOf } from '../appeal.server.ts';
import type { StayForm } from '../forms.ts';
import * as rules from '../rules.ts';
import { onAppeal } from './on-appeal.server.ts';

/** Whether what stood before the decision stands until the appeal is decided, with reasons. */
export const decideStay = (scope: Scope<Officer | Decider>, id: string, { stay, reasons }: StayForm) =>
  onAppeal(scope, id, async ({ trx, locked, person }) => {
    const { actor, now } = scope;
    const outcome = rules.decideStay(locked.appeal, person);
    if (!outcome.ok) return outcome;
    const { certificate, position } = locked;
    if (position === null) return refuse('nothing_to_stay');
    const statuses = await statusesOf(trx, { appealId: locked.id, certificateId: certificate.id, position });
    // Lifted, or withdrawn, meanwhile: there is nothing left that a stay would hold.
    if (!statuses.shows) return refuse('nothing_to_stay');
    await trx
      .updateTable('certificate_appeal')
      .set({ stay, stay_reasons: reasons, stay_decided_by: actor.accountId, stay_decided_at: now })
      .where('id', '=', locked.id)
      .execute();
    const fact = { actor, now, ...about(certificate) };
    await recordEvent(trx, fact, 'certificate.stay_decided', { appealId: locked.id, outcome: stay });
    if (stay === 'refused') return ok({ stay, status: certificate.status });
    const next = rules.returned(certificate, statuses.before, now);
    const ground = { decidedBy: actor.accountId, appealId: locked.id };
    await recordStatus(trx, { next, action: 'stayed', note: 'Stayed until the appeal is decided', ground });
    await recordEvent(trx, fact, 'certificate.returned', { status: next.status, by: 'stay' });
    return ok({ stay, status: next.status });
  });
