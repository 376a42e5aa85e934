import { sql, type Kysely, type Transaction } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Database } from '#db/client.server.ts';

import { orderOnComplaint } from '../rules.ts';

type House = { db: Kysely<Database>; now: Date };
const actor = { kind: 'system' } as const;
const [type, trigger] = ['special', 'critical_complaint'] as const;

/** Points to nobody: a rule says that such an audit is due, and the team asks no worker who complained. */
const grounds =
  'Due by the scheme’s rules. Look in every corridor at what workers paid, at their papers, their wages and how they are treated. Ask nobody whether they complained.';

/**
 * The special audit of a severe complaint that was found to be so, once: the recruiter's certificate has one within a month of
 * which it is not told, or one that was ordered on another complaint looks into this too.
 */
export const orderForComplaint = ({ db, now }: House, complaintId: string) =>
  db.transaction().execute(async (trx) => {
    const certificate = await lockCertificate(trx, complaintId, now);
    if (!certificate) return refuse('no_certificate');
    const open = await openOrder(trx, certificate.id);
    if (open) return link(trx, { complaintId, entryId: open.id, now });
    const days = orderOnComplaint(certificate, await daysTaken(trx, certificate.id), dayOf(now));
    if (!days.ok) return days;
    const { windowFrom, dueOn } = days.value;
    const { id } = await trx
      .insertInto('audit_programme_entry')
      .values({
        ...{ certificate_id: certificate.id, type, reason: 'ordered', trigger, grounds, ordered_at: now },
        ...{ notice_type: 'unannounced', window_from: windowFrom, due_on: dueOn },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    // As other orders: not about the recruiter, and nothing in it names the complaint.
    const about = { subject: id, related: [certificate.bodyId] };
    await recordEvent(trx, { actor, now, ...about }, 'audit.ordered', { orderId: id, type, trigger });
    return link(trx, { complaintId, entryId: id, now });
  });

/** The certificate of whom the complaint is about, where it stands and nothing was ordered for this complaint. */
const lockCertificate = (trx: Transaction<Database>, complaintId: string, now: Date) =>
  trx
    .selectFrom('certificate')
    .innerJoin('complaint', 'complaint.organisation_id', 'certificate.organisation_id')
    .select(['certificate.id', 'certificate.status', 'certificate.valid_until as validUntil'])
    .select('certificate.audit_body_id as bodyId')
    .where('complaint.id', '=', complaintId)
    .where('complaint.id', 'in', sql<string>`(select complaints_unanswered(${now}))`)
    .where('certificate.status', 'in', ['active', 'active_under_watch', 'suspended'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('audit_programme')
          .select('audit_programme.certificate_id')
          .whereRef('audit_programme.certificate_id', '=', 'certificate.id'),
      ),
    )
    .orderBy('certificate.valid_until', 'desc')
    .limit(1)
    .forUpdate('certificate')
    .executeTakeFirst();

/** One that was ordered on a complaint and whose fieldwork is still to be done. */
const openOrder = (trx: Transaction<Database>, certificateId: string) =>
  trx
    .selectFrom('audit_programme_entry as entry')
    .leftJoin('audit', 'audit.id', 'entry.audit_id')
    .select('entry.id')
    .where('entry.certificate_id', '=', certificateId)
    .where('entry.type', '=', type)
    .where('entry.trigger', '=', trigger)
    .where('entry.dropped_at', 'is', null)
    .where('audit.fieldwork_done_at', 'is', null)
    .orderBy('entry.due_on')
    .orderBy('entry.id')
    .limit(1)
    .executeTakeFirst();

async function daysTaken(trx: Transaction<Database>, certificateId: string) {
  const rows = await trx
    .selectFrom('audit_programme_entry')
    .select('due_on')
    .where('certificate_id', '=', certificateId)
    .where('type', '=', type)
    .where('reason', '=', 'ordered')
    .execute();
  return rows.map(({ due_on }) => due_on);
}

type Linked = { complaintId: string; entryId: string; now: Date };

async function link(trx: Transaction<Database>, { complaintId, entryId, now }: Linked) {
  const row = { complaint_id: complaintId, entry_id: entryId, linked_at: now };
  await trx.insertInto('complaint_audit').values(row).execute();
  return ok({ entryId });
}

/** Whatever the fact did not reach: a certificate whose programme was set later, or that was issued since. Every day. */
export async function orderForComplaints({ db, now }: House) {
  const { rows } = await sql<{ id: string }>`select complaints_unanswered(${now}) as id limit 200`.execute(
    db,
  );
  for (const { id } of rows) await orderForComplaint({ db, now }, id);
}
