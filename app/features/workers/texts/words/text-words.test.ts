import { expect, test } from 'vitest';

import { markLanguageCodes } from '../../../register/marks/model.ts';
import { segmentsOf } from '../segments.ts';
import { textWords } from './words.ts';

const others = markLanguageCodes.filter((code) => code !== 'en');
const entriesOf = (language: (typeof markLanguageCodes)[number]) =>
  Object.entries(textWords[language]).filter(([key]) => key !== 'check');

test.each(others)('the texts in %s say everything, and nothing in English', (language) => {
  const english = new Map(entriesOf('en'));
  for (const [key, text] of entriesOf(language)) {
    expect(String(text).trim(), key).toBeTruthy();
    expect(text, key).not.toBe(english.get(key));
    expect(String(text).includes('{word}'), key).toBe(key === 'how');
  }
});

const plain = ['en', 'id', 'sw', 'tl'] as const;
test.each(plain)('the texts in %s are written in the cheap alphabet', (language) => {
  for (const [key, text] of entriesOf(language)) {
    const said = String(text).replace('{word}', '');
    expect(segmentsOf(said + 'a'.repeat(160 - said.length)), key).toBe(1);
  }
});
