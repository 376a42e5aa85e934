import { addCompanies, openProduction, password, send, type Production } from '#tests/support/production.ts';

import { expect, test } from './support.ts';

/** Whether an account exists is told by no word, no status and no clock; and many honest people share one address. */
const known = Array.from({ length: 10 }, (_, i) => `known-${i}@people.example`);
const crowd = Array.from({ length: 200 }, (_, i) => `crowd-${i}@people.example`);

let house: Production;

test.setTimeout(300_000);

test.beforeAll(async () => {
  house = await openProduction();
  await addCompanies(house, known);
});
test.afterAll(() => house.close());

let asked = 0;
/** Every try from an address of its own, so that no limit but the account's takes part. */
const fresh = () => {
  asked += 1;
  return `198.18.${Math.floor(asked / 250)}.${(asked % 250) + 1}`;
};

type Door = { path: string; fields: (email: string) => Record<string, string> };

const doors: Door[] = [
  {
    path: '/sign-in',
    fields: (email) => ({ email, password: 'not the password at all' }),
  },
  { path: '/reset', fields: (email) => ({ email }) },
  {
    path: '/sign-up',
    fields: (email) => ({
      kind: 'company',
      organisation: 'Somewhere Trading',
      agency: 'Somewhere Trading',
      country: 'SE',
      name: 'Somebody Else',
      email,
      password: 'quite another long phrase 74',
    }),
  },
];

/** All that can be seen of an answer, without what was typed and what is new on every page. */
async function seen({ path, fields }: Door, email: string) {
  const response = await send(house, path, fields(email), { from: fresh() });
  const text = (await response.text()).replaceAll(email, '…').replaceAll(encodeURIComponent(email), '…');
  return {
    status: response.status,
    location: response.headers.get('Location')?.replaceAll(encodeURIComponent(email), '…'),
    cookies: response.headers.getSetCookie().map((cookie) => cookie.split('=')[0]),
    text: text.replace(/nonce="[^"]*"/g, ''),
  };
}

const stranger = () => `unknown-${crypto.randomUUID().slice(0, 8)}@people.example`;
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** How much longer a known address takes than an unknown one, asked in turns. */
async function ratioOf(door: Door, rounds = 30) {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (let round = 0; round < rounds; round += 1) {
    await house.db.deleteFrom('rate_limit').execute();
    for (const kind of round % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const email = kind === 'known' ? (known[round % known.length] ?? '') : stranger();
      const begun = performance.now();
      const response = await send(house, door.path, door.fields(email), { from: fresh() });
      await response.text();
      times[kind].push(performance.now() - begun);
      expect(response.status).not.toBe(429);
    }
  }
  return median(times.known) / median(times.unknown);
}

for (const door of doors) {
  test(`${door.path} answers the same, in the same time, whether an account exists or not`, async () => {
    const [one, other] = [await seen(door, known[0] ?? ''), await seen(door, stranger())];
    expect(one).toEqual(other);
    expect(one.status).toBeLessThan(500);
    let ratio = await ratioOf(door);
    if (ratio < 0.7 || ratio > 1.4) ratio = await ratioOf(door);
    test.info().annotations.push({ type: 'known : unknown', description: ratio.toFixed(2) });
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });
}

test('the sixth wrong try from one address waits; from elsewhere the right password comes in', async () => {
  const wrong = { email: known[1] ?? '', password: 'not the password at all' };
  const from = '203.0.113.50';
  await house.db.deleteFrom('rate_limit').execute();
  for (let i = 0; i < 5; i += 1) expect((await send(house, '/sign-in', wrong, { from })).status).toBe(409);
  const sixth = await send(house, '/sign-in', wrong, { from });
  expect(sixth.status).toBe(429);
  expect(Number(sixth.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await sixth.text()).toContain('tried too often');
  const right = { ...wrong, password };
  expect((await send(house, '/sign-in', right, { from })).status).toBe(429);
  expect((await send(house, '/sign-in', right, { from: '203.0.113.51' })).status).toBe(302);
  const nobody = { ...wrong, email: 'nobody-at-all@people.example' };
  const statuses = [];
  for (let i = 0; i < 6; i += 1) statuses.push((await send(house, '/sign-in', nobody, { from })).status);
  expect(statuses).toEqual([409, 409, 409, 409, 409, 429]);
});

test('thirty wrong tries at once are not thirty tries', async () => {
  const wrong = { email: known[2] ?? '', password: 'not the password at all' };
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => send(house, '/sign-in', wrong, { from: '203.0.113.60' })),
  );
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([count(409), count(429)]).toEqual([5, 25]);
});

test('two hundred people behind one address all come in', async () => {
  await addCompanies(house, crowd);
  const statuses = new Map<number, number>();
  for (let start = 0; start < crowd.length; start += 20) {
    const answers = await Promise.all(
      crowd
        .slice(start, start + 20)
        .map((email) => send(house, '/sign-in', { email, password }, { from: '203.0.113.70' })),
    );
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses]).toEqual([[302, 200]]);
});
