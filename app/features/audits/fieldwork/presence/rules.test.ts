import { expect, test } from 'vitest';

import { newsOf, presentOf, wordsAt, wordsOfTeam } from './rules.ts';

const now = new Date('2027-03-01T10:00:00Z');
const seen = (name: string, code: string, secondsAgo: number) => ({
  ...{ name, code },
  seenAt: new Date(now.getTime() - secondsAgo * 1000),
});

test('somebody seen this minute is there; later they were, so many minutes ago', () => {
  const present = presentOf(
    [seen('Anjali Rao', '1.1.2', 61), seen('Bo Ek', '1.1.2', 59), seen('Chen Li', 'B.1.4', 299)],
    now,
  );
  expect(wordsAt('1.1.2', present)).toBe('Bo Ek has this one open, Anjali Rao had it open a minute ago');
  expect(wordsAt('B.1.4', present)).toBe('Chen Li had it open 4 minutes ago');
  expect(wordsAt('1.1.3', present)).toBe('');
  expect(wordsOfTeam(present)).toBe(
    'Anjali Rao was at 1.1.2 a minute ago, Bo Ek is at 1.1.2, Chen Li was at B.1.4 4 minutes ago',
  );
  expect(Object.keys(newsOf(present).at)).toEqual(['1.1.2', 'B.1.4']);
});

test('two at once have it open together; a clock set back makes nobody come from the future', () => {
  const present = presentOf([seen('Anjali Rao', '1.1.2', 0), seen('Bo Ek', '1.1.2', -90)], now);
  expect(wordsAt('1.1.2', present)).toBe('Anjali Rao and Bo Ek have this one open');
  expect(newsOf([])).toEqual({ team: '', at: {} });
});
