import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { catalogueOf, hashOf } from '#app/features/workers/wording/catalogue.ts';
import { judgeWording } from '#app/features/workers/wording/commands.server.ts';
import { findWording, listApprovals, listLanguages } from '#app/features/workers/wording/queries.server.ts';
import { approvalOf } from '#app/features/workers/wording/rules.ts';
import { done } from '#tests/support/factories/audits.ts';
import { keepers } from '#tests/support/factories/help.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { test } from '#tests/support/test.ts';

const words = { en: { ask: 'Ask', later: 'Later' }, ne: { ask: 'सोध्नुहोस्', later: 'पछि' } };
const catalogue = catalogueOf([{ name: 'check', title: 'Check', words }]);
const changed = catalogueOf([
  { name: 'check', title: 'Check', words: { ...words, en: { ...words.en, ask: 'Ask us' } } },
]);
const ask = { key: 'check.ask', hash: hashOf('सोध्नुहोस्', 'Ask') };
const later = { key: 'check.later', hash: hashOf('पछि', 'Later') };
const approval = (said = [ask]) => ({ step: 'approve' as const, said, basis: 'own_language' as const });
const mistake = { step: 'take_back' as const, said: [ask] };
const everything = { state: 'all' as const, chapter: undefined, page: 1 };

describe('an approval', () => {
  test('holds until the text or its English changes, or it is taken back', async ({ db }) => {
    const { officer, caseworker } = await keepers(db);
    done(await judgeWording(caseworker, catalogue, 'ne', approval([ask, later])));
    const states = async (of = catalogue) =>
      (await findWording(officer, of, 'ne', everything))?.lines.map(({ state }) => state);
    expect(await states()).toEqual(['approved', 'approved']);
    expect(await states(changed)).toEqual(['lapsed', 'approved']);
    expect([...(await listApprovals(db))].toSorted()).toEqual([
      approvalOf('ne', ask.key, ask.hash),
      approvalOf('ne', later.key, later.hash),
    ]);
    done(await judgeWording(officer, catalogue, 'ne', mistake));
    expect(await states()).toEqual(['unreviewed', 'approved']);
    expect(await listApprovals(db)).toEqual(new Set([approvalOf('ne', later.key, later.hash)]));
    done(await judgeWording(officer, catalogue, 'ne', approval()));
    expect(await states()).toEqual(['approved', 'approved']);
  });

  test('is on record with who gave it, when, and of which texts', async ({ db, now }) => {
    const { officer } = await keepers(db);
    done(await judgeWording(officer, catalogue, 'ne', { ...approval(), basis: 'native_reader' }));
    const [row] = await db.selectFrom('wording_verdict').selectAll().execute();
    expect(row).toMatchObject({
      ...{ language: 'ne', ...ask, verdict: 'approved', basis: 'native_reader' },
      ...{ said_at: now, said_by: officer.actor.accountId },
    });
    const { type, payload, subject } = await db
      .selectFrom('event')
      .select(['type', 'payload', 'subject'])
      .where('type', 'like', 'wording.%')
      .executeTakeFirstOrThrow();
    expect([type, payload, subject]).toEqual([
      ...['wording.approved', { language: 'ne', keys: ['check.ask'] }, row?.review_id],
    ]);
    const { lines } = (await findWording(officer, catalogue, 'ne', everything)) ?? {};
    expect(lines?.[0]?.approved).toMatchObject({ at: now.toISOString() });
  });

  test('is given to all that were ticked or to none, and by nobody else', async ({ db }) => {
    const { officer } = await keepers(db);
    expect(await judgeWording(officer, changed, 'ne', approval([later, ask]))).toEqual({
      ...{ ok: false, refusal: 'changed_meanwhile' },
    });
    // The types forbid it; the command does not rest on them alone.
    const stranger = { ...officer, actor: Object.assign({ ...officer.actor }, { kind: 'trainer' }) };
    expect(await judgeWording(stranger, catalogue, 'ne', approval())).toEqual({
      ...{ ok: false, refusal: 'forbidden' },
    });
    expect(await db.selectFrom('wording_verdict').selectAll().execute()).toEqual([]);
  });

  test('of two at once comes once', async ({ db }) => {
    const { officer, caseworker } = await keepers(db);
    const both = await Promise.all(
      [officer, caseworker].map((who) => judgeWording(who, catalogue, 'ne', approval())),
    );
    expect(both.map((outcome) => (outcome.ok ? 'done' : outcome.refusal)).sort()).toEqual([
      ...['done', 'nothing_changes'],
    ]);
  });
});

test('languages are counted, and their lines listed by state and page', async ({ db }) => {
  const { officer } = await keepers(db);
  done(await judgeWording(officer, catalogue, 'ne', approval()));
  const rows = await listLanguages(officer, catalogue);
  expect(rows).toHaveLength(15);
  const none = { approved: 0, unreviewed: 0, lapsed: 0 };
  expect(rows.find(({ language }) => language === 'ne')).toMatchObject({
    ...none,
    approved: 1,
    unreviewed: 1,
  });
  expect(rows.find(({ language }) => language === 'ur')).toMatchObject({ ...none, missing: 2 });
  const waiting = await findWording(officer, catalogue, 'ne', { ...everything, state: 'waiting' });
  expect(waiting?.lines.map(({ key }) => key)).toEqual(['check.later']);
  expect((await findWording(officer, catalogue, 'ne', { ...everything, chapter: 'help' }))?.count).toBe(0);
  for (const nobody of ['en', 'xx', undefined])
    expect(await findWording(officer, catalogue, nobody, everything)).toBeUndefined();
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, place) => [`line${place}`, `Text ${place}`]),
  );
  const long = catalogueOf([{ name: 'long', title: 'Long', words: { en: many, ne: many } }]);
  const read = async (page: number) => {
    const found = await findWording(officer, long, 'ne', { ...everything, page });
    return [found?.page, found?.pages, found?.lines.length, found?.lines[0]?.key];
  };
  expect(await read(2)).toEqual([2, 3, 25, 'long.line25']);
  // Past the end, because what stood there was approved: what is now the last.
  expect(await read(9)).toEqual([3, 3, 10, 'long.line50']);
});

test('the database keeps what was said as it was said, by whoever may', async ({ db }) => {
  const { officer, accountId } = await keepers(db);
  done(await judgeWording(officer, catalogue, 'ne', approval()));
  for (const change of [
    sql`update wording_verdict set hash = repeat('0', 32)`,
    sql`update wording_verdict set said_at = now()`,
    sql`delete from wording_verdict`,
    sql`truncate wording_verdict`,
  ])
    await expect(change.execute(db)).rejects.toThrow('append-only');
  const row = {
    ...{ review_id: '7b1b0c9e-0000-4000-8000-000000000000', language: 'ne', ...later },
    ...{ verdict: 'approved', basis: 'own_language', said_at: officer.now, said_by: accountId },
  };
  const stranger = await anOrganisation(db, 'recruiter', 'recruiter');
  const wrong: [object, string][] = [
    [{ language: 'en' }, 'language_check'],
    [{ language: 'de' }, 'language_check'],
    [{ hash: 'short' }, 'hash_check'],
    [{ key: 'Check later' }, 'key_check'],
    [{ basis: null }, 'wording_verdict_basis'],
    [{ basis: 'a machine' }, 'basis_check'],
    [{ verdict: 'taken_back', basis: null }, 'said of check.later already'],
    [ask, 'said of check.ask already'],
    [{ said_by: stranger.owner.accountId }, 'by an officer or a caseworker'],
  ];
  for (const [part, why] of wrong)
    await expect(
      db
        .insertInto('wording_verdict')
        .values({ ...row, ...part })
        .execute(),
    ).rejects.toThrow(why);
  await db.insertInto('wording_verdict').values(row).execute();
});
