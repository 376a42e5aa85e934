import type { Kysely } from 'kysely';

import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { inBatches, oneByOne } from '#app/platform/operation/round.ts';
import { refuse } from '#app/platform/result.ts';
import type { Officer, Scope, System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import type { PaymentForm } from './forms.ts';
import { issue, type Moment } from './issue.server.ts';
import { findCycle, listUnlevied } from './levies.server.ts';
import { receive } from './ledger/receive.server.ts';
import { lockInvoice } from './queries.server.ts';
import { begunYears, cancel, pay } from './rules.ts';

type House = { db: Kysely<Database>; now: Date };
type Asking = House & Moment;
const system: System = { kind: 'system' };

/** One invoice an application, for the fee of its day; a second asks nothing. */
export const issueApplicationFee = ({ db, ...moment }: Asking, applicationId: string) =>
  db
    .transaction()
    .execute((trx) => issue(trx, moment, { applicationId, purpose: 'application_fee', occasion: '' }));

/** After a deferral that ran out; `occasion` tells one deferral from the next. */
export const issueExtraFee = ({ db, ...moment }: Asking, applicationId: string, occasion: string) =>
  db.transaction().execute((trx) => issue(trx, moment, { applicationId, purpose: 'extra_fee', occasion }));

/** The levy of every certificate year that has begun, once each, also of those begun while no clock ran. */
export const issueAnnualLevies = ({ db, now }: House) =>
  oneByOne(
    inBatches((after) => listUnlevied(db, dayOf(now), after)),
    async (certificateId) => {
      const { applicationId, since, ...cycle } = await findCycle(db, certificateId);
      const occasions = begunYears(cycle, dayOf(now)).filter((first) => first >= since);
      await oneByOne(occasions, (occasion) =>
        db
          .transaction()
          .execute((trx) => issue(trx, { now }, { applicationId, purpose: 'annual_levy', occasion })),
      );
    },
  );

/** What an ended application no longer owes. */
export async function cancelInvoicesOf({ db, now }: House, applicationId: string, because: string) {
  const open = await db
    .selectFrom('invoice')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('purpose', '<>', 'annual_levy')
    .where('status', '=', 'open')
    .execute();
  for (const { id } of open) await cancelInvoice({ db, now, actor: system }, id, because);
}

/** Nobody pays it any more; money that still comes goes back. */
export function cancelInvoice({ db, actor, now }: Scope<Officer | System>, id: string, because: string) {
  return db.transaction().execute(async (trx) => {
    const current = await lockInvoice(trx, id);
    if (!current) return refuse('not_found');
    const decision = cancel(current, because);
    if (!decision.ok) return decision;
    await trx
      .updateTable('invoice')
      .set({ status: 'cancelled', cancelled_at: now, cancelled_because: because })
      .where('id', '=', id)
      .execute();
    const about = { subject: id, related: [current.applicationId, current.organisationId] };
    await recordEvent(trx, { actor, now, ...about }, 'invoice.cancelled', {});
    return decision;
  });
}

/** The officer saw the transfer on the scheme's account. One that comes for a paid invoice is kept, to be given back. */
export function recordBankTransfer({ db, actor, now }: Scope<Officer>, id: string, form: PaymentForm) {
  return db.transaction().execute(async (trx) => {
    const current = await lockInvoice(trx, id);
    if (!current) return refuse('not_found');
    const decision = pay(current, { amountMinor: form.amount, receivedOn: form.receivedOn }, dayOf(now));
    if (!decision.ok) return decision;
    const received = await receive(trx, { actor, now }, current, {
      method: 'bank_transfer',
      externalId: form.reference,
      amountMinor: form.amount,
      currency: current.currency,
      receivedOn: form.receivedOn,
      recordedBy: actor.accountId,
      description: null,
    });
    // Said twice of one invoice, it is paid; said of another, somebody should look at the statement.
    if (!received.ok)
      return refuse(received.value.invoiceId === id ? 'already_paid' : 'transfer_already_used');
    return decision;
  });
}
