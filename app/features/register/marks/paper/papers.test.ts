import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';

import { dayIn } from '#emails/language.ts';

import { markLanguageCodes, type MarkLanguage } from '../model.ts';
import { badgeWords } from '../words/badge-words.ts';
import { paperWords } from '../words/paper-words.ts';
import { cards, poster } from './papers.server.tsx';

const now = new Date('2026-11-28T09:00:00Z');
const origin = 'https://scheme.example';
const standing = { status: 'certified' as const, since: '2026-03-01', reasonClass: null };
const carrier = {
  ...{ registrationNumber: 'LRN00012603', name: 'Himal Workforce Pvt. Ltd.', standing },
  nameLocal: 'हिमाल',
};
const printing = (language: MarkLanguage) => ({ carrier, language, origin, now });

async function read(file: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width }]
      : [],
  );
  return {
    pages: pdf.numPages,
    view: page.view.map(Math.round),
    pieces,
    text: pieces.map(({ text }) => text).join(' '),
  };
}

/** Letters and digits, whatever their order: a line from the right is read out from the left. */
const lettersOf = (text: string) =>
  [...text.normalize('NFKD').matchAll(/[\p{L}\p{N}]/gu)].map(([letter]) => letter);

/** How many letters of what was said are not there, of a hundred. */
function lost(said: string, shown: string) {
  const left = new Map<string, number>();
  for (const letter of lettersOf(shown)) left.set(letter, (left.get(letter) ?? 0) + 1);
  const missing = lettersOf(said).filter((letter) => {
    const there = left.get(letter) ?? 0;
    left.set(letter, there - 1);
    return there <= 0;
  });
  return (100 * missing.length) / lettersOf(said).length;
}

/** A sign drawn for several letters is read out as those it stood for first: there a few are taken for others. */
const most: Partial<Record<MarkLanguage, number>> = { ne: 6, bn: 6, hi: 6, my: 6, km: 6 };

const a4 = [0, 0, 595, 842];

describe.each(markLanguageCodes)('in %s', (language) => {
  const say = paperWords[language];
  const day = dayIn(language, '2026-11-28');

  test('a poster is one page that says all of it, not a letter less', async () => {
    const { content, filename } = await poster(printing(language));
    const { pages, view, text, pieces } = await read(content);
    expect([pages, view, filename]).toEqual([1, a4, `LRN00012603 poster ${language}.pdf`]);
    const said = [
      ...[say.head, carrier.name, carrier.nameLocal, say.never, ...say.fees, say.passport, say.ask],
      ...[say.scan, `scheme.example/${language}/check`, '0001 2603', say.free, say.wrong, say.tell],
      say.printed.replace('{standing}', badgeWords[language].certified).replace('{day}', day),
    ];
    expect(lost(said.join(' '), text)).toBeLessThanOrEqual(most[language] ?? 0);
    for (const { x, y, width } of pieces) {
      expect(x).toBeGreaterThan(40);
      expect(x + width).toBeLessThan(595 - 40);
      expect(y).toBeGreaterThan(20);
    }
  });

  test('ten cards stand on a page, each within its edges', async () => {
    const { content } = await cards(printing(language));
    const { pages, view, text, pieces } = await read(content);
    expect([pages, view]).toEqual([1, a4]);
    const said = [say.head, carrier.name, say.before, `scheme.example/${language}/check`, '0001 2603'];
    said.push(say.stale.replace('{day}', day));
    expect(lost(said.join(' ').repeat(10), text)).toBeLessThanOrEqual(most[language] ?? 0);
    const code = pieces.filter(({ text: shown }) => /0001/.test(shown));
    expect(code).toHaveLength(10);
    // Two columns of 85.6 mm, five rows of 54 mm.
    const columns = [...new Set(code.map(({ x }) => Math.round(x)))];
    expect(columns).toHaveLength(2);
    expect(Math.abs((columns[0] ?? 0) - (columns[1] ?? 0))).toBeCloseTo(85.6 * (72 / 25.4), -0.5);
    for (const { x, width } of pieces) {
      const left = x < 595 / 2 ? 595 / 2 - 242.6 : 595 / 2;
      expect(x).toBeGreaterThan(left);
      expect(x + width).toBeLessThan(left + 242.7);
    }
  });
});

test('under watch it says so, and a name we have no letters of gives way to the number', async () => {
  const watched = { ...carrier, name: '喜马拉雅', nameLocal: null };
  const { content } = await poster({
    ...printing('en'),
    carrier: { ...watched, standing: { ...standing, status: 'certified_under_watch' } },
  });
  const { text } = await read(content);
  expect(text).toContain('Certified, under watch');
  expect(text).toContain('LRN00012603');
});

test('the longest name there may be leaves a poster one page and a card whole', async () => {
  const name = 'Himal International Overseas Employment and Human Resources Services '.repeat(4).trim();
  const long = { ...printing('my'), carrier: { ...carrier, name, nameLocal: name } };
  expect((await read((await poster(long)).content)).pages).toBe(1);
  const { pages, pieces } = await read((await cards(long)).content);
  expect(pages).toBe(1);
  expect(pieces.filter(({ text }) => /0001/.test(text))).toHaveLength(10);
});

test('words of papers keep the places of what is put into them', () => {
  for (const words of Object.values(paperWords)) {
    expect(words.printed).toContain('{standing}');
    expect(words.printed).toContain('{day}');
    expect(words.stale).toContain('{day}');
  }
});
