import { expect, test } from 'vitest';

import { Remembered } from './remembered.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Answers one after the other, `fail` as none; counted. */
function asking(...answers: string[]) {
  let asked = 0;
  const ask = () => {
    const answer = answers[asked] ?? answers.at(-1) ?? '';
    asked += 1;
    return answer === 'fail' ? Promise.reject(new Error('away')) : Promise.resolve(answer);
  };
  return { ask, times: () => asked };
}

test('is told at once, asked for behind whoever asks, and anew only when it is old', async () => {
  const { ask, times } = asking('one', 'two');
  const known = new Remembered('nothing', ask, { everyMs: 1000, lost: () => 'nothing' });
  expect(known.told(0)).toBe('nothing');
  await settled();
  expect([known.told(1), known.told(999), times()]).toEqual(['one', 'one', 1]);
  expect(known.told(1000)).toBe('one');
  await settled();
  expect([known.told(1001), times()]).toEqual(['two', 2]);
});

test('whoever may wait waits for the first answer, and for no other', async () => {
  const { ask, times } = asking('fail', 'one', 'two');
  const remembered = new Remembered('nothing', ask, { everyMs: 60_000, lost: () => 'nothing' });
  expect([await remembered.known(), await remembered.known(), await remembered.known()]).toEqual([
    ...['nothing', 'one', 'one'],
  ]);
  expect(times()).toBe(2);
});

test('where no answer came, is what was said of that, until one comes', async () => {
  const forgets = new Remembered('nothing', asking('one', 'fail', 'two').ask, {
    ...{ everyMs: 1000, lost: () => 'nothing' },
  });
  expect(await forgets.renewed(0)).toBe('one');
  expect(await forgets.renewed(1)).toBe('nothing');
  expect(await forgets.renewed(2)).toBe('two');
  const keeps = new Remembered('nothing', asking('one', 'fail').ask, { everyMs: 1000, lost: (it) => it });
  await keeps.renewed(0);
  expect(await keeps.renewed(1)).toBe('one');
});

test('an answer that comes late is none, and one that was asked for earlier never replaces a later one', async () => {
  const hangs = new Remembered('nothing', () => new Promise<string>(() => undefined), {
    ...{ everyMs: 1000, withinMs: 5, lost: () => 'lost' },
  });
  expect(await hangs.renewed(0)).toBe('lost');
  const ends: ((answer: string) => void)[] = [];
  const slow = () => new Promise<string>((resolve) => ends.push(resolve));
  const known = new Remembered('nothing', slow, { everyMs: 1000, lost: () => 'lost' });
  const [first, second] = [known.renewed(0), known.renewed(1)];
  ends[1]?.('new');
  await second;
  ends[0]?.('old');
  expect(await first).toBe('new');
});
