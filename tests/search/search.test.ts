import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { sealCursor, openCursor } from '#app/features/register/search/cursor.server.ts';
import { matchNames } from '#app/features/register/search/match.server.ts';
import { numbersIn } from '#app/features/register/search/numbers.server.ts';
import { readNames } from '#app/features/register/search/read-names.server.ts';
import { searchPage, searchRegister } from '#app/features/register/search/search.server.ts';
import { test } from '#tests/support/test.ts';

import { onRegister } from './register.ts';
import { fillWithRecruiters } from '#db/embedded/many-recruiters.ts';
import { partsOf } from '#app/commands/bench/register/names.ts';
import { mostCounted } from '#app/features/register/search/model.ts';

const now = new Date('2026-03-02T09:00:00Z');
const himal = {
  name: 'Himal Workforce Pvt. Ltd.',
  country: 'NP',
  trading: 'Snow Jobs',
  licence: '812/066/67',
};
const padma = { name: 'Padma Overseas', country: 'BD', local: 'পদ্মা ওভারসিজ', licence: 'RL-1407' };

describe('the search', () => {
  test('says on what it matched, and hears of a new name in the next question', async ({ db }) => {
    const [id = ''] = await onRegister(db, [himal, padma]);
    const on = async (q: string) =>
      (await searchRegister({ db, now }, { q }, { limit: 5 })).map(({ name, match }) => [
        name,
        match?.on,
        match?.text,
      ]);
    expect(await on('snow jobs')).toEqual([[himal.name, 'trading_name', 'Snow Jobs']]);
    expect(await on('পদ্মা ওভারসিজ')).toEqual([[padma.name, 'local_name', padma.local]]);
    for (const typed of ['812 066 67', '812/066/67', '٨١٢-٠٦٦-٦٧', 'licence ८१२/०६६/६७'])
      expect(await on(typed), typed).toEqual([[himal.name, 'licence_number', '812/066/67']]);
    await db.updateTable('organisation').set({ name: 'Everest Rising' }).where('id', '=', id).execute();
    expect(await on('everest rising')).toEqual([['Everest Rising', 'name', 'Everest Rising']]);
    expect(await on('himal workforce')).toEqual([['Everest Rising', 'former_name', himal.name]]);
    await db
      .updateTable('registration')
      .set({ trading_names: [] })
      .where('organisation_id', '=', id)
      .execute();
    expect(await on('snow jobs')).toEqual([['Everest Rising', 'former_name', 'Snow Jobs']]);
    await db
      .updateTable('registration')
      .set({ delisted_on: '2026-03-02' })
      .where('organisation_id', '=', id)
      .execute();
    expect(await on('everest rising')).toEqual([]);
    expect(await on('812/066/67')).toEqual([]);
  });

  test('answers whatever is typed', async ({ db }) => {
    await onRegister(db, [himal]);
    const typed = [
      '8\u000012/066\uD800',
      '\u202Elamih',
      'Hi\u0000mal',
      '%',
      '_____',
      "'; drop table register_name; --",
      '!!!',
      'the and of',
      'x'.repeat(10_000),
      'हि '.repeat(3000),
      '\uD800',
      '🛂🛂',
      '{}',
      '\\',
    ];
    for (const q of typed)
      expect(Array.isArray(await searchRegister({ db, now }, { q }, { limit: 5 })), q.slice(0, 20)).toBe(
        true,
      );
    expect(await searchRegister({ db, now }, { q: 'Нimal workforce' }, { limit: 5 })).toMatchObject([
      { name: himal.name },
    ]);
  });

  test('is narrowed by country, corridor, sector and standing', async ({ db }) => {
    await onRegister(db, [himal, { ...himal, country: 'BD', licence: 'x1' }, padma]);
    const count = async (facets: object) =>
      (await searchPage({ db, now }, { q: 'himal workforce', ...facets }, { limit: 5 })).count;
    expect(await count({})).toBe(2);
    for (const facets of [
      { country: 'NP' },
      { country: 'BD', origin: 'NP', destination: 'QA', sector: 'F', status: 'applicant' },
    ])
      expect(await count(facets)).toBe(1);
    for (const facets of [{ country: 'PH' }, { destination: 'SA' }, { sector: 'C' }, { status: 'certified' }])
      expect(await count(facets)).toBe(0);
  });

  test('reads each name once, and again when the rules of reading changed', async ({ db }) => {
    await onRegister(db, [himal, padma]);
    expect(await readNames(db)).toBe(4);
    expect(await readNames(db)).toBe(0);
    await db.updateTable('register_name').set({ read_by: 0 }).execute();
    await db.updateTable('register_word').set({ read_by: 0, skeleton: 'OLD' }).execute();
    expect(await readNames(db)).toBe(4);
    const words = await db.selectFrom('register_word').select(['word', 'skeleton', 'names']).execute();
    expect(words).toContainEqual({ word: 'padma', skeleton: 'PTM', names: 2 });
  });
});

test('a list is matched by names, in its own order', async ({ db }) => {
  await onRegister(db, [himal, padma]);
  const lines = [
    { ref: 'a', name: 'Padma Oversees Ltd' },
    { ref: 'b', name: 'Nobody Of This Sort' },
    { ref: 'c', name: 'HIMAL WORKFORCE', country: 'NP' },
    { ref: 'd', name: 'HIMAL WORKFORCE', country: 'PH' },
    { ref: 'e', name: '' },
  ];
  const matched = await matchNames(db, lines, 3);
  expect(matched.map(({ ref, candidates }) => [ref, candidates[0]?.text])).toEqual([
    ['a', padma.name],
    ['b', undefined],
    ['c', himal.name],
    ['d', undefined],
    ['e', undefined],
  ]);
  expect(matched[2]?.candidates[0]).toMatchObject({
    on: 'name',
    score: 0.99,
    registrationNumber: expect.stringMatching(/^LRN/),
  });
});

test('a number is looked for in what was typed around it', () => {
  expect(numbersIn('licence no. 812/066 67')).toEqual([
    'licence no. 812/066 67',
    '812/06667',
    '812/066',
    '67',
  ]);
  expect(numbersIn('himal')).toEqual([]);
});

test('a cursor holds for its question alone, and a made-up one for none', () => {
  const cursor = sealCursor({ place: 25 }, 'q=himal');
  expect(openCursor(cursor, 'q=himal')).toEqual({ ok: true, value: { place: 25 } });
  const [kid = '', , signature = ''] = cursor.split('.');
  const altered = [kid, Buffer.from('{"place":1}').toString('base64url'), signature].join('.');
  for (const forged of [altered, 'LRN00012603', '..', `${cursor}x`, cursor.replace('.', '')])
    expect(openCursor(forged, 'q=himal'), forged).toEqual({ ok: false, refusal: 'forged' });
  expect(openCursor(cursor, 'q=other')).toEqual({ ok: false, refusal: 'forged' });
});

test('of a great register no more are counted than anybody pages through, and few of many are found by their standing', async ({
  db,
}) => {
  await fillWithRecruiters(db, mostCounted + 5, partsOf());
  const page = await searchPage({ db, now }, {}, { limit: 25 });
  expect([page.entries.length, page.count]).toEqual([25, mostCounted + 1]);
  await db.updateTable('organisation').set({ country: 'CH' }).where('country', '=', 'AE').execute();
  const swiss = await searchPage({ db, now }, { country: 'CH' }, { limit: 25 });
  expect(swiss.count).toBe(125);
});

test('a common word with a facet few fit misses none of them', async ({ db }) => {
  await fillWithRecruiters(db, 6000, partsOf());
  await readNames(db);
  await sql`vacuum analyze`.execute(db);
  const last = await db
    .selectFrom('register_entry')
    .select(['organisation_id as id', 'name'])
    .where('name', 'like', '%Manpower%')
    .orderBy(sql`length(name)`, 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`update certificate set sectors = '{Q}' where organisation_id = ${last.id}`.execute(trx);
    await sql`update application set sectors = '{Q}' where organisation_id = ${last.id}`.execute(trx);
  });
  await sql`update register_entry set number = number where organisation_id = ${last.id}`.execute(db);
  const common = await searchPage({ db, now }, { q: 'manpower' }, { limit: 100 });
  expect(common.entries.map(({ name }) => name)).not.toContain(last.name);
  const narrowed = await searchPage({ db, now }, { q: 'manpower', sector: 'Q' }, { limit: 25 });
  expect(narrowed.entries.map(({ name }) => name)).toEqual([last.name]);
});
