import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { markLanguageCodes } from '../../register/marks/model.ts';
import { readText } from './reading.ts';
import { textWords } from './words/words.ts';

const asked = (q: string, language = 'en') => ({ kind: 'question', language, q });

describe.each(markLanguageCodes)('a question in %s', (language) => {
  test.each(textWords[language].check)('begins with %s', (word) => {
    const inLanguage = language === 'en' ? 'en' : language;
    for (const text of [`${word} LRN00012603`, `  ${word.toLowerCase()}:\n LRN00012603 `])
      expect(readText(text)).toEqual(asked('LRN00012603', inLanguage));
    expect(readText(word)).toEqual({ kind: 'how', language: inLanguage });
  });
});

test('no two languages share a word', () => {
  const all = Object.values(textWords).flatMap(({ check }) => check.map((word) => word.normalize('NFC')));
  expect(new Set(all).size).toBe(all.length);
});

describe('without such a word', () => {
  test.each([
    ['Himal Overseas', 'en'],
    ['Checkmate Manpower', 'en'],
    ['+977 980-0000012', 'en'],
    ['हिमाल ओभरसिज', 'ne'],
    ['হিমাল', 'bn'],
    ['ہمال اوورسیز', 'ur'],
    ['مكتب الهمال', 'ar'],
    ['ဟိမာလ', 'my'],
    ['ហិមាល័យ', 'km'],
    ['ሂማል', 'am'],
    ['หิมาลัย', 'th'],
    ['Tuyển dụng Himal', 'vi'],
  ])('%s is the question, in the language of its letters', (text, language) => {
    expect(readText(text)).toEqual(asked(text, language));
  });
});

test('the English word stands on posters: the letters behind it tell the language', () => {
  expect(readText('CHECK हिमाल')).toEqual(asked('हिमाल', 'ne'));
  expect(readText('ตรวจสอบหิมาลัย')).toEqual(asked('หิมาลัย', 'th'));
});

test.each(['STOP', 'stop', ' Stop. ', 'HELP', 'help!', 'Unsubscribe', 'START', 'INFO'])(
  '%s belongs to the gateway',
  (text) => {
    expect(readText(text)).toEqual({ kind: 'silent' });
  },
);

test('what begins like a word of the gateway is a question', () => {
  expect(readText('Help Overseas Ltd')).toEqual(asked('Help Overseas Ltd'));
});

test.each(['', '   ', '\u0000\u0007', '\ufffd\ufffd\ufffd', '???', '👍', 'CHECK', 'CHECK :'])(
  'of %j nothing can be asked: it is told how',
  (text) => {
    expect(readText(text)).toEqual({ kind: 'how', language: 'en' });
  },
);

test('marks of direction and broken letters do not hide a question', () => {
  expect(readText('\u200f\u202bجانچ\u202c \ufffdHimal\u0000 Ltd')).toEqual(asked('Himal Ltd', 'ur'));
});

test('of any text something is read, and no more than the page reads', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const reading = readText(text);
      if (reading.kind !== 'question') return;
      expect(reading.q.length).toBeLessThanOrEqual(300);
      expect(reading.q).not.toContain('\0');
    }),
  );
});
