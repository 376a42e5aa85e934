import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';

import { paperWords } from '../../register/marks/words/paper-words.ts';
import { sheetAsCsv } from './csv.server.ts';
import { mostPapers, perPaper, type Asked, type Line } from './model.ts';
import { sheetPaper } from './paper.server.tsx';
import { sheetWords } from './words/words.ts';

const at = new Date('2026-11-28T12:05:00Z');
const check = 'https://register.example.org/en/check';
const asked: Asked = { language: 'en', country: 'NP', at, check, reviewed: true };
const worded = ({ status }: Line['standing']) => `stands ${status}`;

const line = (part: Partial<Line> = {}): Line => ({
  ...{ registrationNumber: 'LRN00012603', name: 'Himal Overseas', nameLocal: 'हिमाल' },
  standing: { status: 'suspended', since: '2026-03-01', reasonClass: 'fees_charged' },
  ...{
    licences: [{ number: '118/075' }, { number: 'B-2' }],
    offices: ['Kathmandu'],
    validUntil: '2029-02-28',
  },
  ...part,
});

async function* each(lines: Line[]) {
  await Promise.resolve();
  yield* lines;
}

/** A line may end within a long word. */
const bare = (text: string) => text.replace(/\s/g, '');

async function textOf(file: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      return { view: page.view, text: items.map((item) => ('str' in item ? item.str : '')).join(' ') };
    }),
  );
  return {
    pages,
    text: pages
      .map((page) => page.text)
      .join(' ')
      .replace(/\s+/g, ' '),
  };
}

describe('a table', () => {
  const csv = async (language: Asked['language'], lines: Line[], reviewed = true) =>
    (await sheetAsCsv({ ...asked, language, reviewed }, each(lines), worded).toArray()).join('');

  test('says first when it was so, what it does not say, what nobody may charge, and where to ask anew', async () => {
    const [head = '', rows = ''] = (await csv('en', [line()])).split('\r\n\r\n');
    expect(head.startsWith('\uFEFFRecruiters in Nepal\r\n')).toBe(true);
    for (const said of ['28 November 2026, 12:05 UTC', sheetWords.en.absent, paperWords.en.never, check])
      expect(head).toContain(said);
    expect(rows.split('\r\n')).toEqual([
      'Number,Name,Name in its own script,Standing,Licences,Place,Certificate ends',
      'LRN00012603,Himal Overseas,हिमाल,stands suspended,"118/075; B-2",Kathmandu,2029-02-28',
      '',
    ]);
  });

  test('computes nothing in a spreadsheet', async () => {
    const name = '=HYPERLINK("http://evil.example","Certified")';
    const wrong = await csv('en', [
      line({ name, nameLocal: '@SUM(1)', offices: ['+1'], licences: [{ number: '-2' }] }),
    ]);
    expect(wrong).toContain(`"'=HYPERLINK(""http://evil.example"",""Certified"")"`);
    expect(wrong).toContain(`'@SUM(1)`);
    expect(wrong).not.toMatch(/[\n,]"?[=+@-]/);
  });

  test('says that nobody has reviewed it where nobody has', async () => {
    expect(await csv('ne', [], false)).toContain('यो अनुवाद अहिलेसम्म');
    expect(await csv('ne', [])).not.toContain('यो अनुवाद');
  });
});

describe('a paper', () => {
  test('says the same, and each name with what tells it apart', async () => {
    const sheet = { asked, count: 1, part: 1, lines: [line()], worded };
    const { pages, text } = await textOf(await sheetPaper(sheet));
    expect(pages.map(({ view }) => view.map(Math.round))).toEqual([[0, 0, 842, 595]]);
    for (const said of [
      ...['Recruiters in Nepal', '28 November 2026, 12:05 UTC', sheetWords.en.absent, check],
      ...[paperWords.en.never, paperWords.en.passport, 'LRN00012603', 'Himal Overseas', 'stands suspended'],
      ...['118/075; B-2', 'Kathmandu', '28 February 2029', '1 of 1'],
    ])
      expect(bare(text)).toContain(bare(said));
    expect(text).not.toContain('Part 1');
  });

  test('of many says which part it is, and that the table has all', async () => {
    const lines = Array.from({ length: 30 }, (_, place) => line({ name: `Agency ${place}` }));
    const count = perPaper * mostPapers + 1;
    const { pages, text } = await textOf(await sheetPaper({ asked, count, part: 2, lines, worded }));
    expect(pages.length).toBeGreaterThan(1);
    expect(text).toContain(`Part 2 of ${mostPapers}. From “Agency 0” to “Agency 29”.`);
    expect(text).toContain(`the first ${perPaper * mostPapers} names`);
    for (const { text: page } of pages) {
      expect(page).toContain('28 November 2026, 12:05 UTC');
      expect(page).toContain(sheetWords.en.until);
    }
    for (const { name } of lines) expect(text).toContain(name);
  });

  test('of nobody says so, and a row keeps to its page whatever stands in it', async () => {
    const nobody = await textOf(await sheetPaper({ asked, count: 0, part: 1, lines: [], worded }));
    expect(nobody.text).toContain(sheetWords.en.nobody);
    expect(nobody.text).toContain(sheetWords.en.absent);
    const large = line({
      ...{ name: 'Himal '.repeat(80), nameLocal: '漢字の名前' },
      ...{ offices: Array.from({ length: 60 }, (_, place) => `Branch ${place}`) },
    });
    const { text } = await textOf(await sheetPaper({ asked, count: 1, part: 1, lines: [large], worded }));
    expect(text).toContain('Branch 2…');
    expect(text).not.toContain('Branch 3');
    expect(bare(text)).toContain(bare(sheetWords.en.unprintable));
  });
});
