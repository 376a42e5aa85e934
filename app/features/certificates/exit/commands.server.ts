import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';

import type { NoteForm } from '../forms.ts';
import { lockStanding } from '../queries.server.ts';
import { about, recordStatus } from '../status.server.ts';
import { mayLeave } from './policy.ts';
import { leave, type Exit } from './rules.ts';

/** An owner of the holder has the certificate suspended, or gives it back. */
export function leaveCertificate(scope: Scope<Recruiter>, exit: Exit, { note }: NoteForm) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    const current = await lockStanding(trx, actor.organisationId);
    if (!current) return refuse('no_certificate');
    if (!mayLeave(actor, current.organisationId)) return refuse('forbidden');
    const decision = leave(current, exit, now, dayOf(now));
    if (!decision.ok) return decision;
    const next = decision.value;
    const ground = { decidedBy: actor.accountId, byHolder: true };
    const fact = { actor, now, ...about(next) };
    const { reasonClass } = next;
    await recordStatus(trx, { next, at: now, action: next.status, note, ground });
    if (next.status === 'suspended') await recordEvent(trx, fact, 'certificate.suspended', { reasonClass });
    else await recordEvent(trx, fact, 'certificate.withdrawn', { reasonClass });
    return decision;
  });
}
