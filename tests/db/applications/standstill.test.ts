import { describe, expect } from 'vitest';

import { expireDeferrals, lapseApplications } from '#app/features/applications/clocks/commands.server.ts';
import { deferApplication } from '#app/features/applications/review-commands.server.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { anApplicant, inReview, sent, type Applicant } from '#tests/support/factories/applications.ts';
import { done } from '#tests/support/factories/audits.ts';
import { test } from '#tests/support/test.ts';

const reasons = { reasons: 'Licence confirmed with the authority, owners disclosed.' };
/** Ten in the morning on a day counted from the first of March 2026. */
const on = (days: number) => new Date(Date.parse('2026-03-01T10:00:00Z') + days * 86_400_000);

const stateOf = async ({ officer, id }: Applicant) =>
  (await officer.db.selectFrom('application').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;

describe('what came in time, while nobody worked off the queue,', () => {
  test('keeps the clock from ending an application: its fee', async ({ db, work }) => {
    const given = await anApplicant(db);
    await sent(given, work);
    const invoice = await db.selectFrom('invoice').select(['id', 'amount_minor']).executeTakeFirstOrThrow();
    const payment = { receivedOn: '2026-03-31', amount: invoice.amount_minor, reference: 'Transfer 9' };
    done(await recordBankTransfer({ ...given.officer, now: on(30) }, invoice.id, payment));
    await lapseApplications({ db, now: on(31) });
    expect(await stateOf(given)).toBe('awaiting_payment');
    await work();
    expect(await stateOf(given)).toBe('under_review');
  });

  test('keeps the clock from ending an application: its extra fee', async ({ db, work }) => {
    const given = await anApplicant(db);
    await inReview(given, work);
    done(await deferApplication(given.officer, given.id, reasons));
    await expireDeferrals({ db, now: on(61) });
    await work();
    const { id, amount_minor: amount } = await db
      .selectFrom('invoice')
      .select(['id', 'amount_minor'])
      .where('purpose', '=', 'extra_fee')
      .executeTakeFirstOrThrow();
    const payment = { receivedOn: '2026-10-27', amount, reference: 'Transfer 10' };
    done(await recordBankTransfer({ ...given.officer, now: on(240) }, id, payment));
    await lapseApplications({ db, now: on(241) });
    expect(await stateOf(given)).toBe('deferred_expired');
    await work();
    expect(await stateOf(given)).toBe('under_review');
  });
});
