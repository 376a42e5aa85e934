import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';

import { lockCertificate } from '../../queries.server.ts';
import { about } from '../../status.server.ts';
import { clocksOf } from '../appeal.server.ts';
import { findDecision } from '../decisions.server.ts';
import type { LodgeForm } from '../forms.ts';
import { mayLodge } from '../policy.ts';
import { lodge } from '../rules.ts';

/** The holder says that a decision on its certificate is wrong; it stands until people who had no part in it have decided. */
export function lodgeCertificateAppeal(scope: Scope<Recruiter>, ref: string, form: LodgeForm) {
  const { db, actor, now } = scope;
  return db.transaction().execute(async (trx) => {
    const known = await findDecision(trx, actor.organisationId, ref);
    const certificate = known && (await lockCertificate(trx, known.certificateId));
    // Asked again behind the lock: somebody may have decided anew, or lodged it, meanwhile.
    const decision = certificate && (await findDecision(trx, actor.organisationId, ref));
    if (!decision) return refuse('not_found');
    if (!mayLodge(actor, certificate.organisationId)) return refuse('forbidden');
    const days = lodge(decision, clocksOf(decision.terms), dayOf(now));
    if (!days.ok) return days;
    const { acknowledgeBy, dueOn } = days.value;
    const { id: appealId } = await trx
      .insertInto('certificate_appeal')
      .values({
        ...{ certificate_id: certificate.id, against: decision.against, against_at: decision.at },
        ...{
          status_position: decision.position,
          version: decision.version,
          decision_id: decision.decisionId,
        },
        ...{ grounds: form.grounds, stay_asked: form.stayAsked },
        ...{ lodged_by: actor.accountId, lodged_at: now, acknowledge_by: acknowledgeBy, due_on: dueOn },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const fact = { actor, now, ...about(certificate) };
    await recordEvent(trx, fact, 'certificate.appealed', { appealId, dueOn });
    return ok({ appealId, acknowledgeBy, dueOn });
  });
}
