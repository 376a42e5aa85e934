import { sql } from 'kysely';
import { expect } from 'vitest';

import { listQueue, perPage, placeIn } from '#app/features/workers/casework/queue.server.ts';
import { listCaseTasks, listRequestTasks } from '#app/features/workers/casework/tasks.server.ts';
import { askForAccess } from '#app/features/workers/casework/commands/access.server.ts';
import { openCase } from '#app/features/workers/casework/reading.server.ts';
import {
  withdrawComplaint,
  writeMessage,
} from '#app/features/workers/complaints/commands/of-reporter.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aDesk, later } from '#tests/support/factories/casework.ts';
import { aComplaint } from '#tests/support/factories/complaints.ts';
import { test } from '#tests/support/test.ts';

const wrote = 'Read what was written since you looked';
const all = { state: undefined, whose: 'anyone', late: false, after: undefined } as const;

test('danger, a child and reprisal come first, then the clock; each page goes on where the last ended', async ({
  copy,
  now,
}) => {
  const house = { db: copy.db, pool: copy.pool, now };
  const desk = await aDesk(later(house, -10));
  const calm = await aComplaint(later(house, -20));
  const child = await aComplaint(later(house, -5), { child: true });
  const danger = await aComplaint(house, { danger: true });
  const first = await listQueue(desk.mara, all);
  expect(first.cases.map(({ number }) => number)).toEqual([
    ...[child.number, danger.number, calm.number, desk.number],
  ]);
  expect(first.next).toBeNull();
  // Nothing that was sealed, nor whom it is about.
  expect(Object.keys(first.cases[0] ?? {}).toSorted()).toEqual([
    ...['child', 'danger', 'dueAt', 'holder', 'holderId', 'id', 'language', 'number', 'reprisal', 'severe'],
    ...['since', 'state', 'urgent'],
  ]);
  await copies(desk, perPage + 10);
  const seen: string[] = [];
  let after = placeIn(null);
  for (let page = 0; page < 3; page += 1) {
    const { cases, next, count } = await listQueue(desk.mara, { ...all, after });
    expect(count).toBe(perPage + 14);
    seen.push(...cases.map(({ id }) => id));
    after = placeIn(next);
    if (!after) break;
  }
  expect(seen).toHaveLength(perPage + 14);
  expect(new Set(seen).size).toBe(perPage + 14);
  expect(placeIn('anything')).toBeUndefined();
});

type Desk = Awaited<ReturnType<typeof aDesk>>;

/** The same complaint many times over, as the table takes it. */
const copies = ({ mara: { db }, id }: Desk, count: number) =>
  sql`insert into complaint (id, number, passphrase_hash, language, danger, child, reprisal, sent_mark, leaf, received_at, since, due_at)
    select gen_random_uuid(), lpad((n / 10000)::text, 4, '0') || '-' || lpad((n % 10000)::text, 4, '0'), passphrase_hash, language,
      n % 3 = 0, false, n % 5 = 0, sent_mark, sha256(n::text::bytea), received_at, since, due_at
    from complaint, generate_series(1, ${count}) n where id = ${id}`.execute(db);

test('is narrowed by state, by whose it is, and to what is late; and is read by its index', async ({
  copy,
  now,
}) => {
  const house = { db: copy.db, pool: copy.pool, now };
  const desk = await aDesk(house);
  const other = await aComplaint(house);
  const numbers = async (filter: object, minutes = 0) =>
    (await listQueue(later(desk.mara, minutes), { ...all, ...filter })).cases.map(({ number }) => number);
  expect(await numbers({ whose: 'mine' })).toEqual([desk.number]);
  expect(await numbers({ whose: 'nobody' })).toEqual([other.number]);
  expect(await numbers({ state: 'routed' })).toEqual([]);
  expect(await numbers({ late: true })).toEqual([]);
  expect(await numbers({ late: true }, 25 * 60)).toHaveLength(2);
  done(await withdrawComplaint(later(house, 30), other.id));
  expect(await numbers({})).toEqual([desk.number]);
  expect(await numbers({ state: 'withdrawn' })).toEqual([other.number]);
  const before = placeIn(`0.${now.getTime() + 60 * 60_000}.${desk.id}`);
  expect(await numbers({ state: 'withdrawn', after: before })).toEqual([other.number]);
  const past = placeIn(`0.${now.getTime()}.${desk.id}`);
  expect(await numbers({ state: 'withdrawn', after: past })).toEqual([]);
  await copies(desk, 5000);
  await sql`analyze complaint`.execute(copy.db);
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from complaint
    where state not in ('closed', 'withdrawn', 'inadmissible')
    order by (danger or child or reprisal) desc, due_at, id limit 26`.execute(copy.db);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('complaint_queue');
});

test('what waits stands on the first page: nobody’s cases, one’s own, and who asks to be let in', async ({
  copy,
  now,
}) => {
  const house = { db: copy.db, pool: copy.pool, now };
  const desk = await aDesk(house);
  await aComplaint(house, { danger: true });
  done(await askForAccess(desk.piet, desk.id, 'The caseworker is away for a week.'));
  expect(await listCaseTasks(desk.mara)).toMatchObject([
    { what: '1 complaint is nobody’s yet', about: 'Somebody may be in danger' },
    { what: 'Look whether they are safe', about: `Case ${desk.number}`, href: `/casework/${desk.number}` },
    { what: 'Piet Vos asks to open a case' },
  ]);
  done(await writeMessage(later(house, 5), desk.id, 'They called me again.'));
  const unread = async (minutes: number) =>
    (await listCaseTasks(later(desk.mara, minutes))).map(({ what }) => what).includes(wrote);
  expect(await unread(6)).toBe(true);
  await openCase(later(desk.mara, 7), desk.id);
  expect(await unread(8)).toBe(false);
  const [asked] = await listRequestTasks(desk.officer);
  expect(JSON.stringify(asked)).not.toContain(desk.number);
});
