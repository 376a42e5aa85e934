import * as common from '@zxcvbn-ts/language-common';
import { describe, expect, test } from 'vitest';

import { judgePassword, longest, shortest } from './strength.server.ts';

const words = ['Mina Rai', 'mina.rai@himal.example', 'Himal Workforce'];

describe('a password passes', () => {
  test.each([
    'correct horse battery staple',
    'kathmandu monsoon pencil',
    'जहाज पानी कुर्सी किताब',
    'x7!kQ9#mZ2pL',
    'only small letters without a number',
    'mina likes violet thunderstorms',
  ])('%s', (password) => {
    expect(judgePassword(password, words)).toEqual({ ok: true });
  });

  test('of a thousand characters, judged in a moment', () => {
    const password = 'Dragon2019!iloveyou1987$baseball'.repeat(40).slice(0, longest);
    judgePassword('so that the dictionaries are there', words);
    // Time of this processor, not of the clock on the wall: the machine may be busy.
    const before = process.cpuUsage();
    expect(judgePassword(password, words)).toEqual({ ok: true });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});

describe('a password is sent back, in words', () => {
  test.each([
    ['eleven char', 'at least 12 characters'],
    ['', 'at least 12 characters'],
    ['x'.repeat(longest + 1), 'at most 1000 characters'],
    ['a'.repeat(300), 'over and over'],
    ['password1234', 'many people use'],
    ['qwertyuiopasdf', 'many people use'],
    ['123456789012', 'guess'],
    ['Himal-Workforce-2026', 'your own names'],
    ['minarai-himal', 'your own names'],
    ['fairroute-himal', 'your own names'],
  ])('%s', (password, why) => {
    const judgement = judgePassword(password, words);
    expect(judgement).toMatchObject({ ok: false });
    if (!judgement.ok) expect(judgement.message).toContain(why);
  });

  test('or passes, as its person differs', () => {
    expect(judgePassword('himalworkforce2026x', ['Somebody Else'])).toEqual({ ok: true });
    expect(judgePassword('himalworkforce2026', words)).toMatchObject({ ok: false });
  });
});

test('twelve characters are enough, one fewer is not', () => {
  const password = 'kvqzwpxmrjgt';
  expect(password).toHaveLength(shortest);
  expect(judgePassword(password, words)).toEqual({ ok: true });
  expect(judgePassword(password.slice(1), words)).toMatchObject({ ok: false });
});

test.each(['kvqzwpxmrjgt', 'KVQZWPXMRJGT', '7394028561835', '!?%$&/()=#*~+-', 'आकाश नदी साइकल बाटो'])(
  'any one kind of character is enough: %s',
  (password) => {
    expect(judgePassword(password, words)).toEqual({ ok: true });
  },
);

test('of the most used passwords that are long enough, none passes', () => {
  const list: readonly unknown[] = common.dictionary['passwords-common'];
  const long = list.map(String).filter((password) => password.length >= shortest);
  expect(long.length).toBeGreaterThan(100);
  expect(long.slice(0, 100).filter((password) => judgePassword(password, []).ok)).toEqual([]);
});
