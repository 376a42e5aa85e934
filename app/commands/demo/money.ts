import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { recordArrival } from '#app/features/billing/ledger/commands.server.ts';
import { dayOf } from '#app/platform/calendar.ts';

import { actorOf, done, type Stage } from './stage.ts';

/** What an officer finds under payments: a part that waits for its rest, and a fee that came twice. */
export async function addMoney(stage: Stage) {
  const { db, today } = stage;
  const officer = { db, actor: actorOf(stage, 'officer@scheme.example', 'officer'), now: today };
  const part = { receivedOn: dayOf(today), currency: 'USD', amount: '450.00', reference: 'TT-88214' };
  const description = 'Ganges Overseas: certification, first part';
  await done(recordArrival(officer, { ...part, description }), 'record money');
  const paid = await db
    .selectFrom('invoice')
    .select(['id', 'amount_minor'])
    .where('status', '=', 'paid')
    .where('purpose', '=', 'application_fee')
    .orderBy('issued_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const again = { receivedOn: dayOf(today), amount: paid.amount_minor, reference: 'TT-88309' };
  await done(recordBankTransfer(officer, paid.id, again), 'record a second transfer');
}
