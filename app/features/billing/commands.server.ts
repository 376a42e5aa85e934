import type { Kysely } from 'kysely';
import pg from 'pg';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Officer, Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { PaymentForm } from './forms.ts';
import { lockInvoice } from './queries.server.ts';
import { pay } from './rules.ts';

const feeShape = z.object({
  fees: z.object({
    application: z.object({ amountMinor: z.number().int().positive(), currency: z.string() }),
  }),
  clocks: z.object({ paymentDays: z.number().int() }),
});

/** One invoice an application, for the fee and within the days of the version it was made under; a second asks nothing. */
export function issueApplicationFee({ db, now }: { db: Kysely<Database>; now: Date }, applicationId: string) {
  const actor: System = { kind: 'system' };
  return db.transaction().execute(async (trx) => {
    const { organisation_id, scheme_version_id, terms } = await trx
      .selectFrom('application')
      .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
      .select(['organisation_id', 'scheme_version_id', 'terms'])
      .where('application.id', '=', applicationId)
      .executeTakeFirstOrThrow();
    const { fees, clocks } = feeShape.parse(terms);
    const { amountMinor, currency } = fees.application;
    const dueOn = addDays(dayOf(now), clocks.paymentDays);
    const purpose = 'application_fee';
    const issued = await trx
      .insertInto('invoice')
      .values({
        organisation_id,
        application_id: applicationId,
        scheme_version_id,
        purpose,
        amount_minor: amountMinor,
        currency,
        status: 'open',
        issued_at: now,
        due_on: dueOn,
      })
      .onConflict((conflict) => conflict.columns(['application_id', 'purpose']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!issued) return refuse('already_issued');
    const about = { subject: issued.id, related: [applicationId, organisation_id] };
    await recordEvent(trx, { actor, now, ...about }, 'invoice.issued', {
      invoiceId: issued.id,
      amountMinor,
      currency,
      dueOn,
    });
    return ok({ id: issued.id });
  });
}

/** The officer saw the transfer on the scheme's account. */
export async function recordBankTransfer({ db, actor, now }: Scope<Officer>, id: string, form: PaymentForm) {
  const recorded = db.transaction().execute(async (trx) => {
    const current = await lockInvoice(trx, id);
    if (!current) return refuse('not_found');
    const decision = pay(current, { amountMinor: form.amount, receivedOn: form.receivedOn }, dayOf(now));
    if (!decision.ok) return decision;
    const { receivedOn } = decision.value;
    const payment = {
      payment_method: 'bank_transfer',
      payment_reference: form.reference,
      recorded_by: actor.accountId,
    };
    await trx
      .updateTable('invoice')
      .set({ status: 'paid', paid_at: now, received_on: receivedOn, ...payment })
      .where('id', '=', id)
      .execute();
    const about = { subject: id, related: [current.applicationId, current.organisationId] };
    await recordEvent(trx, { actor, now, ...about }, 'invoice.paid', {
      invoiceId: id,
      method: 'bank_transfer',
    });
    return decision;
  });
  return recorded.catch((error: unknown) => {
    // One transfer pays one invoice: the unique index says so, whoever else recorded it.
    if (error instanceof pg.DatabaseError && error.constraint === 'invoice_payment_once')
      return refuse('transfer_already_used');
    throw error;
  });
}
