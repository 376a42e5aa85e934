import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { auditStates } from '../../model.ts';
import { carriesOn } from '../rules.ts';

/**
 * Audits that were ordered for a certificate go on with the one that took its place, once that has its programme; whoever
 * calls does so after each of the facts that may come last. A new audit body is told of them as of new orders.
 */
export const carryOrders = ({ db, actor, now }: Scope<System>, certificateId: string) =>
  db.transaction().execute(async (trx) => {
    const bearing = await lockBearing(trx, certificateId);
    if (!bearing) return refuse('no_programme');
    const orders = (await lockOrders(trx, bearing.id)).filter(carriesOn);
    for (const { id, type, trigger, certificateId: from, bodyId } of orders) {
      const moved = bodyId !== bearing.audit_body_id;
      await trx
        .updateTable('audit_programme_entry')
        .set({
          certificate_id: bearing.id,
          carried_from: from,
          audit_id: null,
          ...(moved && { told_at: null }),
        })
        .where('id', '=', id)
        .execute();
      const about = { subject: id, related: moved ? [bearing.audit_body_id] : [] };
      await recordEvent(trx, { actor, now, ...about }, 'audit.carried', { orderId: id, type, trigger });
    }
    return ok(orders.length);
  });

/** The certificate that stands in the place of this one, or is it. */
const lockBearing = (trx: Transaction<Database>, certificateId: string) =>
  trx
    .selectFrom('certificate')
    .innerJoin('audit_programme', 'audit_programme.certificate_id', 'certificate.id')
    .select(['certificate.id', 'certificate.audit_body_id'])
    .where('certificate.id', '=', sql<string>`certificate_bearing(${certificateId}::uuid)`)
    .forNoKeyUpdate('certificate')
    .executeTakeFirst();

const shape = z
  .object({
    ...{ id: z.string(), type: z.string(), trigger: z.string().nullable(), reason: z.string() },
    ...{ certificateId: z.string(), bodyId: z.string(), requestId: z.string().nullable() },
    ...{ droppedAt: z.date().nullable(), state: z.enum(auditStates).nullable(), abandoned: z.boolean() },
  })
  .transform(({ state, abandoned, ...order }) => ({ ...order, audit: state && { state, abandoned } }));

/** Of the certificates before it. Where the same was ordered of the new one already, for the same day, that is enough. */
async function lockOrders(trx: Kysely<Database>, bearingId: string) {
  const rows = await trx
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .leftJoin('audit', 'audit.id', 'entry.audit_id')
    .select(['entry.id', 'entry.type', 'entry.trigger', 'entry.reason', 'audit.state'])
    .select(sql<boolean>`num_nonnulls(audit.aborted_at, audit.refused_at) > 0`.as('abandoned'))
    .select(['entry.certificate_id as certificateId', 'certificate.audit_body_id as bodyId'])
    .select(['entry.request_id as requestId', 'entry.dropped_at as droppedAt'])
    .where('entry.certificate_id', 'in', sql<string>`(select certificates_before(${bearingId}::uuid))`)
    .where('entry.certificate_id', '<>', bearingId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_programme_entry as same')
            .select('same.id')
            .where('same.certificate_id', '=', bearingId)
            .whereRef('same.type', '=', 'entry.type')
            .whereRef('same.reason', '=', 'entry.reason')
            .whereRef('same.due_on', '=', 'entry.due_on'),
        ),
      ),
    )
    .orderBy('entry.due_on')
    .orderBy('entry.id')
    .forUpdate('entry')
    .execute();
  return z.array(shape).parse(rows);
}
