import { describe, expect } from 'vitest';

import { timelineOf } from '#app/events/timeline.server.ts';
import { changeEntry, enterInBook, withdrawEntry } from '#app/features/mapping/corridors/commands.server.ts';
import { standings } from '#app/features/mapping/corridors/model.ts';
import {
  findEntry,
  listEntries,
  listForCorridor,
  listKnownPlaces,
} from '#app/features/mapping/corridors/queries.server.ts';
import { holdsIn, standingOn } from '#app/features/mapping/corridors/rules.ts';
import { shipCorridors } from '#app/features/mapping/corridors/shipped.server.ts';
import { listCorridorTasks } from '#app/features/mapping/corridors/tasks.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import { done } from '#tests/support/factories/audits.ts';
import { bookPeople, entryForm } from '#tests/support/factories/corridors.ts';
import { test } from '#tests/support/test.ts';

const today = '2026-03-01';
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const all = { country: undefined, topic: undefined, standing: undefined, page: 1 };
const { topic: _t, origin: _o, destination: _d, sector: _s, ...said } = entryForm;
const reason = { reason: 'The act was repealed last month.' };

describe('an entry of the corridor book', () => {
  test('is written again, and each version stays with its source and reviewer', async ({ db }) => {
    const { officer, company } = await bookPeople(db);
    const { id } = done(await enterInBook(officer, entryForm));
    const later = { ...officer, now: at('2026-05-01') };
    const words = 'What holds from May on, in other words.';
    expect(done(await changeEntry(later, id, { ...said, words, version: 1 }))).toEqual({ version: 2 });
    const entry = await findEntry({ ...company, now: later.now }, id);
    expect(entry).toMatchObject({
      ...entryForm,
      words,
      version: 2,
      checkedOn: '2026-05-01',
      standing: 'fresh',
    });
    expect(entry?.versions.map(({ version, words: each, checkedOn }) => [version, each, checkedOn])).toEqual([
      [2, words, '2026-05-01'],
      [1, entryForm.words, today],
    ]);
    expect(entry?.reviewer).toBeTruthy();
    done(await withdrawEntry(later, id, { ...reason, version: 2 }));
    expect(await listForCorridor(company, { origin: 'NP', destination: 'QA', sector: null })).toEqual([]);
    expect(await findEntry(later, id)).toMatchObject({
      standing: 'withdrawn',
      withdrawnReason: reason.reason,
    });
    expect((await timelineOf(later, id)).map(({ what }) => what)).toEqual([
      'Entry withdrawn',
      'Version 2 in the corridor book, from Gazette of an example',
      'Version 1 in the corridor book, from Gazette of an example',
    ]);
  });

  test('is never rewritten, taken out of order, moved, or taken up after its end', async ({ db }) => {
    const { officer } = await bookPeople(db);
    const { id } = done(await enterInBook(officer, entryForm));
    const row = await db.selectFrom('corridor_entry').selectAll().executeTakeFirstOrThrow();
    const insert = (part: object) =>
      db
        .insertInto('corridor_entry')
        .values({ ...row, ...part })
        .execute();
    await expect(
      db.updateTable('corridor_entry').set({ words: 'Something else' }).execute(),
    ).rejects.toThrow();
    await expect(db.deleteFrom('corridor_entry').execute()).rejects.toThrow();
    await expect(insert({ version: 3 })).rejects.toThrow('does not follow');
    await expect(insert({ version: 2, origin: 'BD' })).rejects.toThrow('keeps its topic and its place');
    await expect(insert({ version: 2, reviewed_by: null })).rejects.toThrow('corridor_entry_shipped_once');
    done(await withdrawEntry(officer, id, { ...reason, version: 1 }));
    await expect(insert({ version: 3 })).rejects.toThrow('does not follow');
    expect(await changeEntry(officer, id, { ...said, version: 2 })).toEqual({
      ...{ ok: false, refusal: 'already_withdrawn' },
    });
  });

  test('is written by officers alone, and says nothing of a day to come', async ({ db }) => {
    const { officer } = await bookPeople(db);
    const { id } = done(await enterInBook(officer, entryForm));
    // The types forbid it; the command does not rest on them alone.
    const stranger = { ...officer, actor: Object.assign({ ...officer.actor }, { kind: 'company' }) };
    const refused = { ok: false, refusal: 'forbidden' };
    expect(await enterInBook(stranger, entryForm)).toEqual(refused);
    expect(await changeEntry(stranger, id, { ...said, version: 1 })).toEqual(refused);
    expect(await withdrawEntry(stranger, id, { ...reason, version: 1 })).toEqual(refused);
    const ahead = { ok: false, refusal: 'source_of_tomorrow' };
    expect(await enterInBook(officer, { ...entryForm, sourceOn: '2026-03-02' })).toEqual(ahead);
    expect(await changeEntry(officer, id, { ...said, sourceOn: '2026-03-02', version: 1 })).toEqual(ahead);
    for (const nobody of ['7b1b0c9e-0000-4000-8000-000000000000', 'x'])
      expect(await withdrawEntry(officer, nobody, { ...reason, version: 1 })).toEqual({
        ...{ ok: false, refusal: 'not_found' },
      });
  });

  test('changed by two at once is changed once, and the second sees that', async ({ db }) => {
    const { officer } = await bookPeople(db);
    const { id } = done(await enterInBook(officer, entryForm));
    const both = await Promise.all(
      ['The one of them.', 'The other of them.'].map((words) =>
        changeEntry(officer, id, { ...said, words, version: 1 }),
      ),
    );
    expect(both.map((each) => (each.ok ? 'done' : each.refusal)).sort()).toEqual(['done', 'saved_meanwhile']);
  });
});

describe('the book of a corridor', () => {
  test('has what holds there, in any place and in its sector, as the rule says', async ({ db }) => {
    const { officer, company } = await bookPeople(db);
    for (const origin of [null, 'NP', 'BD'])
      for (const destination of [null, 'QA', 'AE'])
        for (const sector of [null, 'F', 'T'])
          done(await enterInBook(officer, { ...entryForm, origin, destination, sector }));
    const entries = (await db.selectFrom('corridor_entry').selectAll().execute()).map((row) => row);
    for (const sector of [null, 'F']) {
      const asked = { origin: 'NP', destination: 'QA', sector };
      const listed = await listForCorridor(company, asked);
      expect(listed.map(({ id }) => id).sort()).toEqual(
        entries
          .filter((entry) => holdsIn(entry, asked))
          .map(({ entry_id }) => entry_id)
          .sort(),
      );
    }
    expect(await listForCorridor(company, { origin: 'NP', destination: 'QA', sector: 'F' })).toHaveLength(8);
    expect((await listKnownPlaces(company)).map(({ origin, destination }) => [origin, destination])).toEqual([
      ...[
        ['BD', 'AE'],
        ['BD', 'QA'],
        ['BD', null],
      ],
      ...[
        ['NP', 'AE'],
        ['NP', 'QA'],
        ['NP', null],
      ],
      ...[
        [null, 'AE'],
        [null, 'QA'],
      ],
    ]);
  });

  test('keeps what was checked more than a year ago, and asks staff to look again', async ({ db }) => {
    const { officer } = await bookPeople(db);
    const edges = [0, 334, 335, 336, 365, 366, 400];
    for (const days of edges)
      done(
        await enterInBook(
          { ...officer, now: at(addDays(today, -days)) },
          { ...entryForm, title: `Checked ${days}`, sourceOn: '2020-01-01' },
        ),
      );
    for (const standing of standings) {
      const { entries } = await listEntries(officer, { ...all, standing });
      const meant = edges.filter(
        (days) => standingOn({ checkedOn: addDays(today, -days), withdrawnReason: null }, today) === standing,
      );
      expect(
        entries.map(({ title }) => title),
        standing,
      ).toEqual([...meant].reverse().map((days) => `Checked ${days}`));
    }
    expect((await listEntries(officer, all)).count).toBe(edges.length);
    expect((await listEntries(officer, { ...all, country: 'QA', topic: 'licensing' })).count).toBe(
      edges.length,
    );
    expect((await listEntries(officer, { ...all, country: 'BD' })).count).toBe(0);
    const tasks = await listCorridorTasks(officer);
    expect(tasks.map(({ what, due }) => [what, due])).toEqual([
      ['Check “Checked 400” in the corridor book', '2026-01-25'],
      ['Check “Checked 366” in the corridor book', '2026-02-28'],
      ['Check “Checked 365” in the corridor book', '2026-03-01'],
      ['Check “Checked 336” in the corridor book', '2026-03-30'],
      ['Check “Checked 335” in the corridor book', '2026-03-31'],
    ]);
    expect(tasks[0]?.about).toBe('Nepal → Qatar: Licences');
  });
});

test('what comes with the software is entered once, with no reviewer, and never over what an officer wrote', async ({
  db,
  now,
}) => {
  const { officer } = await bookPeople(db);
  const shipped = await shipCorridors({ db, now });
  expect(shipped).toBeGreaterThan(0);
  const { entries } = await listEntries(officer, all);
  expect(entries.every(({ reviewer, sourceUrl }) => reviewer === null && sourceUrl !== null)).toBe(true);
  const [first] = entries;
  if (!first) throw new Error('nothing shipped');
  done(await withdrawEntry(officer, first.id, { ...reason, version: 1 }));
  expect(await shipCorridors({ db, now })).toBe(0);
  expect(await findEntry(officer, first.id)).toMatchObject({ standing: 'withdrawn', version: 2 });
});
