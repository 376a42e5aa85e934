import { buffer } from 'node:stream/consumers';

import { expect } from 'vitest';

import { chooseCandidates } from '#app/features/register/verifications/lists/commands.server.ts';
import {
  deletePortfolio,
  savePortfolio,
} from '#app/features/register/verifications/portfolios/commands.server.ts';
import { portfolioAsCsv } from '#app/features/register/verifications/portfolios/csv.server.ts';
import { portfolioForm } from '#app/features/register/verifications/portfolios/forms.ts';
import * as queries from '#app/features/register/verifications/portfolios/queries.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';
import { aCheckedList } from '#tests/support/factories/lists.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/factories/verifications.ts';

const csv = 'Name,Code\nEverest Gate,=A1\nSunrise Gulf,b\nQqxyz Vvwk,c\nEverest Gate,d\n';
const columns = { headed: true, places: { name: 0, ref: 1 } };
const page = { limit: 10, offset: 0 };

test('matches and what was confirmed become a portfolio, each recruiter once, with where they stand now', async ({
  db,
  work,
  company: { scope },
}) => {
  const { as, officer, certificateId } = await aCertificate(db, work);
  await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
  await aListed(db, { name: 'Sunrise Gulf', number: 'LRN00032603' });
  await aListed(db, { name: 'Sunrise Gulf', number: 'LRN00042603' });
  const list = await aCheckedList(scope, `${csv}LRN00012603,e\n`, {
    headed: true,
    places: { registrationNumber: 0, ref: 1 },
  });
  const { id: numbered } = done(await savePortfolio(scope, list.id, { name: 'By number' }));
  expect(await queries.listNumbers(scope, numbered)).toEqual(['LRN00012603']);

  const named = await aCheckedList(scope, csv, columns);
  done(await chooseCandidates(scope, named.id, { rows: [{ line: 2, chosen: 'LRN00042603' }] }));
  const { id, recruiters } = done(await savePortfolio(scope, named.id, { name: 'Doha' }));
  expect([recruiters, await queries.listNumbers(scope, id)]).toEqual([2, ['LRN00022603', 'LRN00042603']]);
  expect(await savePortfolio(scope, named.id, { name: 'Doha' })).toEqual({
    ok: false,
    refusal: 'name_taken',
  });

  done(await suspendCertificate(as(officer), certificateId, suspension));
  await db
    .updateTable('registration')
    .set({ delisted_on: '2026-03-02' })
    .where('number', '=', 'LRN00042603')
    .execute();
  expect(
    (await queries.listPortfolios(scope, page)).map(({ name, recruiters: count }) => [name, count]),
  ).toEqual([
    ['By number', 1],
    ['Doha', 2],
  ]);
  const counts = await queries.countStandings(scope, [id, numbered]);
  expect(counts.get(numbered)).toMatchObject({ suspended: 1, certified: 0, removed: 0 });
  expect(counts.get(id)).toMatchObject({ applicant: 1, removed: 1 });
  const entries = await queries.listEntries(scope, id, page);
  expect(entries.map(({ ref, standing }) => [ref, standing?.status])).toEqual([
    ['=A1', 'applicant'],
    ['b', undefined],
  ]);
  expect(await queries.countEntries(scope, id, { standing: 'applicant' })).toBe(1);
  const file = (await buffer(portfolioAsCsv(scope, id, {}))).toString();
  expect(file).toContain("Everest Gate,,Nepal,LRN00022603,'=A1,Applicant");
  expect(file).toContain('LRN00042603,b,Off the register');
});

test('it is its company’s alone, and goes when its company says so', async ({ db, company: { scope } }) => {
  const other = await anOrganisation(db, 'company', 'company', { name: 'Southwind', country: 'SE' });
  await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
  const list = await aCheckedList(scope, csv, columns);
  expect(await savePortfolio(other.scope, list.id, { name: 'Theirs' })).toEqual({
    ok: false,
    refusal: 'not_found',
  });
  const { id } = done(await savePortfolio(scope, list.id, { name: 'Ours' }));
  expect(await queries.findPortfolio(other.scope, id)).toBeUndefined();
  expect(await queries.listNumbers(other.scope, id)).toEqual([]);
  expect(await queries.listPortfolios(other.scope, page)).toEqual([]);
  expect(await deletePortfolio(other.scope, id)).toEqual({ ok: false, refusal: 'not_found' });
  done(await deletePortfolio(scope, id));
  expect(await queries.countPortfolios(db, scope.actor.organisationId)).toBe(0);
});

test('a list without anybody in it makes no portfolio', async ({ db, company: { scope } }) => {
  const list = await aCheckedList(scope, 'Name\nQqxyz Vvwk\n');
  expect(await savePortfolio(scope, list.id, { name: 'Nobody' })).toEqual({
    ok: false,
    refusal: 'nobody_to_save',
  });
  expect(await queries.countPortfolios(db, scope.actor.organisationId)).toBe(0);
  expect(portfolioForm.safeParse({ name: ' \u202e ' }).success).toBe(false);
  expect(portfolioForm.parse({ name: ' Doha\u0007 ' })).toEqual({ name: 'Doha' });
});
