import { sql } from 'kysely';
import { afterAll, expect } from 'vitest';

import { partsOf } from '#app/commands/bench/register/names.ts';
import {
  countSheet,
  listSheetAfter,
  listSheetCountries,
  listSheetPart,
} from '#app/features/register/sheets/queries.server.ts';
import { keepNoMore } from '#app/platform/kept/process.server.ts';
import { readTable } from '#app/routes/workers/sheets/read-sheet.server.ts';
import { fillWithRecruiters } from '#db/embedded/many-recruiters.ts';
import { test } from '#tests/support/test.ts';

afterAll(() => keepNoMore());

test('a register of thousands is read in pages, each recruiter once', async ({ db, now, url }) => {
  process.env['DATABASE_URL'] = url;
  await fillWithRecruiters(db, 8800, partsOf());
  const { rows } = await sql<{
    country: string;
    count: number;
  }>`select country, count(*)::int as count from register_entry
    where delisted_on is null group by country order by count(*) desc`.execute(db);
  const { country = '', count = 0 } = rows[0] ?? {};
  expect(count).toBeGreaterThan(1000);
  expect(await listSheetCountries({ db })).toEqual(rows.map((row) => row.country).toSorted());
  expect(await countSheet({ db, now }, country, count + 5)).toBe(count);
  expect(await countSheet({ db, now }, country, 100)).toBe(100);

  const asked = {
    language: 'en',
    country,
    at: now,
    check: 'https://scheme.example/en/check',
    reviewed: true,
  } as const;
  const text = (await (await readTable({ db, now }, asked)).toArray()).join('');
  const table = text.split('\r\n\r\n')[1]?.trim().split('\r\n').slice(1) ?? [];
  const numbers = table.map((row) => row.split(',')[0] ?? '');
  expect(numbers).toHaveLength(count);
  expect(new Set(numbers).size).toBe(count);

  const part = await listSheetPart({ db, now }, country, { limit: 100, offset: 100 });
  expect(part.map(({ registrationNumber }) => registrationNumber)).toEqual(numbers.slice(100, 200));
  const next = await listSheetAfter({ db, now }, country, { after: part.at(-1), limit: 3 });
  expect(next.map(({ registrationNumber }) => registrationNumber)).toEqual(numbers.slice(200, 203));

  await sql`analyze register_entry`.execute(db);
  const { rows: plan } = await sql<{ 'QUERY PLAN': string }>`explain select name from register_entry
    where country = ${country} and delisted_on is null and (name, number) > (${part.at(-1)?.name}, ${part.at(-1)?.registrationNumber})
    order by name, number limit 500`.execute(db);
  const steps = plan.map((line) => line['QUERY PLAN']).join(' ');
  expect(steps).toMatch(/register_entry_country.*Index Cond: .*ROW\(name, .*number/);
});
