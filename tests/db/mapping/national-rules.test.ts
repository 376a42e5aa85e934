import { describe, expect } from 'vitest';

import {
  changeRule,
  withdrawRule,
  writeRule,
} from '#app/features/mapping/corridors/national/commands.server.ts';
import {
  findRule,
  listInForce,
  listNationalRules,
  zeroFeeAmong,
} from '#app/features/mapping/corridors/national/queries.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { bookPeople, ruleForm } from '#tests/support/factories/corridors.ts';
import { test } from '#tests/support/test.ts';

const { country: _c, category: _k, validFrom: _v, ...said } = ruleForm;
const capped = { ...said, payerAllowed: 'worker_capped' as const, cap: 'One month of pay' };
const reason = { reason: 'It was struck down by a court.' };

describe('a national rule', () => {
  test('is written again, keeps its versions, and holds from its first day until another begins', async ({
    db,
  }) => {
    const { officer, company } = await bookPeople(db);
    const { id } = done(await writeRule(officer, ruleForm));
    expect(done(await changeRule(officer, id, { ...capped, version: 1 }))).toEqual({ version: 2 });
    const next = done(await writeRule(officer, { ...ruleForm, validFrom: '2026-06-01' }));
    const allowed = async (day: string) =>
      (await listInForce({ db, now: new Date(`${day}T09:00:00Z`) }, ['NP'])).map((rule) => rule.payerAllowed);
    expect(await allowed('2019-12-31')).toEqual([]);
    expect(await allowed('2026-05-31')).toEqual(['worker_capped']);
    expect(await allowed('2026-06-01')).toEqual(['not_worker']);
    done(await withdrawRule(officer, next.id, { ...reason, version: 1 }));
    expect(await allowed('2026-06-01')).toEqual(['worker_capped']);
    expect((await listNationalRules(company)).map((rule) => rule.version)).toEqual([2]);
    const rule = await findRule(company, id);
    expect(rule?.versions.map(({ version, payerAllowed }) => [version, payerAllowed])).toEqual([
      [2, 'worker_capped'],
      [1, 'not_worker'],
    ]);
  });

  test('is one for each country, category and first day', async ({ db }) => {
    const { officer } = await bookPeople(db);
    const both = await Promise.all([writeRule(officer, ruleForm), writeRule(officer, ruleForm)]);
    expect(both.map((each) => (each.ok ? 'done' : each.refusal)).sort()).toEqual(['already_ruled', 'done']);
    done(await writeRule(officer, { ...ruleForm, category: null }));
    done(await writeRule(officer, { ...ruleForm, country: 'QA' }));
  });

  test('is written by officers alone, never rewritten, and a cap is said where there is one', async ({
    db,
  }) => {
    const { officer } = await bookPeople(db);
    const { id } = done(await writeRule(officer, ruleForm));
    const stranger = { ...officer, actor: Object.assign({ ...officer.actor }, { kind: 'auditor' }) };
    const refused = { ok: false, refusal: 'forbidden' };
    expect(await writeRule(stranger, ruleForm)).toEqual(refused);
    expect(await changeRule(stranger, id, { ...said, version: 1 })).toEqual(refused);
    expect(await withdrawRule(stranger, id, { ...reason, version: 1 })).toEqual(refused);
    expect(await changeRule(officer, id, { ...said, version: 7 })).toEqual({
      ...{ ok: false, refusal: 'saved_meanwhile' },
    });
    expect(await changeRule(officer, id, { ...said, sourceOn: '2026-03-02', version: 1 })).toEqual({
      ...{ ok: false, refusal: 'source_of_tomorrow' },
    });
    await expect(db.updateTable('national_rule').set({ cap: null }).execute()).rejects.toThrow();
    await expect(db.deleteFrom('national_rule').execute()).rejects.toThrow();
    const row = await db.selectFrom('national_rule').selectAll().executeTakeFirstOrThrow();
    const insert = (part: object) =>
      db
        .insertInto('national_rule')
        .values({ ...row, ...part })
        .execute();
    await expect(insert({ version: 2, country: 'BD' })).rejects.toThrow('keeps its country');
    await expect(insert({ version: 5 })).rejects.toThrow('does not follow');
    await expect(insert({ version: 2, cap: 'A cap' })).rejects.toThrow('national_rule_cap');
  });
});

test('no worker may be charged in a corridor of which one country forbids it', async ({ db, now }) => {
  const { officer } = await bookPeople(db);
  done(await writeRule(officer, ruleForm));
  done(await writeRule(officer, { ...ruleForm, country: 'AE', category: null }));
  done(await writeRule(officer, { ...ruleForm, country: 'AE', payerAllowed: 'worker' }));
  const asked = ['NP-QA', 'BD-QA', 'BD-NP', 'BD-AE', ''];
  expect([...(await zeroFeeAmong({ db, now }, asked))]).toEqual(['NP-QA', 'BD-NP']);
});
