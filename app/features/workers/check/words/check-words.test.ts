import { describe, expect, test } from 'vitest';

import { markLanguageCodes } from '../../../register/marks/model.ts';
import { checkWords } from './check-words.ts';

const others = markLanguageCodes.filter((code) => code !== 'en');
const bracesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
const english = Object.entries(checkWords.en);

/** What happens to be one word in both. */
const alike = new Set(['fr licence', 'es no']);

/** Scripts of the languages that are not written in Latin letters. */
const scripts: Record<string, RegExp> = {
  ...{ ne: /\p{Script=Devanagari}/u, hi: /\p{Script=Devanagari}/u, bn: /\p{Script=Bengali}/u },
  ...{ ur: /\p{Script=Arabic}/u, ar: /\p{Script=Arabic}/u, my: /\p{Script=Myanmar}/u },
  ...{ km: /\p{Script=Khmer}/u, am: /\p{Script=Ethiopic}/u, th: /\p{Script=Thai}/u },
};

describe.each(markLanguageCodes)('the check in %s', (language) => {
  const say = new Map(Object.entries(checkWords[language]));

  test('says everything, and fills in the same', () => {
    expect([...say.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted());
    for (const [key, text] of english) {
      expect(say.get(key)?.trim(), key).toBeTruthy();
      expect(bracesOf(say.get(key) ?? ''), key).toEqual(bracesOf(text));
    }
  });

  test('tells whoever was told of nothing good not to pay', () => {
    const { suspendedTitle, withdrawnTitle, unknown, otherOne, otherMany, later } = checkWords[language];
    const { applicant, refused, expired, expiredStopped } = checkWords[language];
    const sentences = suspendedTitle.split(/[.।۔።။។]\s*/).filter(Boolean);
    const doNotPay = (sentences.length > 1 ? sentences.at(-1) : suspendedTitle.split(' ').at(-1)) ?? '';
    expect(doNotPay).not.toBe('');
    const { jobShow, jobNone } = checkWords[language];
    const all = [
      jobShow,
      jobNone,
      withdrawnTitle,
      unknown,
      otherOne,
      otherMany,
      later,
      applicant,
      refused,
      expired,
    ];
    for (const text of [...all, expiredStopped]) expect(text).toContain(doNotPay);
  });
});

test.each(others)('nothing of the check in %s is left in English', (language) => {
  const say = new Map(Object.entries(checkWords[language]));
  const left = english.filter(([key, text]) => say.get(key) === text && !alike.has(`${language} ${key}`));
  expect(left).toEqual([]);
  const script = scripts[language];
  if (!script) return;
  for (const [key, text] of say) {
    expect(text, key).toMatch(script);
    expect(text.replace(/\{\w+\}/g, ''), key).not.toMatch(/\p{Script=Latin}/u);
  }
});
