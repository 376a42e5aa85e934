import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { refuse } from '#app/platform/result.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { ReduceForm } from '../forms.ts';
import { maySuspend } from '../policy.ts';
import { lockCertificate } from '../queries.server.ts';
import { about } from '../status.server.ts';
import { reduce } from './rules.ts';

/** A part of the scope fails or is closed: a new version the same day, the old one kept as it was. */
export function reduceScope({ db, actor, now }: Scope<Officer>, id: string, { note, ...kept }: ReduceForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockCertificate(trx, id);
    if (!current) return refuse('not_found');
    if (!maySuspend(actor)) return refuse('forbidden');
    const latest = await latestVersion(trx, id);
    const decision = reduce(current, latest, kept);
    if (!decision.ok) return decision;
    const version = latest.version + 1;
    await trx.updateTable('certificate').set(decision.value).where('id', '=', id).execute();
    const decided = { note, decided_by: actor.accountId, from_at: now };
    await trx
      .insertInto('certificate_version')
      .values({ certificate_id: id, version, action: 'reduced', ...decision.value, ...decided })
      .execute();
    await recordEvent(trx, { actor, now, ...about(current) }, 'certificate.scope_reduced', { version });
    return decision;
  });
}

const latestVersion = (trx: Transaction<Database>, certificateId: string) =>
  trx
    .selectFrom('certificate_version')
    .select(['version', 'corridors', 'sectors', 'offices'])
    .where('certificate_id', '=', certificateId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
