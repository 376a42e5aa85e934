import { buffer } from 'node:stream/consumers';

import { describe, expect } from 'vitest';

import {
  askAgain,
  askCheck,
  chooseCandidates,
  deleteList,
  readList,
} from '#app/features/register/verifications/lists/commands.server.ts';
import { listAs } from '#app/features/register/verifications/lists/export.server.ts';
import { forgetOldLists } from '#app/features/register/verifications/lists/forget.server.ts';
import {
  countLists,
  findList,
  findSameFile,
  listLists,
} from '#app/features/register/verifications/lists/queries.server.ts';
import { countResults, listResults } from '#app/features/register/verifications/lists/results.server.ts';
import { findReceipt } from '#app/features/register/verifications/queries.server.ts';
import { readTable } from '#app/platform/tables/read-table.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCheckedList, named, sent, work } from '#tests/support/factories/lists.ts';
import { anOrganisation } from '#tests/support/factories/organisations.ts';
import { aListed } from '#tests/support/factories/listed.ts';
import { test } from '#tests/support/factories/verifications.ts';

const refusal = (outcome: { ok: boolean; refusal?: string }) => outcome.refusal ?? 'ok';

describe('a list that a company sends', () => {
  test('is checked row by row, with a receipt, and its cells go', async ({ db, company }) => {
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
    await aListed(db, { name: 'Sunrise Gulf', number: 'LRN00032603' });
    await aListed(db, { name: 'Sunrise Gulf', number: 'LRN00042603' });
    const list = await aCheckedList(
      company.scope,
      'Name,Code\nEverest Gate,a\nSunrise Gulf,b\n???,c\nQqxyz Vvwk,d\n,e\n',
    );
    expect(list).toMatchObject({
      state: 'checked',
      title: 'suppliers.csv',
      matched: 1,
      ambiguous: 1,
      unmatched: 2,
    });
    expect(list.results.map(({ number, answer }) => [number, answer?.outcome])).toEqual([
      [2, 'match'],
      [3, 'ambiguous'],
      [4, 'no_match'],
      [5, 'no_match'],
      [6, undefined],
    ]);
    expect(list.results[4]?.note).toBe('There is no name and no number in this row.');
    expect(await findReceipt(company.scope, list.verificationId ?? '')).toBeDefined();
    const kept = await db
      .selectFrom('list_check_row')
      .select('cells')
      .where('cells', 'is not', null)
      .execute();
    expect(kept).toEqual([]);
  });

  test('is nobody else’s: not to see, ask, choose in, delete, nor its receipt', async ({ db, company }) => {
    const other = await anOrganisation(db, 'company', 'company', { name: 'Southwind', country: 'SE' });
    const list = await aCheckedList(company.scope, 'Name\nEverest\n');
    expect(await findList(other.scope, list.id)).toBeUndefined();
    expect([await countLists(other.scope), await listLists(other.scope, { limit: 9, offset: 0 })]).toEqual([
      0,
      [],
    ]);
    expect(refusal(await askCheck(other.scope, list.id, named))).toBe('not_found');
    expect(refusal(await askAgain(other.scope, list.id))).toBe('not_found');
    const rows = [{ line: 1, chosen: null }];
    expect(refusal(await chooseCandidates(other.scope, list.id, { rows }))).toBe('not_found');
    expect(refusal(await deleteList(other.scope, list.id))).toBe('not_found');
    expect(await findReceipt(other.scope, list.verificationId ?? '')).toBeUndefined();
    expect(await countLists(company.scope)).toBe(1);
  });

  test('twice is one list while it waits; later the earlier answer is pointed to', async ({
    db,
    company,
  }) => {
    const text = sent('Name\nEverest\n');
    const [first, second] = [
      done(await readList(company.scope, text)),
      done(await readList(company.scope, text)),
    ];
    expect(second.id).toBe(first.id);
    done(await askCheck(company.scope, first.id, named));
    await work(db, first.id, company.scope.now);
    const third = done(await readList(company.scope, text));
    expect(third.id).not.toBe(first.id);
    const list = await findList(company.scope, third.id);
    if (!list) throw new Error('no list');
    expect((await findSameFile(company.scope, list))?.id).toBe(first.id);
  });

  test('is checked once, by whichever of two jobs comes first; what was begun goes on after a crash', async ({
    db,
    company,
  }) => {
    const { id } = done(await readList(company.scope, sent('Name\nEverest\nHimal\n')));
    done(await askCheck(company.scope, id, named));
    expect(refusal(await askCheck(company.scope, id, named))).toBe('list_being_checked');
    const later = { ...company.scope, now: new Date(company.scope.now.getTime() + 20 * 60_000) };
    expect((await findList(later, id))?.state).toBe('stalled');
    done(await askAgain(later, id));
    await Promise.all([work(db, id, later.now), work(db, id, later.now)]);
    expect(await db.selectFrom('verification').select('id').execute()).toHaveLength(1);
    expect(await findList(later, id)).toMatchObject({ state: 'checked', done: 2 });
    expect(refusal(await askCheck(later, id, named))).toBe('list_checked');
  });

  test('by the queue of the house', async ({ db, company, work: drained }) => {
    const { id } = done(await readList(company.scope, sent('Name\nEverest\n')));
    done(await askCheck(company.scope, id, named));
    await drained();
    expect((await findList(company.scope, id))?.state).toBe('checked');
    expect(await db.selectFrom('verification').select(['channel', 'title']).execute()).toEqual([
      { channel: 'list', title: 'suppliers.csv' },
    ]);
  });

  test('goes after a day unasked and after a season; what was answered stays', async ({ db, company }) => {
    const { now } = company.scope;
    const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
    done(await readList(company.scope, sent('Name\nWaiting\n')));
    const list = await aCheckedList(company.scope, 'Name\nEverest\n');
    await forgetOldLists({ db, now: at(1.1) });
    expect(await db.selectFrom('list_check').select('id').execute()).toEqual([{ id: list.id }]);
    expect(await findList({ ...company.scope, now: at(91) }, list.id)).toBeUndefined();
    await forgetOldLists({ db, now: at(91) });
    expect(await db.selectFrom('list_check_row').select('place').execute()).toEqual([]);
    expect(await findReceipt(company.scope, list.verificationId ?? '')).toBeDefined();
  });

  test('is deleted by its company, while it is checked too', async ({ db, company }) => {
    const { id } = done(await readList(company.scope, sent('Name\nEverest\n')));
    done(await askCheck(company.scope, id, named));
    done(await deleteList(company.scope, id));
    await work(db, id, company.scope.now);
    expect(await db.selectFrom('verification').select('id').execute()).toEqual([]);
  });
});

describe('candidates', () => {
  test('are chosen by a person, again if they erred, and never without being offered', async ({
    db,
    company,
  }) => {
    await aListed(db, { name: 'Sunrise Gulf', number: 'LRN00032603' });
    await aListed(db, { name: 'Sunrise Gulf', number: 'LRN00042603' });
    const list = await aCheckedList(company.scope, 'Name\nSunrise Gulf\nNobody Qqxyz\n');
    const choose = async (line: number, chosen: string | null) =>
      refusal(await chooseCandidates(company.scope, list.id, { rows: [{ line, chosen }] }));
    expect(await choose(1, 'LRN00099999')).toBe('no_candidate');
    expect(await choose(2, null)).toBe('nothing_to_choose');
    expect(await choose(9, null)).toBe('nothing_to_choose');
    expect(refusal(await chooseCandidates(company.scope, list.id, { rows: [] }))).toBe('nothing_chosen');
    expect(await countResults(db, list)).toEqual({
      all: 2,
      match: 0,
      choose: 1,
      chosen: 0,
      none: 1,
      unchecked: 0,
    });
    expect(await choose(1, null)).toBe('ok');
    expect(await countResults(db, list)).toMatchObject({ choose: 0, none: 2 });
    expect(await choose(1, 'LRN00042603')).toBe('ok');
    const [row] = await listResults(db, list, { show: 'chosen', limit: 5 });
    expect(row?.choice).toEqual({ registrationNumber: 'LRN00042603' });
  });
});

describe('bad input is answered in words, and rows are kept where they can be', () => {
  test.for<[string, string | Buffer, string]>([
    ['10,001 rows without heads', 'Everest\n'.repeat(10_002), 'table_too_many_rows'],
    ['an empty file', '', 'table_empty'],
    ['heads alone', 'Name,Country\n', 'list_without_rows'],
    ['50 columns too many', `${'a,'.repeat(60)}\n`, 'table_too_many_columns'],
    ['9 MB of nothing', Buffer.alloc(9 * 1024 * 1024), 'table_kind_refused'],
    ['9 MB of spaces', ' '.repeat(9 * 1024 * 1024), 'table_unreadable'],
    ['50 MB of nothing', Buffer.alloc(50 * 1024 * 1024), 'table_too_large'],
  ])('%s', async ([, content, told], { db, company }) => {
    expect(refusal(await readList(company.scope, sent(content)))).toBe(told);
    expect(await db.selectFrom('list_check').select('id').execute()).toEqual([]);
  });

  test('10,001 rows of which the first is one too, and columns that name nobody', async ({ company }) => {
    const { id } = done(await readList(company.scope, sent(`Name\n${'Everest\n'.repeat(10_000)}`)));
    expect(refusal(await askCheck(company.scope, id, { headed: false, places: { name: 0 } }))).toBe(
      'table_too_many_rows',
    );
    expect(refusal(await askCheck(company.scope, id, { headed: true, places: { name: 3 } }))).toBe(
      'nothing_to_check',
    );
  });

  test.for<[string, Buffer]>([
    ['UTF-8', Buffer.from('Name\nJosé Ñandú\n')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFName\nJosé Ñandú\n')],
    ['UTF-16', Buffer.from('\uFEFFName\nJosé Ñandú\n', 'utf16le')],
    ['Windows-1252', Buffer.from('Name\nJosé Ñandú\n', 'latin1')],
    [
      'both in one file',
      Buffer.concat([Buffer.from('Name\nJosé Ñandú\n', 'latin1'), Buffer.from('हिमाल\n')]),
    ],
  ])('%s', async ([, content], { company }) => {
    const list = await aCheckedList(company.scope, content);
    expect(list.results[0]?.item).toEqual({ name: 'José Ñandú' });
    if (list.results.length > 1) expect(list.results[1]?.item).toEqual({ name: 'हिमाल' });
  });

  test('control characters, overrides and letters that look alike', async ({ db, company }) => {
    await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
    const list = await aCheckedList(
      company.scope,
      'Name\nEver\u0000est Gate\n\u202eEverest Gate\n\u0415verest Gate\n',
    );
    expect(list.results.map(({ answer }) => answer?.outcome)).toEqual(['match', 'match', 'ambiguous']);
    expect(list.results.map(({ note }) => note?.slice(0, 10))).toEqual([
      'Characters',
      'Characters',
      'The name m',
    ]);
  });
});

test('files of a checked list hold what was asked and answered, and no formula', async ({ db, company }) => {
  await aListed(db, { name: 'Everest Gate', number: 'LRN00022603' });
  const csv = 'Ref,Name\n=HYPERLINK(1),Everest Gate\nb,=cmd|x\n';
  const list = await aCheckedList(company.scope, csv, { headed: true, places: { ref: 0, name: 1 } });
  for (const kind of ['csv', 'xlsx'] as const) {
    const content = await buffer(listAs(kind, db, list));
    const read = done(await readTable(content, { mostRows: 9, mostColumns: 30 }));
    const [head, first, second] = read.sheets[0]?.rows ?? [];
    expect(read.kind).toBe(kind);
    expect(head?.cells.slice(0, 3)).toEqual(['Row', 'Your own number or code', 'Name asked']);
    expect(first?.cells.map(String).slice(1, 10)).toEqual([
      ...[
        "'=HYPERLINK(1)",
        'Everest Gate',
        'null',
        'null',
        'null',
        'null',
        'null',
        'Match',
        'LRN00022603',
      ].map((cell) => (kind === 'csv' && cell === 'null' ? 'null' : cell)),
    ]);
    expect(second?.cells[2]).toBe("'=cmd|x");
  }
});
