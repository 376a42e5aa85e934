import { describe, expect, test } from 'vitest';

import { standings, type StandingStatus } from '#app/features/certificates/model.ts';
import { markLanguageCodes } from '#app/features/register/marks/model.ts';
import { standingIn } from '#app/features/register/marks/words/badge-words.ts';
import { counts } from '#app/features/workers/check/rules.ts';
import type { Told } from '#app/features/workers/texts/model.ts';
import { budget, textsOf } from '#app/features/workers/texts/rules.ts';
import { segmentsOf } from '#app/features/workers/texts/segments.ts';
import { textWords } from '#app/features/workers/texts/words/words.ts';
import { corridorIn } from '#app/platform/places.ts';

const address = (language: string) => `https://register.fair-recruitment.example/${language}/check`;
const number = 'LRN00012603';
const names = [
  'Himal Overseas',
  'हिमाल '.repeat(30).trim(),
  'Everest Rising International Manpower and Placement Services Private Limited'.repeat(2),
];
const stands = (status: StandingStatus) => counts({ status, since: '2026-01-01', reasonClass: null });

describe.each(markLanguageCodes)('an answer in %s', (language) => {
  const say = textWords[language];
  const texts = (told: Told) => textsOf(say, told, address(language));
  const one = (status: StandingStatus, name: string): Told => ({
    ...{ kind: 'one', word: standingIn(language, status), counts: stands(status), name, number },
  });
  const several = (name: string, many: number, country = 'AE'): Told => ({
    kind: 'several',
    entries: Array.from({ length: many }, (_, place) => ({
      ...{ name, number: `LRN0001260${place}`, place: corridorIn(language, country) },
    })),
  });
  const everything = [
    ...standings.flatMap((status) => names.map((name) => one(status, name))),
    ...names.flatMap((name) => [1, 2, 3, 10].map((many) => several(name, many))),
    ...([{ kind: 'none' }, { kind: 'later' }, { kind: 'how' }] as const),
  ];

  test('keeps to its budget, and leads on', () => {
    for (const told of everything) {
      const answer = texts(told);
      expect(answer.length, answer.join('\n--\n')).toBeLessThanOrEqual(budget.texts);
      for (const text of answer) expect(segmentsOf(text), text).toBeLessThanOrEqual(budget.segments);
      expect(answer.at(-1)).toContain(address(language));
    }
  });

  test('says how an agency stands, who it is, and what nobody may charge', () => {
    for (const status of standings) {
      const [first = '', ...more] = texts(one(status, 'Himal Overseas'));
      expect(more.length, first).toBeLessThanOrEqual(1);
      for (const part of [standingIn(language, status), 'Himal Overseas', number])
        expect(first).toContain(part);
      expect(first).toContain(stands(status) ? say.pay : say.stop);
      expect(first.includes(say.stop)).toBe(!stands(status));
    }
  });

  test('tells several apart, each with its number and place, three at most', () => {
    const all = texts(several('Himal Overseas', 10, 'NP')).join('\n');
    for (const place of [0, 1, 2])
      expect(all).toContain(`LRN0001260${place} Himal Overseas, ${corridorIn(language, 'NP')}`);
    expect(all).not.toContain('LRN00012603');
    expect(all).toContain(say.which);
    expect(all).toContain(say.stop);
    expect(texts(several('Himal Overseas', 1)).join('\n')).toContain(say.one);
  });

  test('never reads as safe where nothing is known', () => {
    const good = [standingIn(language, 'certified'), say.pay];
    for (const [kind, words] of [
      ['none', say.unknown],
      ['later', say.later],
    ] as const) {
      const all = texts({ kind }).join('\n');
      expect(all).toContain(words);
      expect(all).toContain(say.stop);
      for (const word of good) expect(all).not.toContain(word);
    }
    expect(say.unknown).not.toBe(say.later);
  });
});

test('the shortest answer is one segment', () => {
  const told = {
    kind: 'one',
    word: 'Certified',
    counts: true,
    name: 'Himal Overseas Pvt Ltd',
    number,
  } as const;
  const [text = '', ...more] = textsOf(textWords.en, told, address('en'));
  expect(more).toEqual([]);
  expect(segmentsOf(text)).toBe(1);
  expect(text).toBe(
    `Certified\nNobody may take money from you.\nHimal Overseas Pvt Ltd\n${number}\nMore: ${address('en')}`,
  );
});
