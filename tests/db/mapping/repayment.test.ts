import { describe, expect } from 'vitest';

import {
  addAffected,
  addInstalment,
  addOwed,
  confirmRepaid,
  correctLine,
  openPlan,
  recordRepayment,
} from '#app/features/mapping/actions/repayment/commands.server.ts';
import type { OwedForm } from '#app/features/mapping/actions/repayment/forms.ts';
import { findPlan, listPlans } from '#app/features/mapping/actions/repayment/queries.server.ts';
import { isComplete, moneyOf, peopleOf } from '#app/features/mapping/actions/repayment/rules.ts';
import { listActionTasks } from '#app/features/mapping/actions/tasks.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { test } from '#tests/support/test.ts';

const day = '2026-03-01';
const note = 'Pay slips and what eight workers said.';

async function aPlan(scope: Scope<Company>) {
  const { id } = done(await openPlan(scope, { title: 'Welders from Nepal', workers: 8, note }));
  const item = crypto.randomUUID();
  const owed: OwedForm = { category: 'COST_MEDICAL', currency: 'NPR', amountMinor: 96_000, day, note };
  done(await addOwed(scope, id, { id: item, ...owed }));
  const pay = (amount: string, workers: number, overWhy?: string) =>
    recordRepayment(scope, id, { item, amount, workers, day, note, overWhy });
  return { id, item, pay, owed };
}

const entriesOf = async (scope: Scope<Company>, id: string) =>
  (await findPlan(scope, id))?.lines.map(({ entry }) => entry) ?? [];

describe('a repayment plan', () => {
  test('tells money repaid and people made whole, and ends when workers confirm', async ({ db, now }) => {
    const { owner } = await aCompany(db, now);
    const { id, pay } = await aPlan(owner);
    done(await addInstalment(owner, id, { currency: 'NPR', amountMinor: 60_000, day: '2026-03-15', note }));
    expect(await listActionTasks(owner)).toMatchObject([{ what: 'Repay workers', due: '2026-03-15' }]);
    done(await pay('600', 5));
    expect(await listActionTasks(owner)).toEqual([]);
    expect(await confirmRepaid(owner, id, { workers: 6, day, note })).toEqual({
      ok: false,
      refusal: 'more_than_made_whole',
    });
    done(await pay('360', 3));
    done(await confirmRepaid(owner, id, { workers: 8, day, note }));
    const entries = await entriesOf(owner, id);
    expect(moneyOf(entries)).toEqual([{ currency: 'NPR', owed: 96_000, paid: 96_000, over: 0 }]);
    expect(peopleOf(entries)).toEqual({ affected: 8, madeWhole: 8, confirmed: 8 });
    expect(isComplete(entries)).toBe(true);
    expect(await listPlans(owner)).toMatchObject([{ id, title: 'Welders from Nepal' }]);
  });

  test('pays more than is owed only where it is said why, also past the rule', async ({ db, now }) => {
    const { owner } = await aCompany(db, now);
    const { id, item, pay } = await aPlan(owner);
    expect(await pay('960.01', 8)).toEqual({ ok: false, refusal: 'more_than_owed' });
    const line = { plan_id: id, company_id: owner.actor.organisationId, kind: 'paid', item_id: item };
    const money = { category: 'COST_MEDICAL', currency: 'NPR', amount_minor: 96_001, workers: 1 };
    const by = { day, note, recorded_at: now, recorded_by: owner.actor.accountId };
    const past = db.insertInto('repayment_entry').values({ ...line, ...money, ...by });
    await expect(past.execute()).rejects.toThrow('only where somebody says why');
    done(await pay('1,000', 8, 'Interest on the loans they took for it'));
    const entries = await entriesOf(owner, id);
    expect(moneyOf(entries)).toEqual([{ currency: 'NPR', owed: 96_000, paid: 100_000, over: 4000 }]);
    expect(entries.at(-1)).toMatchObject({ overWhy: 'Interest on the loans they took for it' });
  });

  test('takes back what was wrong by another line, and rewrites none', async ({ db, now }) => {
    const { owner } = await aCompany(db, now);
    const { id, item, pay } = await aPlan(owner);
    done(await pay('600', 5));
    expect(await correctLine(owner, id, { entry: item, note })).toEqual({
      ok: false,
      refusal: 'paid_already',
    });
    const wrong = (await entriesOf(owner, id)).at(-1)?.id ?? '';
    done(await correctLine(owner, id, { entry: wrong, note }));
    expect(await correctLine(owner, id, { entry: wrong, note })).toEqual({
      ok: false,
      refusal: 'corrected_before',
    });
    done(await correctLine(owner, id, { entry: item, note }));
    expect(moneyOf(await entriesOf(owner, id))).toEqual([]);
    done(await addAffected(owner, id, { workers: 2, day, note }));
    expect(peopleOf(await entriesOf(owner, id))).toMatchObject({ affected: 10, madeWhole: 0 });
    await expect(db.updateTable('repayment_entry').set({ amount_minor: 1 }).execute()).rejects.toThrow();
    await expect(db.deleteFrom('repayment_entry').execute()).rejects.toThrow();
  });

  test('takes nothing twice, nothing ahead of its day, and nothing of another company', async ({
    db,
    now,
  }) => {
    const { owner } = await aCompany(db, now);
    const other = await aCompany(db, now, 'Delta');
    const { id, item, owed } = await aPlan(owner);
    expect(await addOwed(owner, id, { id: item, ...owed })).toEqual({ ok: false, refusal: 'sent_before' });
    expect(await addOwed(owner, id, { ...owed, day: '2026-03-02' })).toEqual({
      ok: false,
      refusal: 'not_yet',
    });
    expect(await findPlan(other.owner, id)).toBeUndefined();
    expect(await addOwed(other.owner, id, owed)).toEqual({ ok: false, refusal: 'not_found' });
    expect(await correctLine(other.owner, id, { entry: item, note })).toEqual({
      ok: false,
      refusal: 'not_found',
    });
  });

  test('lets two who pay at once not pay twice', async ({ db, now }) => {
    const { owner } = await aCompany(db, now);
    const { id, pay } = await aPlan(owner);
    const both = await Promise.all([pay('960', 8), pay('960', 8)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(moneyOf(await entriesOf(owner, id))).toMatchObject([{ paid: 96_000 }]);
  });
});
