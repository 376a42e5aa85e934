import type { Transaction } from 'kysely';
import { z } from 'zod';

import { recordEvent } from '#app/events/record.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { System } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { findFeeSchedule } from './fees/queries.server.ts';
import { feeFor } from './fees/rules.ts';
import type { Money, Purpose } from './model.ts';
import { payerOf } from './payer.server.ts';

const feeShape = z.object({
  fees: z.object({
    application: z.object({ amountMinor: z.number().int().positive(), currency: z.string() }),
  }),
  clocks: z.object({ paymentDays: z.number().int() }),
});

/** `now` dates the invoice; where it is asked for later than that, the days to pay count from `runsAt`. */
export type Moment = { now: Date; runsAt?: Date };
const later = ({ now, runsAt }: Moment) => (runsAt && runsAt > now ? runsAt : now);

export type Occasion = { applicationId: string; purpose: Purpose; occasion: string };

const actor: System = { kind: 'system' };
const ended = new Set(['withdrawn', 'lapsed', 'discarded', 'rejected', 'refused']);

/** One invoice for one occasion; a second asks nothing. The fee is that of the schedule in force on the day. */
export async function issue(trx: Transaction<Database>, moment: Moment, asked: Occasion) {
  const { now } = moment;
  const { applicationId, purpose, occasion } = asked;
  // Whoever issues for an application at the same time waits here: a number taken for nothing would be a gap.
  const { organisation_id, scheme_version_id, state } = await trx
    .selectFrom('application')
    .select(['organisation_id', 'scheme_version_id', 'state'])
    .where('id', '=', applicationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  if (await isIssued(trx, asked)) return refuse('already_issued');
  // Facts may overtake each other: it may have ended before its fee was asked for.
  if (purpose !== 'annual_levy' && ended.has(state)) return refuse('application_ended');
  const { fee, paymentDays, payer } = await feeOf(trx, now, { ...asked, versionId: scheme_version_id });
  if (!fee) return refuse('no_fee');
  const { amountMinor, currency } = fee;
  const dueOn = addDays(dayOf(later(moment)), paymentDays);
  const { id } = await trx
    .insertInto('invoice')
    .values({
      organisation_id,
      application_id: applicationId,
      scheme_version_id,
      purpose,
      occasion,
      payer: JSON.stringify(payer),
      amount_minor: amountMinor,
      currency,
      status: 'open',
      issued_at: now,
      due_on: dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const about = { subject: id, related: [applicationId, organisation_id] };
  const facts = { invoiceId: id, amountMinor, currency, dueOn, purpose };
  await recordEvent(trx, { actor, now, ...about }, 'invoice.issued', facts);
  return ok({ id });
}

const isIssued = (trx: Transaction<Database>, { applicationId, purpose, occasion }: Occasion) =>
  trx
    .selectFrom('invoice')
    .select('id')
    .where('application_id', '=', applicationId)
    .where('purpose', '=', purpose)
    .where('occasion', '=', occasion)
    .executeTakeFirst();

/** Where the schedule says nothing, the version's own terms do: they know one fee, and it is asked again when late. */
async function feeOf(trx: Transaction<Database>, now: Date, asked: Occasion & { versionId: string }) {
  // The tier goes by where the organisation is registered, and not by what it answers.
  const { terms, country } = await trx
    .selectFrom('application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .select(['scheme_version.terms', 'organisation.country'])
    .where('application.id', '=', asked.applicationId)
    .executeTakeFirstOrThrow();
  const { fees, clocks } = feeShape.parse(terms);
  const schedule = await findFeeSchedule({ db: trx }, asked.versionId, dayOf(now));
  const payer = await payerOf(trx, asked.applicationId);
  const size = schedule?.sizeBy === 'staff' ? payer.staff : payer.workersPlaced;
  const fallback: Money | undefined = asked.purpose === 'annual_levy' ? undefined : fees.application;
  const listed = schedule && feeFor(schedule, { purpose: asked.purpose, country, size });
  return { fee: listed ?? fallback, paymentDays: clocks.paymentDays, payer };
}
