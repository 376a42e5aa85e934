import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { publishComplaintLog } from '#app/features/workers/complaints/log/commands.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { loader as log } from '#app/routes/machines/complaint-log.ts';
import { loader as csv } from '#app/routes/public/complaint-figures-csv.ts';
import { loader as page } from '#app/routes/public/transparency.tsx';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { origin, someSigning } from '#tests/support/factories/listed.ts';
import { copyOfTemplate } from '#tests/support/postgres.ts';

/** Pages ask the process's own database, which for this file is one copy. */
let copy: Awaited<ReturnType<typeof copyOfTemplate>>;

beforeAll(async () => {
  copy = await copyOfTemplate(inject('serverUrl'));
  process.env['DATABASE_URL'] = copy.url;
  const house = { db: copy.db, pool: copy.pool };
  for (let count = 0; count < 6; count += 1)
    await aComplaint({ ...house, now: new Date('2026-01-05T09:00:00Z') });
  await publishComplaintLog({
    ...house,
    now: new Date('2026-01-06T01:02:00Z'),
    signing: someSigning(),
    origin,
  });
});

afterAll(async () => {
  await theDatabase().db.destroy();
  await copy.drop();
});

const asked = (path: string) => ({
  request: new Request(`https://scheme.example${path}`),
  params: {},
  context: {},
});

test('anybody reads the figures of quarters that are over, on a page and in a file', async () => {
  const { periods } = await page(asked('/transparency'));
  expect(periods?.find(({ year, quarter }) => year === 2026 && quarter === 1)).toMatchObject({
    received: 6,
    closed: null,
  });
  const file = await csv(asked('/transparency/complaints.csv'));
  expect(file.headers.get('Cache-Control')).toBe('public, max-age=3600');
  expect(await file.text()).toContain('\r\n2026,1,6,');
});

test('anybody reads the log of a year, from any site; of no year there is none', async () => {
  const answer = await log(asked('/complaints/log?year=2026'));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=3600',
    'content-type': 'application/json; charset=utf-8',
  });
  const said = await answer.text();
  expect(JSON.parse(said)).toMatchObject({ year: 2026, years: [2026], days: [{ day: '2026-01-05' }] });
  const rows = await copy.db.selectFrom('complaint').select(['id', 'number']).execute();
  for (const { id, number } of rows) for (const told of [id, number]) expect(said).not.toContain(told);
  for (const wrong of ['x', '1999', '20260', '2026-01'])
    await expect(log(asked(`/complaints/log?year=${wrong}`))).rejects.toMatchObject({ status: 404 });
});
