import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import { mayLead } from '../../policy.ts';
import { listStages } from '../../queries.server.ts';
import { fits } from '../itinerary/fits.server.ts';
import { findNotice } from '../queries.server.ts';
import { start } from '../rules.ts';
import { about, onAudit } from '../../commands/on-audit.server.ts';

export const startAudit = (scope: Scope, id: string) =>
  onAudit(scope, id, mayLead, async ({ trx, audit }) => {
    const { toldFrom } = await findNotice(trx, audit.id);
    const stages = await listStages(trx, audit.applicationId);
    const outcome = start(audit, stages, { today: dayOf(scope.now), toldFrom });
    if (!outcome.ok) return outcome;
    const itinerary = audit.state === 'planned' ? await fits(trx, audit) : outcome;
    if (!itinerary.ok) return itinerary;
    const { state, type } = outcome.value;
    await trx.updateTable('audit').set({ state, started_at: scope.now }).where('id', '=', audit.id).execute();
    await recordEvent(trx, about(scope, audit), 'audit.started', { type });
    return outcome;
  });
