import { expect } from 'vitest';

import {
  closeCampaign,
  giveMoreTime,
  invite,
  lockCampaign,
  makeCampaign,
  nameSuppliers,
  openCampaign,
  tellInvited,
} from '#app/features/mapping/campaigns/commands.server.ts';
import { readSuppliers } from '#app/features/mapping/campaigns/import.ts';
import {
  findCampaign,
  findProgress,
  listCampaigns,
  listInvited,
} from '#app/features/mapping/campaigns/queries.server.ts';
import { remindRespondents } from '#app/features/mapping/campaigns/remind.server.ts';
import { matchParty, mergeParties, noteStanding } from '#app/features/mapping/parties/commands.server.ts';
import {
  findParty,
  listLikely,
  listMatched,
  listParties,
} from '#app/features/mapping/parties/queries.server.ts';
import { mayMap } from '#app/features/mapping/policy.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { aCampaign, anAnswer, dueOn, supplier } from '#tests/support/factories/mapping.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const page = { limit: 20, offset: 0 };

test('a campaign is a company’s own, and no other company’s', async ({ db }) => {
  const { scope, id } = await aCampaign(db);
  const other = await anOrganisation(db, 'company', 'company', { name: 'Southwind', country: 'SE' });
  expect(mayMap(other.owner, scope.actor.organisationId)).toBe(false);
  expect(mayMap({ kind: 'recruiter', accountId: '', organisationId: '' })).toBe(false);
  expect(await findCampaign(other.scope, id)).toBeUndefined();
  expect(await listInvited(other.scope, id, page)).toEqual([]);
  for (const step of [
    openCampaign(other.scope, id),
    closeCampaign(other.scope, id),
    giveMoreTime(other.scope, id, { dueOn: '2027-01-01' }),
    nameSuppliers(other.scope, id, [supplier()]),
  ])
    expect(await step).toMatchObject({ refusal: 'not_found' });
  await db.transaction().execute(async (trx) => {
    expect(await lockCampaign(trx, id, other.owner)).toBeUndefined();
    expect(await lockCampaign(trx, id, scope.actor)).toMatchObject({ state: 'open', dueOn });
  });
});

test('nobody hears of a campaign that is being prepared; each is told once when it opens', async ({
  db,
  work,
  mailer,
}) => {
  const { scope } = await aCampaign(db);
  const { id } = done(await makeCampaign(scope, { name: 'Second', message: '', dueOn }));
  expect(await makeCampaign(scope, { name: 'Second', message: '', dueOn })).toMatchObject({
    refusal: 'name_taken',
  });
  expect(await makeCampaign(scope, { name: 'Third', message: '', dueOn: '2025-01-01' })).toMatchObject({
    refusal: 'due_passed',
  });
  const two = [
    supplier({ email: 'a@site.example', name: 'A' }),
    supplier({ email: 'b@site.example', name: 'B' }),
  ];
  expect(done(await nameSuppliers(scope, id, two))).toEqual({ named: 2, invited: 2 });
  // Once more: nobody is named, or asked, twice; without an address nobody is asked.
  expect(done(await nameSuppliers(scope, id, [...two, supplier({ name: 'C', email: '' })]))).toMatchObject({
    invited: 0,
  });
  await work();
  const before = mailer.sent.length;
  done(await openCampaign(scope, id));
  expect(await openCampaign(scope, id)).toMatchObject({ refusal: 'already_open' });
  await work();
  expect(
    mailer.sent
      .slice(before)
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['a@site.example', 'b@site.example']);
  const campaigns = await listCampaigns(scope);
  expect(campaigns.map(({ name, invited }) => [name, invited]).sort()).toEqual([
    ['Second', 2],
    ['Sites', 1],
  ]);
  expect(await findProgress(scope, id)).toEqual([
    { tier: 1, invited: 2, opened: 0, answered: 0, declined: 0 },
  ]);
});

test('whoever has not answered is reminded before the last day and once after it', async ({
  db,
  work,
  mailer,
}) => {
  const { scope } = await aCampaign(db, [supplier(), supplier({ name: 'B', email: 'b@site.example' })]);
  await anAnswer(scope, 'b@site.example', { company_name: 'B' });
  await work();
  const subjects = async (on: string) => {
    const before = mailer.sent.length;
    const reminded = await remindRespondents({ db, now: new Date(`${on}T06:20:00Z`) });
    await work();
    return [reminded, ...mailer.sent.slice(before).map(({ to, subject }) => `${to}: ${subject}`)];
  };
  expect(await subjects('2026-06-15')).toEqual([0]);
  expect(await subjects('2026-06-16')).toEqual([1, expect.stringContaining('people@delta.example')]);
  expect(await subjects('2026-06-16')).toEqual([0]);
  // The house stood still over two reminders: one is sent.
  expect(await subjects('2026-06-30')).toEqual([1, expect.stringContaining('Last day')]);
  expect(await subjects('2026-07-07')).toEqual([1, expect.stringContaining('still hopes')]);
  expect(await subjects('2026-08-07')).toEqual([0]);
});

test('more time is given to whoever has not answered, and a closed campaign opens again', async ({ db }) => {
  const { scope, id } = await aCampaign(db);
  expect(await giveMoreTime(scope, id, { dueOn: '2026-06-01' })).toMatchObject({ refusal: 'not_later' });
  done(await giveMoreTime(scope, id, { dueOn: '2026-07-31' }));
  expect(await listInvited(scope, id, page)).toMatchObject([{ dueOn: '2026-07-31' }]);
  done(await closeCampaign(scope, id));
  expect(await nameSuppliers(scope, id, [supplier()])).toMatchObject({ refusal: 'closed' });
  expect(await listInvited(scope, id, page)).toMatchObject([{ state: 'closed' }]);
  done(await openCampaign(scope, id));
  expect(await listInvited(scope, id, page)).toMatchObject([{ state: 'invited' }]);
});

test('ten thousand suppliers are named at once, each party once', async ({ db }) => {
  const { scope, id } = await aCampaign(db, []);
  const many = Array.from({ length: 9999 }, (_, n) =>
    supplier({ name: `Site ${n}`, email: `s${n}@site.example` }),
  );
  const named = done(
    await nameSuppliers(scope, id, [...many, supplier({ name: 'SITE 1 Ltd.', email: 'x@y.example' })]),
  );
  expect(named).toEqual({ named: 10_000, invited: 9999 });
  expect(await nameSuppliers(scope, id, many.slice(0, 2))).toMatchObject({ refusal: 'too_many' });
});

test('a list is read row by row: what cannot be taken is named by its cell', () => {
  const rows = [
    ['Country', 'name', 'What they are', 'E-mail', 'Language'],
    ['Bangladesh', 'Delta', 'Factory', 'a@b.example', 'Bangla'],
    ['Atlantis', 'Lost', 'site', '', ''],
    ['NP', '', 'Recruiter', 'nonsense', 'ne'],
  ].map((cells, n) => ({ number: n + 1, cells }));
  expect(readSuppliers(rows)).toEqual({
    ok: true,
    value: {
      suppliers: [supplier({ name: 'Delta', place: '', email: 'a@b.example', language: 'bn' })],
      misfits: [
        { cell: 'A3', reason: 'Choose a country' },
        { cell: 'B4', reason: 'Enter the name' },
        { cell: 'D4', reason: 'Enter an address such as name@example.com' },
      ],
    },
  });
  expect(readSuppliers(rows.map(({ cells, ...row }) => ({ ...row, cells: cells.slice(1) })))).toMatchObject({
    refusal: 'columns_missing',
  });
});

test('two names of one firm become one party, and whatever was merged before goes along', async ({ db }) => {
  const { scope } = await aCampaign(db, [
    supplier({ name: 'Delta Garments' }),
    supplier({ name: 'Delta Garment Factory', email: '' }),
    supplier({ name: 'Delta BD', email: '' }),
  ]);
  const ids = Object.fromEntries((await listParties(scope, page)).map(({ id, name }) => [name, id]));
  const [one = '', two = '', three = ''] = ['Delta Garments', 'Delta Garment Factory', 'Delta BD'].map(
    (n) => ids[n],
  );
  expect(await listLikely(scope, { id: one, name: 'Delta Garments' })).toMatchObject([
    { name: 'Delta Garment Factory' },
    { name: 'Delta BD' },
  ]);
  expect(await mergeParties(scope, one, one)).toMatchObject({ refusal: 'same_party' });
  done(await mergeParties(scope, three, two));
  done(await mergeParties(scope, two, one));
  expect(await mergeParties(scope, three, one)).toMatchObject({ refusal: 'merged_already' });
  expect((await listParties(scope, page)).map(({ id }) => id)).toEqual([one]);
  const other = await anOrganisation(db, 'company', 'company', { name: 'Southwind', country: 'SE' });
  expect(await mergeParties(other.scope, two, one)).toMatchObject({ refusal: 'not_found' });
});

test('a party is somebody on the register once the company says so, until it says otherwise', async ({
  db,
}) => {
  const { scope } = await aCampaign(db, [supplier({ name: 'Everest', role: 'recruiter', email: '' })]);
  const { id: recruiterId } = await aListed(db, { name: 'Everest Manpower', number: 'LRN00012603' });
  const [party] = await listParties(scope, page);
  const id = party?.id ?? '';
  done(await matchParty(scope, id, { recruiterId, standing: 'applicant' }));
  expect(await listMatched(scope)).toEqual([{ id, name: 'Everest', recruiterId, standingSeen: 'applicant' }]);
  done(await noteStanding(scope, id, 'certified'));
  expect(await findParty(scope, id)).toMatchObject({ recruiterId, standingSeen: 'certified' });
  done(await matchParty(scope, id, null));
  expect(await listMatched(scope)).toEqual([]);
  expect(await matchParty(scope, crypto.randomUUID(), null)).toMatchObject({ refusal: 'not_found' });
});

test('whoever is asked in a campaign already is not invited again, and nobody is told of nothing', async ({
  db,
}) => {
  const { scope, id, companyId } = await aCampaign(db);
  await db.transaction().execute(async (trx) => {
    const rows = [
      {
        role: 'site',
        identity: 'site|BD|deltagarments',
        email: 'people@delta.example',
        language: 'en' as const,
      },
    ];
    const asked = { companyId, campaignId: id, now: scope.now, dueOn, tier: 2, invitedBy: null };
    expect(await invite(trx, { ...asked, rows })).toEqual([]);
    expect(await invite(trx, { ...asked, rows: [] })).toEqual([]);
    await tellInvited(trx, scope, []);
  });
});
