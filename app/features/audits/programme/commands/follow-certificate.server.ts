import type { Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { comeBack, drop } from '../rules.ts';

/**
 * What is still open of a certificate that ended is not audited any more, but for orders that go on with the next;
 * delivered late, it finds what came back standing.
 */
export const dropProgramme = ({ db, now }: Scope<System>, certificateId: string) =>
  db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    if (!certificate) return refuse('not_found');
    const outcome = drop(certificate.status);
    if (!outcome.ok) return outcome;
    const dropped = await trx
      .updateTable('audit_programme_entry')
      .set({ dropped_at: now })
      .where('certificate_id', '=', certificateId)
      .where('dropped_at', 'is', null)
      .$if(await hasSuccessor(trx, certificateId), (query) =>
        query.where(({ or, eb }) => or([eb('reason', '<>', 'ordered'), eb('request_id', 'is not', null)])),
      )
      .returning('id')
      .execute();
    return ok(dropped.length);
  });

/** After an appeal the certificate stands again, and its audits with it; of those that are near, their body is told again. */
export const returnProgramme = ({ db, actor, now }: Scope<System>, certificateId: string) =>
  db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, certificateId);
    if (!certificate) return refuse('not_found');
    const dropped = await trx
      .selectFrom('audit_programme_entry as entry')
      .leftJoin('certificate_scope_request as request', 'request.id', 'entry.request_id')
      .select(['entry.id', 'request.state'])
      .where('entry.certificate_id', '=', certificateId)
      .where('entry.dropped_at', 'is not', null)
      .execute();
    const back = dropped.filter(({ state }) => comeBack(certificate.status, state).ok);
    if (back.length === 0) return ok(0);
    await trx
      .updateTable('audit_programme_entry')
      .set({ dropped_at: null, told_at: null })
      .where(
        'id',
        'in',
        back.map(({ id }) => id),
      )
      .execute();
    const about = { subject: certificateId, related: [certificate.organisation_id] };
    await recordEvent(trx, { actor, now, ...about }, 'audit.programme_returned', { entries: back.length });
    return ok(back.length);
  });

/** Another certificate took its place, of the next cycle or with another audit body: no new application did. */
const hasSuccessor = async (trx: Transaction<Database>, certificateId: string) =>
  (await trx
    .selectFrom('certificate')
    .select('id')
    .where('previous_id', '=', certificateId)
    .where('kind', '<>', 'initial')
    .executeTakeFirst()) !== undefined;

/** Its status stays while what hangs on it is written; audits may be scheduled meanwhile. */
const lockCertificate = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('certificate')
    .select(['status', 'organisation_id'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
