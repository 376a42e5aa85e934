import { describe, expect, test } from 'vitest';

import { markLanguageCodes } from '../../../register/marks/model.ts';
import { voiceWords } from './words.ts';

const bracesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
const english = Object.entries(voiceWords.en);
const others = markLanguageCodes.filter((code) => code !== 'en');

/** What happens to be one word in both. */
const alike = new Set(['es no']);

/** Scripts of the languages that are not written in Latin letters. */
const scripts: Record<string, RegExp> = {
  ...{ ne: /\p{Script=Devanagari}/u, hi: /\p{Script=Devanagari}/u, bn: /\p{Script=Bengali}/u },
  ...{ ur: /\p{Script=Arabic}/u, ar: /\p{Script=Arabic}/u, my: /\p{Script=Myanmar}/u },
  ...{ km: /\p{Script=Khmer}/u, am: /\p{Script=Ethiopic}/u, th: /\p{Script=Thai}/u },
};

describe.each(others)('the questions to workers in %s', (language) => {
  const say = new Map(Object.entries(voiceWords[language]));

  test('say everything, fill in the same, and leave nothing in English', () => {
    expect([...say.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted());
    for (const [key, text] of english) {
      expect(say.get(key)?.trim(), key).toBeTruthy();
      if (!alike.has(`${language} ${key}`)) expect(say.get(key), key).not.toBe(text);
      expect(bracesOf(say.get(key) ?? ''), key).toEqual(bracesOf(text));
    }
  });

  test('are in their own script', () => {
    const script = scripts[language];
    for (const [key, text] of say) if (script) expect(text, key).toMatch(script);
  });
});
