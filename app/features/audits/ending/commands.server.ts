import { recordEvent } from '#app/events/record.server.ts';
import type { Scope, System } from '#app/platform/scope.ts';

import { about, onAudit } from '../commands/on-audit.server.ts';
import { isHouse } from '../policy.ts';
import { endWithApplication as ends } from './rules.ts';

type House = Pick<Scope, 'db' | 'now'> & { actor: System };

const notes = {
  withdrawn: 'The recruiter withdrew its application.',
  lapsed: 'The application lapsed.',
};

/** What became of the application is its own fact; this one tells the team that nothing is asked of it any more. */
export const endWithApplication = (house: House, id: string, ended: keyof typeof notes) =>
  onAudit(house, id, isHouse, async ({ trx, audit }) => {
    const outcome = ends(audit);
    if (!outcome.ok) return outcome;
    const { state } = outcome.value;
    const brokenOff = { aborted_at: house.now, abort_reason: 'application_ended', abort_note: notes[ended] };
    const end = {
      cancelled: { cancelled_at: house.now },
      aborted: brokenOff,
      closed: { ...brokenOff, closed_at: house.now },
    }[state];
    await trx
      .updateTable('audit')
      .set({ state, ...end })
      .where('id', '=', audit.id)
      .execute();
    await recordEvent(trx, about(house, audit), 'audit.ended_with_application', { ended });
    return outcome;
  });
