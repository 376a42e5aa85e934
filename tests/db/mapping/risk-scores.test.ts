import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import {
  askDueReckonings,
  askReckoning,
  reckonAsked,
  reviewRisk,
  runRiskClock,
} from '#app/features/mapping/risk/history/commands.server.ts';
import {
  findReckoning,
  findRisk,
  listRiskHistory,
  listRisks,
  listRiskTasks,
} from '#app/features/mapping/risk/history/queries.server.ts';
import { currentModel } from '#app/features/mapping/risk/history/read.server.ts';
import { importInputs } from '#app/features/mapping/risk/inputs/commands.server.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import type { Company, Scope } from '#app/platform/scope.ts';
import type { Answers } from '#app/questionnaire/definition.ts';
import { done } from '#tests/support/factories/audits.ts';
import { bookPeople } from '#tests/support/factories/corridors.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { aSharedAnswer, takenBack } from '#tests/support/factories/risk.ts';
import { aSite } from '#tests/support/factories/voice.ts';
import { test } from '#tests/support/test.ts';

const later = (scope: Scope<Company>, minutes: number) => ({
  ...scope,
  now: new Date(scope.now.getTime() + minutes * 60_000),
});
const answers: Answers = {
  company_name: 'Doha Garments',
  sector: 'C',
  corridors: [{ cor_origin: 'NP', cor_destination: 'QA', cor_sector: 'C' }],
  steps: [
    { step_name: 'Dil Agents', step_kind: 'sub_agent', step_country: 'NP', step_licensed: 'no' },
    { step_name: 'Everest Manpower', step_kind: 'recruiter', step_country: 'NP', step_licensed: 'yes' },
  ],
  payments: [
    {
      ...{ pay_category: 'FEE_SERVICE', pay_amount: 900, pay_currency: 'USD', pay_payer: 'worker' },
      ...{ pay_to: 'Everest Manpower', pay_receipt: 'yes' },
    },
  ],
  move_locked: true,
};

async function aCompany(db: Parameters<typeof anOrganisation>[0]) {
  const { scope } = await anOrganisation(db, 'company', 'company');
  return { scope, party: await aSite(scope) };
}

describe('the risk of a party', () => {
  test('is reckoned from what was shared, each part and indicator with the answer it rests on', async ({
    db,
  }) => {
    const { scope, party } = await aCompany(db);
    const { response } = await aSharedAnswer(scope, { by: party, answers });
    await runRiskClock(scope);
    const risk = await findRisk(scope, party);
    expect(risk).toMatchObject({ model: 'risk-1', reviewDueOn: '2026-03-03', review: null });
    expect(risk?.residual).toBeGreaterThanOrEqual(50);
    expect(risk?.parts.map(({ name, key, known }) => [name, key, known])).toEqual([
      ...[
        ['origin', 'NP', false],
        ['destination', 'QA', false],
        ['sector', 'C', false],
      ],
      ['chain', null, expect.any(Boolean)],
    ]);
    expect(risk?.chainParts.find(({ name }) => name === 'fees')?.value).toBeGreaterThanOrEqual(80);
    expect(
      risk?.overrides.map(({ indicator, source }) => [indicator, source.responseId, source.path]),
    ).toEqual([
      ['recruitment_fees', response, 'payments[0]'],
      ['restriction_of_movement', response, 'move_locked'],
    ]);
    expect(risk?.contradictions.map((each) => each.test)).toContain('unlicensed_actor');
    const listed = await listRisks(scope);
    expect(listed.find(({ id }) => id === party)?.residual).toBe(risk?.residual);
    expect(listed.map(({ residual }) => residual)).toEqual(
      listed.map(({ residual }) => residual).toSorted((a, b) => b - a),
    );
    expect(await findReckoning(scope)).toMatchObject({ done: 3, total: 3, endedAt: scope.now });
  });

  test('rests on shared sections alone', async ({ db }) => {
    const { scope, party } = await aCompany(db);
    await aSharedAnswer(scope, { by: party, answers: { move_locked: true }, sections: ['respondent'] });
    await runRiskClock(scope);
    expect(await findRisk(scope, party)).toMatchObject({ hits: [], overrides: [] });
  });

  test('is nobody else’s, and goes with the answer that is taken back: also from its history', async ({
    db,
  }) => {
    const { scope, party } = await aCompany(db);
    const other = await anOrganisation(db, 'company', 'company', { name: 'Another' });
    const { share } = await aSharedAnswer(scope, { by: party, answers });
    await runRiskClock(scope);
    expect(await findRisk(other.scope, party)).toBeUndefined();
    expect(await listRisks(other.scope)).toEqual([]);
    expect(await listRiskHistory(other.scope, party)).toEqual([]);
    await takenBack(later(scope, 1), share);
    expect(await findRisk(scope, party)).toBeUndefined();
    expect(await listRisks(scope)).toEqual([]);
    expect(await listRiskTasks(scope, () => '/')).toEqual([]);
    expect(await listRiskHistory(scope, party)).toEqual([{ reckonedAt: scope.now, shown: null }]);
    await runRiskClock(later(scope, 2));
    expect(await findRisk(scope, party)).toMatchObject({ hits: [], contradictions: [] });
    expect((await listRiskHistory(scope, party)).map(({ shown }) => shown?.band ?? null)).toEqual([
      'high',
      null,
    ]);
  });

  test('is reckoned anew when something changes, and kept where it differs', async ({ db }) => {
    const { scope, party } = await aCompany(db);
    const { officer } = await bookPeople(db);
    await aSharedAnswer(scope, { by: party, answers });
    await runRiskClock(scope);
    await runRiskClock(later(scope, 1));
    expect(await askDueReckonings(later(scope, 2))).toBe(0);
    const before = await listRiskHistory(scope, party);
    expect(before).toHaveLength(1);
    const list = 'Kind,Country or sector,Value,Source,Year,Licence\norigin,NP,95,An index,2025,CC0';
    done(
      await importInputs(
        { ...officer, now: later(scope, 3).now },
        { content: Buffer.from(list), filename: 'x' },
      ),
    );
    await runRiskClock(later(scope, 4));
    expect(await listRiskHistory(scope, party)).toHaveLength(2);
    expect((await findRisk(scope, party))?.parts[0]).toEqual({
      ...{ name: 'origin', key: 'NP', value: 95, weight: 0.3, source: 'An index', year: 2025, known: true },
    });
    await expect(db.deleteFrom('risk_score').execute()).rejects.toThrow();
    await expect(db.updateTable('risk_score').set({ residual: 1 }).execute()).rejects.toThrow();
  });

  test('that wants a person to look at it waits on the company’s desk until one did', async ({ db }) => {
    const { scope, party } = await aCompany(db);
    await aSharedAnswer(scope, { by: party, answers });
    await runRiskClock(scope);
    const tasks = await listRiskTasks(scope, (id) => `/parties/${id}`);
    expect(tasks.map(({ what, due, href }) => [what, due, href])).toEqual([
      ['Look at the risk of Doha Garments', '2026-03-03', `/parties/${party}`],
    ]);
    const note = 'We spoke with the site and workers; the doors are open now.';
    expect(await reviewRisk(scope, crypto.randomUUID(), { note })).toEqual({
      ok: false,
      refusal: 'not_found',
    });
    done(await reviewRisk(scope, party, { note }));
    expect(await reviewRisk(scope, party, { note })).toEqual({ ok: false, refusal: 'reviewed_already' });
    expect(await listRiskTasks(scope, () => '/')).toEqual([]);
    expect(await findRisk(scope, party)).toMatchObject({ review: { note, at: scope.now } });
  });
});

test('the model of a score is that of the newest version of the scheme', async ({ db, now }) => {
  const { scope, party } = await aCompany(db);
  const { terms } = interimVersion;
  const risk = { ...terms.risk, id: 'risk-of-ours', perTier: 40 };
  done(await publishSchemeVersion({ db, now }, { ...interimVersion, id: 'ours', terms: { ...terms, risk } }));
  expect(await currentModel(db)).toEqual(risk);
  await runRiskClock(scope);
  expect((await findRisk(scope, party))?.model).toBe('risk-of-ours');
});

describe('reckoning', () => {
  test('is asked for once at a time, and two workers share it without doing anything twice', async ({
    db,
  }) => {
    const { scope, party } = await aCompany(db);
    await Promise.all([1, 2].map(() => askReckoning(db, scope.actor.organisationId, scope.now)));
    await Promise.all([reckonAsked(scope), reckonAsked(scope)]);
    expect(await listRiskHistory(scope, party)).toHaveLength(1);
    const runs = await db.selectFrom('risk_reckoning').select(['done', 'total']).execute();
    expect(runs).toEqual([{ done: 1, total: 1 }]);
  });

  test('goes on where it was left, and 10,000 sites take less than a minute', async ({ db }) => {
    const { scope } = await aCompany(db);
    const companyId = scope.actor.organisationId;
    await sql`
      insert into supply_party (company_id, kind, name, identity, country, named_by_company, made_at)
      select ${companyId}::uuid, 'site', 'Site ' || n, 'site ' || n, 'QA', true, ${scope.now}::timestamptz
      from generate_series(1, 10000) n`.execute(db);
    await askReckoning(db, companyId, scope.now);
    await reckonAsked(scope, { seconds: 0.001 });
    const part = await findReckoning(scope);
    expect(part).toMatchObject({ endedAt: null });
    const begun = performance.now();
    await reckonAsked(scope);
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(await findReckoning(scope)).toMatchObject({ done: 10_001, total: 10_001, endedAt: scope.now });
    const { count } = await db
      .selectFrom('standing_risk_score')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(10_001);
  }, 120_000);
});
