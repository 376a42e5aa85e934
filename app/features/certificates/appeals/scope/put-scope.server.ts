import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse, type Result } from '#app/platform/result.ts';
import type { Decider, Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { finalStatuses, type Certificate } from '../../model.ts';
import { lockCertificate } from '../../queries.server.ts';
import { putVersion } from '../../scope/versions.server.ts';
import { about } from '../../status.server.ts';
import type { Locked } from '../appeal.server.ts';
import type { Outcome } from '../model.ts';
import { bearerOf, findReduction } from './reduction.server.ts';
import { scopeAfter } from './rules.ts';

type Deciding = { actor: Officer | Decider; now: Date };
type Put = (by: Deciding) => Promise<void>;

const isFinal = ({ status }: Certificate) => finalStatuses.some((final) => final === status);

const notes = {
  stayed: 'The reduction is stayed until the appeal is decided',
  returned: 'The appeal was upheld',
  resumed: 'The appeal was dismissed',
};

/**
 * What a stay or a decision makes of the scope, to be put once the appeal says so itself. Undefined where it stays as it is:
 * the appeal is against something else, or no certificate bears the scope any more.
 */
export async function planScope(
  trx: Transaction<Database>,
  { id: appealId, certificate, version, appeal }: Locked,
  to: 'stayed' | Outcome,
): Promise<Result<Put | undefined>> {
  if (version === null) return ok(undefined);
  const bearerId = await bearerOf(trx, certificate.id);
  const bearer = bearerId && (await lockCertificate(trx, bearerId));
  // Read behind the lock: nobody changes the scope any more until this is done.
  const reduction = await findReduction(trx, { certificateId: certificate.id, version });
  if (!bearer || isFinal(bearer) || !reduction)
    return to === 'stayed' ? refuse('nothing_to_stay') : ok(undefined);
  const step = scopeAfter(reduction, { appealId, stay: appeal.stay, to });
  if (!step.ok) return step;
  const next = step.value;
  if (!next) return ok(undefined);
  const number = reduction.latest.version + 1;
  return ok(async ({ actor, now }) => {
    const { action, covered, changes } = next;
    await putVersion(trx, bearer.id, {
      ...{ version: number, action, appeal_id: appealId, ...covered },
      ...{ note: notes[action], decided_by: actor.accountId, from_at: now },
    });
    if (!changes) return;
    const type = action === 'resumed' ? 'certificate.scope_reduced' : 'certificate.scope_returned';
    await recordEvent(trx, { actor, now, ...about(bearer) }, type, { version: number });
  });
}
