import { expect } from 'vitest';

import { endPoster, makePoster, sendAnswers } from '#app/features/mapping/voice/commands.server.ts';
import { askedAs, askedToday } from '#app/features/mapping/voice/asked.server.ts';
import { mayAskWorkers } from '#app/features/mapping/voice/policy.ts';
import {
  findByCode,
  findPoster,
  findSite,
  listPosters,
  listSites,
  saidAt,
  workersOf,
} from '#app/features/mapping/voice/queries.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aSite, aVoicePoster } from '#tests/support/factories/voice.ts';
import { aCompany } from '#tests/support/factories/watching.ts';
import { test } from '#tests/support/test.ts';

const refused = { code: '23000' };

test('a company asks the workers of its own sites, and of nobody else', async ({ db, now }) => {
  const { owner } = await aCompany(db, now);
  const { owner: other } = await aCompany(db, now, 'Delta');
  const site = await aSite(owner);
  const recruiter = await aSite(owner, 'Himal Workforce', 'recruiter');
  expect(mayAskWorkers(owner.actor)).toBe(true);
  expect((await listSites(owner)).map(({ id }) => id)).toEqual([site]);
  expect(await findSite(owner, site)).toMatchObject({ name: 'Doha Garments', country: 'QA' });
  expect(await findSite(other, site)).toBeUndefined();
  const asked = { languages: ['ne'] };
  expect(await makePoster(other, site, asked)).toEqual({ ok: false, refusal: 'not_found' });
  expect(await makePoster(owner, recruiter, asked)).toEqual({ ok: false, refusal: 'not_found' });
  const { id } = done(await makePoster(owner, site, asked));
  expect(await findPoster(owner, id)).toMatchObject({ site: 'Doha Garments', company: 'Northwind' });
  expect(await findPoster(other, id)).toBeUndefined();
  expect(await endPoster(other, id)).toEqual({ ok: false, refusal: 'not_found' });
  expect(await listPosters(owner, site)).toHaveLength(1);
  expect(await listPosters(other, site)).toEqual([]);
});

test('an answer is kept once, with its day and no time, and stands as it was given', async ({
  copy,
  now,
}) => {
  const { db, pool } = copy;
  const { owner } = await aCompany(db, now);
  const { answer, id } = await aVoicePoster(owner, pool, await aSite(owner));
  const events = () => db.selectFrom('event').select('id').execute();
  const before = await events();
  const sentId = crypto.randomUUID();
  const twice = await Promise.all([answer({ w_sex: 'female' }, sentId), answer({ w_sex: 'female' }, sentId)]);
  expect(twice.map((each) => done(each).again).sort()).toEqual([false, true]);
  expect(done(await answer({ w_sex: 'male' }, sentId))).toEqual({ again: true });
  const rows = await db.selectFrom('voice_answer').selectAll().execute();
  expect(rows).toEqual([
    {
      ...{ poster_id: id, sent_id: sentId, party_id: expect.any(String), batch: 0, language: 'ne' },
      ...{ questionnaire_version_id: 'mapping_worker-1', answers: { w_sex: 'female' } },
      answered_on: '2026-03-01',
    },
  ]);
  expect(await events()).toEqual(before);
  await expect(db.updateTable('voice_answer').set({ answers: '{"a":1}' }).execute()).rejects.toMatchObject(
    refused,
  );
  await expect(db.deleteFrom('voice_answer').execute()).rejects.toMatchObject(refused);
});

test('nothing is kept of an empty form, of no poster, and of one that is ended', async ({ copy, now }) => {
  const { db, pool } = copy;
  const { owner } = await aCompany(db, now);
  const site = await aSite(owner);
  const { answer, id, code } = await aVoicePoster(owner, pool, site);
  expect(await answer({})).toEqual({ ok: false, refusal: 'empty' });
  const sending = { id: crypto.randomUUID(), questionnaire: await askedToday(db), language: 'en' };
  const nobody = await sendAnswers({ db, now, pool }, '000000000000', {
    ...sending,
    answers: { w_sex: 'other' },
  });
  expect(nobody).toEqual({ ok: false, refusal: 'unknown' });
  done(await endPoster(owner, id));
  done(await endPoster(owner, id));
  expect((await findByCode(db, code))?.endedAt).toEqual(now);
  expect(await answer({ w_sex: 'female' })).toEqual({ ok: false, refusal: 'ended' });
  expect(await db.selectFrom('voice_answer').selectAll().execute()).toEqual([]);
  const types = await db.selectFrom('event').select('type').where('subject', '=', id).execute();
  expect(types.map(({ type }) => type)).toEqual(['voice.poster_made', 'voice.poster_ended']);
});

test('a company hears fives: nothing of four, of nine what it heard of five', async ({ copy, now }) => {
  const { db, pool } = copy;
  const { owner, id: companyId } = await aCompany(db, now);
  const { owner: other, id: otherId } = await aCompany(db, now, 'Delta');
  const site = await aSite(owner);
  const one = await aVoicePoster(owner, pool, site);
  const heard = async () => (await workersOf(db, companyId, site)).length;
  for (const months of [1, 2, 3, 4]) done(await one.answer({ w_debt_months: months }));
  expect([await heard(), (await saidAt(owner, site)).length]).toEqual([0, 0]);
  // A second poster of the same site fills the same five.
  const two = await aVoicePoster(owner, pool, site);
  done(await two.answer({ w_debt_months: 5 }));
  expect(await heard()).toBe(5);
  for (const months of [6, 7, 8, 9]) done(await two.answer({ w_debt_months: months }));
  expect(await heard()).toBe(5);
  expect(
    (await workersOf(db, companyId, site)).map(({ answers }) => answers['w_debt_months']).sort(),
  ).toEqual([1, 2, 3, 4, 5]);
  done(await one.answer({ w_debt_months: 10 }));
  expect((await workersOf(db, companyId, site))[0]).toMatchObject({ role: 'worker' });
  expect(await heard()).toBe(10);
  expect(await workersOf(db, otherId, site)).toEqual([]);
  expect(await saidAt(other, site)).toEqual([]);
});

test('answers follow a site that turns out to be another by a second name', async ({ copy, now }) => {
  const { db, pool } = copy;
  const { owner, id: companyId } = await aCompany(db, now);
  const [site, same] = [await aSite(owner), await aSite(owner, 'Doha Garment Co')];
  const { answer } = await aVoicePoster(owner, pool, same);
  await Promise.all(Array.from({ length: 5 }, () => answer({ w_can_leave: 'no' })));
  await db.updateTable('supply_party').set({ merged_into: site }).where('id', '=', same).execute();
  expect(await workersOf(db, companyId, site)).toHaveLength(5);
  expect(await listPosters(owner, site)).toHaveLength(1);
});

test('a page is answered under the version it was made of', async ({ db }) => {
  const shipped = await askedToday(db);
  expect(shipped.id).toBe('mapping_worker-1');
  const next = { ...shipped, id: 'mapping_worker-2', version: 2 };
  await db
    .insertInto('questionnaire_version')
    .values({
      id: next.id,
      name: next.name,
      version: 2,
      definition: JSON.stringify(next),
      published_at: new Date(),
    })
    .execute();
  expect((await askedToday(db)).id).toBe('mapping_worker-2');
  expect((await askedAs(db, 'mapping_worker-1'))?.id).toBe('mapping_worker-1');
  expect((await askedAs(db, 'mapping_worker-2'))?.id).toBe('mapping_worker-2');
  expect(await askedAs(db, 'mapping_worker-3')).toBeUndefined();
});

test('so many answers of one poster an hour, and no more', async ({ copy, now }) => {
  const { db, pool } = copy;
  const { owner } = await aCompany(db, now);
  const { answer, id } = await aVoicePoster(owner, pool, await aSite(owner));
  done(await answer({ w_sex: 'female' }));
  await db.updateTable('rate_limit').set({ points: 400 }).where('key', '=', `voice_poster:${id}`).execute();
  expect(await answer({ w_sex: 'female' })).toEqual({ ok: false, refusal: 'busy' });
});
