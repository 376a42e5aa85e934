import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { verifyEvidence } from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { acceptPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { addItem } from '#app/features/audits/remedy/commands/add-item.server.ts';
import { confirmRemedy } from '#app/features/audits/remedy/commands/confirm-remedy.server.ts';
import { correctEntry } from '#app/features/audits/remedy/commands/correct-entry.server.ts';
import { openRemedy } from '#app/features/audits/remedy/commands/open-remedy.server.ts';
import { recordPayment } from '#app/features/audits/remedy/commands/record-payment.server.ts';
import { itemForm } from '#app/features/audits/remedy/forms.ts';
import { moneyOf, peopleOf } from '#app/features/audits/remedy/rules.ts';
import { minorAmount } from '#app/platform/payments/money.ts';
import {
  anEngagement,
  done,
  fieldwork,
  strangers,
  type Engagement,
} from '#tests/support/factories/audits.ts';
import { closing, correctiveAction, evidence, seen } from '#tests/support/factories/corrections.ts';
import {
  begun,
  found,
  harmed,
  itemOf,
  ledger,
  medical,
  payment,
  say,
  words,
} from '#tests/support/factories/remedy.ts';
import { test } from '#tests/support/test.ts';

const refuses = (given: Engagement, what: string, why: string) =>
  expect(sql.raw(what).execute(given.db)).rejects.toThrow(why);
const facts = async ({ db }: Engagement) =>
  (
    await db
      .selectFrom('event')
      .select('type')
      .where('type', 'like', 'remedy.%')
      .orderBy('position')
      .execute()
  ).map(({ type }) => type);

async function proven({ as, recruiter, lead }: Engagement, finding: string) {
  done(await submitPlan(as(recruiter), finding, correctiveAction));
  done(await acceptPlan(as(lead), finding, { round: 1 }));
  done(await submitEvidence(as(recruiter), finding, evidence));
  return verifyEvidence(as(lead), finding, seen('worker_confirmed'));
}

/** Evidence called good past the house, with the answer to it that belongs to it. */
const verifiedBy = ({ lead }: Engagement, state = 'verified', more = '') =>
  `update finding_evidence set answer = 'verified', answered_at = now(), answered_by = '${lead.accountId}';
   update finding set state = '${state}', verified_at = now(), verified_by = '${lead.accountId}', verification_method = 'worker_confirmed'${more}`;

test('harm is marked by the auditor, and by the standard where somebody must have paid', async ({ db }) => {
  const given = await anEngagement(db);
  const audit = await fieldwork(given);
  const raise = async (code: string, form: Partial<Parameters<typeof raiseFinding>[3]>) => {
    const { id } = done(await raiseFinding(given.as(given.lead), audit, code, { ...found, ...form }));
    return db
      .selectFrom('finding')
      .select(['harm', 'workers_paid'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  };
  expect(await raise('1.1.2', {})).toEqual({ harm: null, workers_paid: false });
  expect(await raise('2.1.1', { harm: 'documents_held' })).toEqual({
    harm: 'documents_held',
    workers_paid: false,
  });
  expect(await raise('1.1.5', {})).toEqual({ harm: 'fee_charged', workers_paid: true });
  expect(await raise('1.1.5', { grade: 'observation' })).toMatchObject({ harm: null });
  await refuses(given, `update finding set harm = null, workers_paid = false`, 'stands as it is');
  await refuses(
    given,
    `insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, statement, evidence, state, raised_at, raised_by)
     select audit_id, application_id, organisation_id, 99, scheme_version_id, '1.1.5', 'major', statement, evidence, 'raised', raised_at, raised_by from finding limit 1`,
    'is harm to workers',
  );
});

describe('a remedy', () => {
  test('runs from opening to complete, and only then the finding closes', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    expect(await ledger(given, finding)).toMatchObject({ dueOn: '2026-05-30', completed: false });
    expect(await proven(given, finding)).toEqual({ ok: false, refusal: 'remedy_open' });
    await refuses(given, verifiedBy(given), 'once they are made whole');
    const second = `, closed_at = now(), closed_by = '${given.reviewer.accountId}'`;
    await refuses(given, verifiedBy(given, 'closed', second), 'closed once they are made whole');
    done(await payment(given, finding, '400', 4));
    expect(done(await say(given, finding, 3))).toEqual({ completed: false });
    done(await payment(given, finding, '500.00', 5));
    expect(done(await say(given, finding, 3, 2))).toEqual({ completed: false });
    expect(done(await say(given, finding, 3))).toEqual({ completed: true });
    const remedy = await ledger(given, finding);
    expect(moneyOf(remedy.entries)).toEqual([{ currency: 'NPR', owed: 90_000, paid: 90_000 }]);
    expect(peopleOf(remedy.entries)).toEqual({ affected: 9, madeWhole: 9 });
    expect(await payment(given, finding, '1', 0)).toEqual({ ok: false, refusal: 'remedy_completed' });
    done(await verifyEvidence(given.as(given.lead), finding, { ...seen('worker_confirmed'), affected: 9 }));
    done(await closeFinding(given.as(given.reviewer), finding, closing));
    expect(await facts(given)).toEqual([
      ...['remedy.opened', 'remedy.item_added', 'remedy.paid', 'remedy.confirmed'],
      ...['remedy.paid', 'remedy.settled', 'remedy.confirmed', 'remedy.confirmed', 'remedy.completed'],
    ]);
  });

  test('holds a minor finding open, too, which a second person closes', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await harmed(given, 'fee_charged', 'minor');
    expect(await proven(given, finding)).toEqual({ ok: false, refusal: 'remedy_open' });
    done(await openRemedy(given.as(given.lead), finding, { workers: 1, ...words }));
    done(await addItem(given.as(given.lead), finding, medical));
    done(await payment(given, finding, '900', 1));
    done(await say(given, finding, 1));
    const closedBy = (id: string) => verifiedBy(given, 'closed', `, closed_at = now(), closed_by = '${id}'`);
    await refuses(given, closedBy(given.lead.accountId), 'closed by a reviewer of the audit body');
    await refuses(given, closedBy(given.reviewer.accountId), 'any other waits for a second person');
    done(
      await verifyEvidence(given.as(given.lead), finding, {
        ...seen('worker_confirmed'),
        ...{ confirmed: 1, affected: 1 },
      }),
    );
    const state = () => db.selectFrom('finding').select('state').where('id', '=', finding).execute();
    expect(await state()).toEqual([{ state: 'verified' }]);
    const close = `update finding set state = 'closed', closed_at = now(), closed_by =`;
    await refuses(given, `${close} '${given.lead.accountId}'`, 'closed by a reviewer of the audit body');
    expect(await closeFinding(given.as(given.lead), finding, closing)).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
    done(await closeFinding(given.as(given.reviewer), finding, closing));
    expect(await state()).toEqual([{ state: 'closed' }]);
  });

  test('of papers that were held needs no money', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await harmed(given, 'documents_held');
    done(await openRemedy(given.as(given.lead), finding, { workers: 2, ...words }));
    const back = { item: 'none', workers: 2, ...words } as const;
    done(await recordPayment(given.as(given.recruiter), finding, back));
    expect(done(await say(given, finding, 2))).toEqual({ completed: true });
  });

  test('is shown by documents of its own recruiter alone', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    const item = await itemOf(given, finding);
    const shown = { item, amount: '1', workers: 0, ...words };
    const document = `${crypto.randomUUID()}/1`;
    expect(await recordPayment(given.as(given.recruiter), finding, { ...shown, document })).toEqual({
      ok: false,
      refusal: 'no_such_document',
    });
  });
});

describe('the ledger', () => {
  test('is corrected by counter-entries, each entry once', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    done(await payment(given, finding, '900', 9));
    const paid = (await ledger(given, finding)).entries.find(({ kind }) => kind === 'paid')?.id ?? '';
    const take = () =>
      correctEntry(given.as(given.recruiter), finding, { entry: paid, note: 'Only half of it was sent.' });
    const both = await Promise.all([take(), take()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, refusal: 'corrected_before' });
    const remedy = await ledger(given, finding);
    expect(moneyOf(remedy.entries)).toEqual([{ currency: 'NPR', owed: 90_000, paid: 0 }]);
    expect(remedy.entries).toHaveLength(4);
    const owed = { entry: await itemOf(given, finding), note: 'It was another currency.' };
    expect(await correctEntry(given.as(given.recruiter), finding, owed)).toEqual({
      ok: false,
      refusal: 'team_corrects',
    });
    done(await correctEntry(given.as(given.lead), finding, owed));
    expect(await facts(given)).toContain('remedy.corrected');
  });

  test('takes two payments at once for what is owed once', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    const both = await Promise.all([1, 2].map(() => payment(given, finding, '900', 9)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, refusal: 'more_than_affected' });
  });

  test('is written by those it is the business of', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    const others = await strangers(db);
    const forbidden = { ok: false, refusal: 'forbidden' };
    const absent = { ok: false, refusal: 'not_found' };
    const open = { workers: 1, ...words };
    expect(await openRemedy(given.as(given.lead), finding, open)).toEqual({
      ok: false,
      refusal: 'remedy_opened',
    });
    expect(await openRemedy(given.as(given.recruiter), finding, open)).toEqual(forbidden);
    expect(await addItem(given.as(given.recruiter), finding, medical)).toEqual(forbidden);
    expect(await addItem(given.as(others.auditor), finding, medical)).toEqual(absent);
    const said = { asked: 1, confirmed: 1, note: words.note };
    expect(await confirmRemedy(given.as(given.recruiter), finding, said)).toEqual(forbidden);
    expect(await confirmRemedy(given.as(given.reviewer), finding, said)).toEqual(forbidden);
    const back = { item: 'none', workers: 1, ...words } as const;
    expect(await recordPayment(given.as(given.lead), finding, back)).toEqual(forbidden);
    expect(await recordPayment(given.as(others.recruiter), finding, back)).toEqual(absent);
  });

  test('reads amounts in the digits of their currency', () => {
    expect(minorAmount('1,250.50', 'NPR')).toBe(125_050);
    expect(minorAmount('1250', 'JPY')).toBe(1250);
    expect(minorAmount('1250.5', 'JPY')).toBeUndefined();
    expect(minorAmount('1.250', 'KWD')).toBe(1250);
    expect(minorAmount('250,000,000.00', 'NPR')).toBe(25_000_000_000);
    for (const amount of ['', '0', '-1', '1,2', 'ten']) expect(minorAmount(amount, 'USD')).toBeUndefined();
    const id = crypto.randomUUID();
    const form = { id, category: 'WAGES', payer: 'employer', currency: 'usd', amount: '3', ...words };
    expect(itemForm.parse(form)).toMatchObject({ currency: 'USD', amountMinor: 300 });
    expect(itemForm.safeParse({ ...form, currency: 'ABC' }).success).toBe(false);
  });
});
