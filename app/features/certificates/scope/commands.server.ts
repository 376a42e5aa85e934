import { recordEvent } from '#app/events/record.server.ts';
import { refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';

import { isTied } from '../tie.server.ts';
import type { ReduceForm } from '../forms.ts';
import { maySuspend } from '../policy.ts';
import { lockCertificate } from '../queries.server.ts';
import { about } from '../status.server.ts';
import { reduce } from './rules.ts';
import { latestVersion, putVersion } from './versions.server.ts';

/** A part of the scope fails or is closed: a new version the same day, the old one kept as it was. */
export function reduceScope({ db, actor, now }: Scope<Officer>, id: string, { note, ...kept }: ReduceForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockCertificate(trx, id);
    if (!current) return refuse('not_found');
    if (!maySuspend(actor)) return refuse('forbidden');
    if (await isTied(trx, id, { actor, now })) return refuse('tied');
    const latest = await latestVersion(trx, id);
    const decision = reduce(current, latest, kept);
    if (!decision.ok) return decision;
    const version = latest.version + 1;
    await putVersion(trx, id, {
      ...{ version, action: 'reduced', ...decision.value },
      ...{ note, decided_by: actor.accountId, from_at: now },
    });
    await recordEvent(trx, { actor, now, ...about(current) }, 'certificate.scope_reduced', { version });
    return decision;
  });
}
