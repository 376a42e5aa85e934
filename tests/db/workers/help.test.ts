import type { Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { timelineOf } from '#app/events/timeline.server.ts';
import {
  changeHelp,
  checkHelpAgain,
  listInDirectory,
  withdrawHelp,
} from '#app/features/workers/help/commands.server.ts';
import { standings } from '#app/features/workers/help/model.ts';
import {
  findHelp,
  helpFor,
  listHelp,
  listHelpCountries,
  listShown,
} from '#app/features/workers/help/queries.server.ts';
import { isShown, standingOn } from '#app/features/workers/help/rules.ts';
import { listHelpTasks } from '#app/features/workers/help/tasks.server.ts';
import { deskOf } from '#app/routes/account/desk.server.ts';
import type { Database } from '#db/client.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { helpForm, helpRow, keepers, today } from '#tests/support/factories/help.ts';
import { test } from '#tests/support/test.ts';

const on = (day: string) => new Date(`${day}T09:00:00Z`);
const reason = { reason: 'The centre closed in February.' };
const all = { country: undefined, topic: undefined, standing: undefined, page: 1 };
const edges = [0, 149, 150, 151, 179, 180, 181, 400];

/** One entry for each edge of the rule, and one that was withdrawn though it was checked today. */
async function atTheEdges(db: Kysely<Database>) {
  const kept = await keepers(db);
  const { accountId } = kept;
  await db
    .insertInto('help_entry')
    .values(edges.map((days) => helpRow(accountId, days)))
    .execute();
  const gone = { withdrawn_at: on(today), withdrawn_by: accountId, withdrawn_reason: reason.reason };
  await db
    .insertInto('help_entry')
    .values({ ...helpRow(accountId), ...gone, name: 'Gone' })
    .execute();
  return kept;
}

describe('what the public reads', () => {
  test('is what the rule says, on the last day of a check and after it', async ({ db, now }) => {
    const { officer } = await atTheEdges(db);
    const rows = await db
      .selectFrom('help_entry')
      .select(['name', 'checked_on as checkedOn', 'withdrawn_at'])
      .execute();
    const entries = rows.map(({ withdrawn_at, ...row }) => ({
      ...row,
      withdrawnAt: withdrawn_at?.toISOString() ?? null,
    }));
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort();
    const shown = await helpFor({ db, now }, 'QA');
    expect(names(shown)).toEqual(names(entries.filter((entry) => isShown(entry, today))));
    expect(names(shown)).toEqual([
      'Centre 0',
      'Centre 149',
      'Centre 150',
      'Centre 151',
      'Centre 179',
      'Centre 180',
    ]);
    for (const standing of standings) {
      const listed = await listHelp(officer, { ...all, standing });
      const meant = entries.filter((entry) => standingOn(entry, today) === standing);
      expect(names(listed.entries), standing).toEqual(names(meant));
      expect(listed.entries.every((entry) => entry.standing === standing)).toBe(true);
    }
    expect((await listHelp(officer, all)).count).toBe(edges.length);
  });

  test('of one that nobody checks again is gone on the day after its last', async ({ db }) => {
    const { officer } = await keepers(db);
    done(await listInDirectory(officer, helpForm));
    const asked = async (day: string) => [
      (await helpFor({ db, now: on(day) }, 'QA')).length,
      (await listHelpCountries({ db, now: on(day) })).length,
    ];
    // 180 days after the first of March.
    expect(await asked('2026-08-28')).toEqual([1, 1]);
    expect(await asked('2026-08-29')).toEqual([0, 0]);
  });

  test('is of the country and topic that were asked for, page by page', async ({ db, now }) => {
    const { officer } = await keepers(db);
    done(await listInDirectory(officer, helpForm));
    done(await listInDirectory(officer, { ...helpForm, name: 'Union', topics: ['union'] }));
    done(await listInDirectory(officer, { ...helpForm, name: 'Elsewhere', country: 'AE' }));
    const names = async (...asked: [string, 'union'?]) =>
      (await helpFor({ db, now }, ...asked)).map(({ name }) => name);
    expect(await names('QA')).toEqual(['Harbour Centre', 'Union']);
    expect(await names('QA', 'union')).toEqual(['Union']);
    expect(await names('AE', 'union')).toEqual([]);
    expect(await listHelpCountries({ db, now })).toEqual(['AE', 'QA']);
    const kept = async (filter: object) =>
      (await listHelp(officer, { ...all, ...filter })).entries.map(({ name }) => name).sort();
    expect(await kept({ topic: 'union' })).toEqual(['Union']);
    expect(await kept({ country: 'AE' })).toEqual(['Elsewhere']);
    for (let one = 0; one < 20; one += 1)
      done(await listInDirectory(officer, { ...helpForm, name: `Another ${one}` }));
    const second = await listShown({ db, now }, { country: 'QA', topic: undefined, page: 2 });
    expect([second.pages, second.entries.map(({ name }) => name)]).toEqual([2, ['Harbour Centre', 'Union']]);
  });
});

describe('the directory', () => {
  test('is kept by officers and caseworkers, each step on record with its source', async ({ db, now }) => {
    const { officer, caseworker } = await keepers(db);
    const { id } = done(await listInDirectory(caseworker, helpForm));
    const later = { ...officer, now: on('2026-06-01') };
    const renamed = { ...helpForm, name: 'Harbour House', revision: 1, source: 'A call on 1 June' };
    done(await changeHelp(later, id, renamed));
    const latest = { ...caseworker, now: on('2026-09-01') };
    done(await checkHelpAgain(latest, id, { source: 'https://list.example/', revision: 2 }));
    expect(await findHelp(latest, id)).toMatchObject({
      ...{ name: 'Harbour House', source: 'https://list.example/', checkedOn: '2026-09-01', revision: 3 },
      standing: 'shown',
    });
    done(await withdrawHelp(latest, id, reason));
    expect(await findHelp(latest, id)).toMatchObject({
      standing: 'withdrawn',
      withdrawnReason: reason.reason,
    });
    expect(await helpFor({ db, now: latest.now }, 'QA')).toEqual([]);
    expect((await timelineOf(latest, id)).map(({ what }) => what)).toEqual([
      'Entry withdrawn',
      'Checked again at https://list.example/',
      'Entry changed, from A call on 1 June',
      'Listed in the directory of help, from List of centres, January 2026',
    ]);
    const { payload } = await db
      .selectFrom('event')
      .select('payload')
      .where('type', '=', 'help.listed')
      .executeTakeFirstOrThrow();
    const { demonstration: _stays, ...published } = helpForm;
    expect(payload).toEqual({ ...published, checkedOn: today });
    expect(now.toISOString().slice(0, 10)).toBe(today);
  });

  test('lists a withdrawn place anew, and nobody who is not there', async ({ db }) => {
    const { officer } = await keepers(db);
    const { id } = done(await listInDirectory(officer, helpForm));
    done(await withdrawHelp(officer, id, reason));
    expect(await withdrawHelp(officer, id, reason)).toEqual({ ok: false, refusal: 'already_withdrawn' });
    done(await listInDirectory(officer, helpForm));
    for (const nobody of ['7b1b0c9e-0000-4000-8000-000000000000', 'x'])
      expect(await withdrawHelp(officer, nobody, reason)).toEqual({ ok: false, refusal: 'not_found' });
  });

  test('is changed by nobody else', async ({ db }) => {
    const { officer } = await keepers(db);
    const { id } = done(await listInDirectory(officer, helpForm));
    // The types forbid it; the command does not rest on them alone.
    const stranger = { ...officer, actor: Object.assign({ ...officer.actor }, { kind: 'trainer' }) };
    const refused = { ok: false, refusal: 'forbidden' };
    expect(await listInDirectory(stranger, { ...helpForm, name: 'Mine' })).toEqual(refused);
    expect(await changeHelp(stranger, id, { ...helpForm, revision: 1 })).toEqual(refused);
    expect(await checkHelpAgain(stranger, id, { source: 'A list', revision: 1 })).toEqual(refused);
    expect(await withdrawHelp(stranger, id, reason)).toEqual(refused);
    expect(await findHelp(officer, id)).toMatchObject({ revision: 1, standing: 'shown' });
  });
});

describe('two at once', () => {
  const kinds = (outcomes: readonly ({ ok: true } | { ok: false; refusal: string })[]) =>
    outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.refusal)).sort();

  test('list a place once', async ({ db }) => {
    const { officer, caseworker } = await keepers(db);
    const typed = { ...helpForm, name: 'HARBOUR centre' };
    const both = await Promise.all([listInDirectory(officer, helpForm), listInDirectory(caseworker, typed)]);
    expect(kinds(both)).toEqual(['already_listed', 'done']);
  });

  test('change it one after the other, and the second sees that it is', async ({ db }) => {
    const { officer, caseworker } = await keepers(db);
    const { id } = done(await listInDirectory(officer, helpForm));
    const form = { ...helpForm, revision: 1 };
    const changed = [changeHelp(officer, id, form), changeHelp(caseworker, id, form)];
    expect(kinds(await Promise.all(changed))).toEqual(['done', 'saved_meanwhile']);
    const check = { source: 'A list', revision: 2 };
    const checked = [checkHelpAgain(officer, id, check), checkHelpAgain(caseworker, id, check)];
    expect(kinds(await Promise.all(checked))).toEqual(['done', 'saved_meanwhile']);
    const withdrawn = [withdrawHelp(officer, id, reason), withdrawHelp(caseworker, id, reason)];
    expect(kinds(await Promise.all(withdrawn))).toEqual(['already_withdrawn', 'done']);
  });

  test('do not give two places one name by changing them', async ({ db }) => {
    const { officer, caseworker } = await keepers(db);
    const one = done(await listInDirectory(officer, { ...helpForm, name: 'One' }));
    const other = done(await listInDirectory(officer, { ...helpForm, name: 'Other' }));
    const same = { ...helpForm, name: 'Same', revision: 1 };
    const both = [changeHelp(officer, one.id, same), changeHelp(caseworker, other.id, same)];
    expect(kinds(await Promise.all(both))).toEqual(['already_listed', 'done']);
  });
});

test('a check that ends within 30 days, or has ended, waits on the desk of those who keep the directory', async ({
  db,
}) => {
  const { officer, caseworker } = await atTheEdges(db);
  const tasks = await listHelpTasks(caseworker);
  expect(tasks.map(({ what, due }) => [what, due])).toEqual([
    ['Check Centre 400 in the directory of help', '2025-07-24'],
    ['Check Centre 181 in the directory of help', '2026-02-28'],
    ['Check Centre 180 in the directory of help', '2026-03-01'],
    ['Check Centre 179 in the directory of help', '2026-03-02'],
    ['Check Centre 151 in the directory of help', '2026-03-30'],
  ]);
  expect(tasks[4]?.about).toBe('Qatar, and 1 more after it');
  expect((await deskOf(caseworker)).tasks).toEqual(tasks);
  expect((await deskOf(officer)).tasks).toEqual(expect.arrayContaining(tasks));
});
