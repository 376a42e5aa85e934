import { filled } from '#tests/access/filled.ts';
import { addressOf, expected, judge, type Asked } from '#tests/access/judge.ts';
import { layGround, type Ground } from '#tests/access/ground.ts';
import { matrix } from '#tests/access/matrix.ts';

import { expect, test } from './support.ts';

/** Every page × everybody × reading and writing, against the table; who is turned away first, who may act last. */
let ground: Ground;

test.setTimeout(900_000);
test.beforeAll(async () => {
  ground = await layGround();
});
test.afterAll(() => ground.clear());

/** Everything the table speaks of, in its order. */
const questions = (): Asked[] =>
  Object.keys(matrix).flatMap((path) =>
    [undefined, ...ground.people].flatMap((person) => [
      { path, person, method: 'GET' as const },
      { path, person, method: 'POST' as const },
    ]),
  );

const verdictOn = (asked: Asked) => expected(matrix[asked.path] ?? {}, asked);

/** A session of its own for each question: some pages end the one they are asked in. */
async function differenceOf(one: Asked) {
  const cookie = await ground.cookieOf(one.person);
  const answer = await ground.ask({ ...one, path: addressOf(one.path, ground.names), cookie });
  await answer.body?.cancel();
  const answered = { status: answer.status, location: answer.headers.get('Location') };
  return judge(matrix[one.path] ?? {}, one, answered);
}

/** What changes something is asked one after the other, in the table's order; what does not, six at a time. */
async function differences(asked: Asked[], atOnce = 1) {
  const found: string[] = [];
  for (let place = 0; place < asked.length; place += atOnce) {
    const said = await Promise.all(asked.slice(place, place + atOnce).map(differenceOf));
    found.push(...said.filter((words) => words !== undefined));
  }
  return found;
}

test('whoever is not meant to enter is turned away, everywhere', async () => {
  const denied = questions().filter((asked) => verdictOn(asked).denied);
  expect(denied.length).toBeGreaterThan(1500);
  expect(await differences(denied, 6)).toEqual([]);
});

test('a whole form from somebody whose record it is not finds nothing', async () => {
  const posting = (asked: Asked) => verdictOn({ ...asked, method: 'POST' }).status;
  const unheard = questions().filter((asked) => asked.method === 'GET' && verdictOn(asked).status === 404);
  // Pages that send an empty form of a stranger back must have a whole one in the list.
  const sentBack = unheard.filter((asked) => posting(asked) === 400);
  expect(sentBack.map(({ path }) => path).filter((path) => !(path in filled))).toEqual([]);
  // Nor does a whole one find more where an empty one finds nothing.
  // Whose role writes nothing there is turned away at the door.
  const whole = unheard.filter((asked) => asked.path in filled && [400, 404, 409].includes(posting(asked)));
  expect(whole.length).toBeGreaterThan(sentBack.length);
  for (const { path, person } of whole) {
    const body = new URLSearchParams(filled[path]).toString();
    const cookie = await ground.cookieOf(person);
    const { status } = await ground.ask({
      path: addressOf(path, ground.names),
      method: 'POST',
      cookie,
      body,
    });
    expect([path, person?.name, status]).toEqual([path, person?.name, 404]);
  }
});

test('whoever is meant to read reads', async () => {
  const reading = questions().filter((asked) => !verdictOn(asked).denied && asked.method === 'GET');
  expect(await differences(reading, 6)).toEqual([]);
});

test('whoever is meant to write is heard', async () => {
  const writing = questions().filter((asked) => !verdictOn(asked).denied && asked.method === 'POST');
  expect(await differences(writing)).toEqual([]);
});
