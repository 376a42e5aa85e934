import { randomUUID } from 'node:crypto';

import { describe, expect } from 'vitest';

import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { withdrawFinding } from '#app/features/audits/findings/commands/withdraw-finding.server.ts';
import type { RaiseForm } from '#app/features/audits/findings/forms.ts';
import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import type { RecordForm } from '#app/features/audits/interviews/forms.ts';
import { addItem } from '#app/features/audits/remedy/commands/add-item.server.ts';
import { confirmRemedy } from '#app/features/audits/remedy/commands/confirm-remedy.server.ts';
import { correctEntry } from '#app/features/audits/remedy/commands/correct-entry.server.ts';
import { recordPayment } from '#app/features/audits/remedy/commands/record-payment.server.ts';
import type { ConfirmForm, ItemForm, PaymentForm } from '#app/features/audits/remedy/forms.ts';
import { commentOnFacts, endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import type { CommentForm } from '#app/features/audits/report/forms.ts';
import type { Result } from '#app/platform/result.ts';
import { anEngagement, checking, done, fieldwork, type Engagement } from '#tests/support/factories/audits.ts';
import { aWorker } from '#tests/support/factories/interviews.ts';
import { begun, found, itemOf, medical, words } from '#tests/support/factories/remedy.ts';
import { test } from '#tests/support/test.ts';

type Kept = 'finding' | 'fact_check_comment' | 'worker_interview' | 'remedy_entry' | 'remedy_confirmation';
type Send<F> = (form: F & { id: string }) => Promise<Result<unknown>>;

async function rows({ db }: Engagement, table: Kept) {
  const { many } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<string>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
}

const otherWords = { ok: false, refusal: 'sent_before' };

/** One form at once over two connections, then once more: how many rows it left, and what else under its number got. */
async function sentTwice<F extends object>(
  given: Engagement,
  table: Kept,
  { form, others, send }: { form: F; others: readonly F[]; send: Send<F> },
) {
  const [id, before] = [randomUUID(), await rows(given, table)];
  const both = await Promise.all([send({ ...form, id }), send({ ...form, id })]);
  for (const outcome of [...both, await send({ ...form, id })]) expect(outcome).toMatchObject({ ok: true });
  for (const other of others) expect(await send({ ...other, id })).toEqual(otherWords);
  const left = (await rows(given, table)) - before;
  const elsewhere = { ...form, id: randomUUID() };
  const asked = await send(elsewhere);
  // Of a second tab that says the same one is asked; told that it is another, it is one more.
  if (!asked.ok) {
    expect(asked.refusal).toMatch(/^alike:20/);
    done(await send({ ...elsewhere, another: 'on' }));
  }
  expect(await rows(given, table)).toBeGreaterThan(before + left);
  return left;
}

describe('a form sent twice makes one', () => {
  test('finding, with the grade it was raised with', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const send: Send<RaiseForm> = (form) => raiseFinding(given.as(given.lead), audit, '1.1.2', form);
    const others: RaiseForm[] = [
      { ...found, grade: 'minor' },
      { ...found, statement: 'Ten workers paid for their medical tests.' },
      { ...found, harm: 'wages' },
      { ...found, requirementKind: 'law', lawInstrument: 'Foreign Employment Act', lawPlace: 'Section 24' },
    ];
    expect(await sentTwice(given, 'finding', { form: found, others, send })).toBe(1);
    const critical: RaiseForm = { ...found, grade: 'critical', another: 'on' };
    expect(await sentTwice(given, 'finding', { form: critical, others: [found], send })).toBe(1);
    const told = await db.selectFrom('event').select('id').where('type', '=', 'finding.raised').execute();
    expect(told).toHaveLength(await rows(given, 'finding'));
  });

  test('worker to be heard, also when the name in the seal is another', async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const send: Send<RecordForm> = (form) => recordInterview(given.as(given.lead), audit, form);
    const others: RecordForm[] = [
      { ...aWorker, name: 'Somebody Else' },
      { ...aWorker, phone: '' },
      { ...aWorker, stage: 'returned' },
    ];
    expect(await sentTwice(given, 'worker_interview', { form: aWorker, others, send })).toBe(1);
  });

  test('item of the ledger with the workers who came with it, payment, and word of workers', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    const lead = given.as(given.lead);
    const item = { ...medical, moreWorkers: 2 };
    const added = await sentTwice<ItemForm>(given, 'remedy_entry', {
      form: item,
      others: [{ ...item, moreWorkers: 3 }, { ...item, amountMinor: 1 }, medical],
      send: (form) => addItem(lead, finding, form),
    });
    expect(added).toBe(2);

    const paid = { item: await itemOf(given, finding), amount: '400', workers: 1, ...words };
    const payments = await sentTwice<PaymentForm>(given, 'remedy_entry', {
      form: paid,
      others: [
        { ...paid, amount: '401' },
        { ...paid, workers: 0 },
        { ...paid, item: 'none' },
      ],
      send: (form) => recordPayment(given.as(given.recruiter), finding, form),
    });
    expect(payments).toBe(1);

    const said = { asked: 3, confirmed: 2, note: words.note };
    const confirmations = await sentTwice<ConfirmForm>(given, 'remedy_confirmation', {
      form: said,
      others: [{ ...said, confirmed: 1 }],
      send: (form) => confirmRemedy(lead, finding, form),
    });
    expect(confirmations).toBe(1);
  });

  test('comment on the facts; it is answered the same when the check is over', async ({ db }) => {
    const given = await anEngagement(db);
    const { id: audit } = await checking(given, []);
    const comment = { about: 'method' as const, comment: 'Three unions were asked, not two.' };
    const send: Send<CommentForm> = (form) => commentOnFacts(given.as(given.recruiter), audit, form);
    const others = [
      { ...comment, about: 'sample' as const },
      { ...comment, comment: 'Four unions were asked.' },
    ];
    expect(await sentTwice<CommentForm>(given, 'fact_check_comment', { form: comment, others, send })).toBe(
      1,
    );

    const id = randomUUID();
    done(await send({ ...comment, id }));
    done(await endFactCheck(given.as(given.recruiter), audit));
    expect(await send({ ...comment, id })).toMatchObject({ ok: true, value: { id } });
    expect(await send({ ...comment, id: randomUUID() })).toEqual({
      ok: false,
      refusal: 'audit_is_tech_review',
    });
  });
});

test('the number of a record of another audit or ledger is no number for this one', async ({ db }) => {
  const given = await anEngagement(db);
  const other = await anEngagement(db);
  const id = randomUUID();
  const [mine, theirs] = [await fieldwork(given), await fieldwork(other)];
  const both = await Promise.all([
    raiseFinding(given.as(given.lead), mine, '1.1.2', { ...found, id }),
    raiseFinding(other.as(other.lead), theirs, '1.1.2', { ...found, id }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.filter(({ ok }) => !ok)).toEqual([otherWords]);
});

describe('what reads the same from a second tab is asked about', () => {
  test('a finding of one’s own on the indicator, not a colleague’s, nor one that was withdrawn', async ({
    db,
  }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const raise = (form: RaiseForm, code = '1.1.2') => raiseFinding(given.as(given.lead), audit, code, form);
    const { id } = done(await raise({ ...found, id: randomUUID() }));
    const spaced = { ...found, statement: `  ${found.statement.replaceAll(' ', '  ')}`, id: randomUUID() };
    expect(await raise(spaced)).toMatchObject({ ok: false, refusal: expect.stringMatching(/^alike:/) });
    expect(await rows(given, 'finding')).toBe(1);
    done(await raise({ ...found, statement: 'Ten workers paid for their tests.', id: randomUUID() }));
    done(await raise({ ...found, id: randomUUID() }, '1.1.3'));
    done(await withdrawFinding(given.as(given.lead), id, { reason: 'It was raised by mistake.' }));
    done(await raise(spaced));
  });

  test('a payment of the same day and amount, until it is taken back', async ({ db }) => {
    const given = await anEngagement(db);
    const finding = await begun(given);
    const recruiter = given.as(given.recruiter);
    const paid = { item: await itemOf(given, finding), amount: '300', workers: 0, ...words };
    const pay = (form: PaymentForm) => recordPayment(recruiter, finding, form);
    const { id } = done(await pay({ ...paid, id: randomUUID() }));
    const second = { ...paid, note: 'By bank once more, with a receipt.', id: randomUUID() };
    expect(await pay(second)).toMatchObject({ ok: false, refusal: expect.stringMatching(/^alike:/) });
    done(await pay({ ...second, happenedOn: '2026-02-01' }));
    done(await correctEntry(recruiter, finding, { entry: id, note: 'It never left the bank.' }));
    done(await pay({ ...second, id: randomUUID() }));
  });
});
