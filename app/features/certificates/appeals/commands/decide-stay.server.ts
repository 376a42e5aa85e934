import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Decider, Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { about, recordStatus } from '../../status.server.ts';
import { statusesOf, type Locked } from '../appeal.server.ts';
import type { StayForm } from '../forms.ts';
import * as rules from '../rules.ts';
import { planScope } from '../scope/put-scope.server.ts';
import { onAppeal } from './on-appeal.server.ts';

type Deciding = { actor: Officer | Decider; now: Date };

/** Whether what stood before the decision stands until the appeal is decided, with reasons. */
export const decideStay = (scope: Scope<Officer | Decider>, id: string, { stay, reasons }: StayForm) =>
  onAppeal(scope, id, async ({ trx, locked, person }) => {
    const { actor, now } = scope;
    const outcome = rules.decideStay(locked.appeal, person);
    if (!outcome.ok) return outcome;
    const { certificate } = locked;
    const stood = await whatStood(trx, locked);
    if (!stood.ok) return stood;
    await trx
      .updateTable('certificate_appeal')
      .set({ stay, stay_reasons: reasons, stay_decided_by: actor.accountId, stay_decided_at: now })
      .where('id', '=', locked.id)
      .execute();
    const fact = { actor, now, ...about(certificate) };
    await recordEvent(trx, fact, 'certificate.stay_decided', { appealId: locked.id, outcome: stay });
    if (stay === 'refused') return ok({ stay, status: certificate.status });
    return ok({ stay, status: await stood.value({ actor, now }) });
  });

type Put = (by: Deciding) => Promise<string>;

/** What a granted stay puts again, a status or a scope; refused where it changed meanwhile and nothing is left to hold. */
async function whatStood(trx: Transaction<Database>, locked: Locked): Promise<Result<Put>> {
  const { id: appealId, certificate, position } = locked;
  if (position === null) {
    const plan = await planScope(trx, locked, 'stayed');
    if (!plan.ok) return plan;
    const put = plan.value;
    if (!put) return refuse('nothing_to_stay');
    return ok(async (by) => {
      await put(by);
      return certificate.status;
    });
  }
  const statuses = await statusesOf(trx, { appealId, certificateId: certificate.id, position });
  if (!statuses.shows) return refuse('nothing_to_stay');
  return ok(async ({ actor, now }) => {
    const next = rules.returned(certificate, statuses.before, now);
    const ground = { decidedBy: actor.accountId, appealId };
    await recordStatus(trx, {
      next,
      at: now,
      action: 'stayed',
      note: 'Stayed until the appeal is decided',
      ground,
    });
    // What stays withdrawn, for its former reason, has not come back.
    if (next.status === 'withdrawn') return next.status;
    const fact = { actor, now, ...about(certificate) };
    await recordEvent(trx, fact, 'certificate.returned', { status: next.status, by: 'stay' });
    return next.status;
  });
}
