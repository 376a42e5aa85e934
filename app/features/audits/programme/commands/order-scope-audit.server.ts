import type { Kysely, Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { isUndone } from '../queries.server.ts';

type House = { db: Kysely<Database>; now: Date };
const actor = { kind: 'system' } as const;
/** A wider scope is a change in the agency, and it knows of the audit: it asked for it. */
const trigger = 'material_change';
const type = 'scope_extension';

/** An officer found that a wider scope has to be audited: an entry of the programme, once. */
export const orderScopeAudit = ({ db, now }: House, requestId: string) =>
  db.transaction().execute(async (trx) => {
    const request = await findRequest(trx, requestId);
    const { reviewed_by, review, audit_due_on } = request ?? {};
    if (!request || !reviewed_by || !review || !audit_due_on) return refuse('not_asked');
    const row = await trx
      .insertInto('audit_programme_entry')
      .values({
        ...{ certificate_id: request.certificate_id, type, reason: 'ordered', trigger, grounds: review },
        ...{ due_on: audit_due_on, notice_type: 'announced', window_from: dayOf(now), request_id: requestId },
        ...{ ordered_by: reviewed_by, ordered_at: now },
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) return refuse('already_ordered');
    const about = { subject: row.id, related: [request.audit_body_id] };
    await recordEvent(trx, { actor, now, ...about }, 'audit.ordered', { orderId: row.id, type, trigger });
    return ok(row);
  });

const findRequest = (trx: Transaction<Database>, id: string) =>
  trx
    .selectFrom('certificate_scope_request as request')
    .innerJoin('certificate', 'certificate.id', 'request.certificate_id')
    .select(['request.certificate_id', 'request.reviewed_by', 'request.review', 'request.audit_due_on'])
    .select('certificate.audit_body_id')
    .where('request.id', '=', id)
    .where('request.state', '=', 'audit_needed')
    .executeTakeFirst();

/** The request was refused before its audit was done: nobody has to audit it. */
export const dropScopeAudit = ({ db, now }: House, requestId: string) =>
  db
    .updateTable('audit_programme_entry')
    .set({ dropped_at: now })
    .where('request_id', '=', requestId)
    .where('dropped_at', 'is', null)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('audit_id', 'is', null),
        eb('audit_id', 'in', selectFrom('audit').select('audit.id').where(isUndone)),
      ]),
    )
    .execute();
