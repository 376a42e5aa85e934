import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';

import { shaped } from './arabic.ts';
import { Facts, Heading, Paper, Paragraph, Sheet, Title } from './paper.server.tsx';
import { drawer, renderPdf } from './render.server.tsx';
import { spread, withoutHalves } from './spread.ts';
import { directionOf, directionOfLanguage, familiesFor, pieces, printable } from './words.ts';

const at = new Date('2026-11-25T09:00:00Z');
const told = { title: 'A test', language: 'en', at };

async function readPdf(file: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  const { info } = await pdf.getMetadata();
  return { pages, text: pages.join(' '), info: JSON.stringify(info) };
}

const paper = (children: React.ReactNode, language = 'en') => (
  <Paper header="Copy of an application" reference="A-2026-0001" footer="Fairroute" language={language}>
    {children}
  </Paper>
);

/** Names of the same agency, as it would be written in each language of the scheme. */
const names = {
  'Noto Sans Devanagari': 'एभरेस्ट जनशक्ति प्रा. लि.',
  'Noto Sans Bengali': 'এভারেস্ট জনশক্তি',
  'Noto Sans Arabic': 'شركة إيفرست للتوظيف',
  'Noto Sans Thai': 'บริษัทจัดหางานเอเวอเรสต์จำกัด',
  'Noto Sans Khmer': 'ក្រុមហ៊ុនជ្រើសរើសពលករ',
  'Noto Sans Myanmar': 'အလုပ်အကိုင်ရှာဖွေရေးကုမ္ပဏီ',
  'Noto Sans Ethiopic': 'የኤቨረስት ሥራ አገናኝ',
  'Noto Sans Tamil': 'எவரெஸ்ட் ஆட்சேர்ப்பு நிறுவனம் கொழும்பு',
  'Noto Sans Sinhala': 'එවරස්ට් බඳවා ගැනීමේ සමාගම ශ්‍රී ලංකා',
  'Noto Sans Lao': 'ບໍລິສັດຈັດຫາງານຈຳກັດ',
  'Noto Sans Telugu': 'ఎవరెస్ట్ ఉద్యోగ సంస్థ',
  'Noto Sans Malayalam': 'എവറസ്റ്റ് റിക്രൂട്ട്മെന്റ് കൊച്ചി',
  'Noto Sans Gurmukhi': 'ਐਵਰੈਸਟ ਭਰਤੀ ਕੰਪਨੀ ਲੁਧਿਆਣਾ',
};

test('a document says what it was given, page by page, with its number', async () => {
  const file = await renderPdf(
    paper(
      <>
        <Title>Application</Title>
        <Heading>About the agency</Heading>
        <Paragraph>Sent in 2026.</Paragraph>
        <Facts items={[{ term: 'Legal name', value: 'Công ty Tuyển dụng, Агентство' }]} />
        <Sheet
          columns={[
            { header: 'What', cell: ({ what }: { what: string }) => what, share: 3 },
            { header: 'Amount', cell: () => 'USD 1,000.00', end: true },
          ]}
          rows={Array.from({ length: 60 }, (_, index) => ({ what: `Line ${index}` }))}
          total={['Total', 'USD 60,000.00']}
        />
      </>,
    ),
    told,
  );
  const { pages, text, info } = await readPdf(file);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]).toContain(`1 of ${pages.length}`);
  for (const page of pages) expect(page).toContain('A-2026-0001');
  expect(text).toContain('Công ty Tuyển dụng, Агентство');
  expect(text).toContain('Line 59');
  expect(text).toContain('USD 60,000.00');
  expect(info).toContain('A test');
});

test.each(Object.entries(names))('%s draws a name of its script', async (family, name) => {
  const file = await renderPdf(paper(<Facts items={[{ term: 'Name', value: name }]} />), told);
  expect(file.includes(family.replaceAll(' ', ''))).toBe(true);
  const { text } = await readPdf(file);
  const letters = (of: string) => [...of.normalize('NFKD').matchAll(/\p{L}/gu)].map(([letter]) => letter);
  const missing = letters(name).filter((letter) => !letters(text).includes(letter));
  expect(missing).toEqual([]);
});

/** Texts whose last letters were lost where a letter before them is drawn as several, or fell in the library. */
test.each([
  ['Khmer', 'ចាប់ពី 1 មើនា ក្រៀម 2026'],
  ['Thai', 'น้ำดื่มจำกัดค่าจ้าง 2026'],
  ['Lao', 'ນ້ຳດື່ມ ຈຳກັດ 2026'],
  ['Burmese', 'အခြေအနေ ကျင့်ဝတ် 2026'],
  ['Tamil', 'கொழும்பு கௌரவம் 2026'],
  ['Bengali', 'কোম্পানি সৌদি 2026'],
  ['Malayalam', 'കൊച്ചി കോട്ടയം 2026'],
  ['Khmer signs', 'សីលធម៌ ក៏ដោយ វិញ្ញាបនបត្រ 2026'],
])('%s is drawn to its end, however many signs a letter has', async (_, words) => {
  const items = [
    { term: 'Words', value: words },
    { term: 'End', value: '' },
  ];
  const { text } = await readPdf(await renderPdf(paper(<Facts items={items} />), told));
  const letters = (of: string) =>
    [...of.normalize('NFKD').matchAll(/[\p{L}\p{N}]/gu)].map(([letter]) => letter).sort();
  expect(letters(/Words(.*)End/s.exec(text)?.[1] ?? '')).toEqual(letters(words));
});

test('our fonts say which texts they can draw: names of the corridors’ scripts, and no boxes', async () => {
  const draws = await drawer();
  for (const name of [
    ...Object.values(names),
    'Himal Workforce',
    'Công ty 24/7',
    'Агентство',
    'ایورسٹ ٹھیکیدار گڑھی',
  ])
    expect(draws(name)).toBe(true);
  for (const name of ['喜马拉雅', 'ヒマール', '히말', 'Ηimal הימל', 'Himal 🌄'])
    expect(draws(name)).toBe(false);
});

test('the same document of the same moment is the same file', async () => {
  const one = await renderPdf(paper(<Title>Same</Title>), told);
  const other = await renderPdf(paper(<Title>Same</Title>), told);
  expect(one.equals(other)).toBe(true);
});

test('in a right-to-left language the page runs from right to left', async () => {
  const pdf = await getDocument({
    data: new Uint8Array(
      await renderPdf(paper(<Facts items={[{ term: 'الاسم', value: 'Everest' }]} />, 'ar'), told),
    ),
    verbosity: 0,
  }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const left = (letters: RegExp) =>
    items.flatMap((item) =>
      'str' in item && letters.test(item.str) ? [Number(item.transform[4])] : [],
    )[0] ?? -1;
  expect(left(/Everest/)).toBeLessThan(left(/\p{Script=Arabic}/u));
});

test('twenty pages are drawn in a moment', async () => {
  await renderPdf(paper(<Title>Fonts are read</Title>), told);
  const items = Array.from({ length: 620 }, (_, index) => ({
    term: `Question ${index}`,
    value: `An answer of some length, given by the applicant, number ${index}`,
  }));
  // Time of this processor, not of the clock on the wall: the machine may be busy.
  const before = process.cpuUsage();
  const { pages } = await readPdf(await renderPdf(paper(<Facts items={items} />), told));
  expect(pages.length).toBeGreaterThanOrEqual(20);
  // 0.9 seconds when nothing else runs; a machine that tests in parallel has other things to do.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(8000);
});

test('a word longer than the line is broken without a hyphen, and nothing of it is lost', async () => {
  const address = `https://example.org/${'abcdefghij'.repeat(30)}`;
  const file = await renderPdf(paper(<Facts items={[{ term: 'Website', value: address }]} />), told);
  const { text } = await readPdf(file);
  expect(text.replaceAll(/\s/g, '')).toContain(address);
});

describe('shaped', () => {
  test('letters take the form their neighbours ask for', () => {
    expect(shaped('شركة')).toBe('\ufeb7\ufeae\ufedb\ufe94');
    expect(shaped('ایی ٹڑ')).toBe('\ufe8d\ufbfe\ufbfd \ufb68\ufb8d');
  });
  test('lam and alef become one letter, marks stay after theirs', () => {
    expect(shaped('سلام')).toBe('\ufeb3\ufefc\ufee1');
    expect(shaped('بَب')).toBe('\ufe91\u064e\ufe90');
  });
  test('nothing else changes, and what was written can be read back', () => {
    expect(shaped('Everest 12')).toBe('Everest 12');
    expect(shaped('شركة إيفرست للتوظيف، لاہور').normalize('NFKC')).toBe('شركة إيفرست للتوظيف، لاہور');
  });
});

describe('words', () => {
  test('a language says which way its pages run', () => {
    expect(['en', 'ar', 'ur', 'arn', 'ne'].map(directionOfLanguage)).toEqual([
      'ltr',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });
  test('a text asks for the fonts of its scripts', () => {
    expect(familiesFor('Everest')).toEqual(['Noto Sans']);
    expect(familiesFor(`Everest ${names['Noto Sans Bengali']}`)).toEqual(['Noto Sans Bengali', 'Noto Sans']);
  });
  test('the first letter says the direction', () => {
    expect(directionOf('12 شركة A')).toBe('rtl');
    expect(directionOf('A شركة')).toBe('ltr');
  });
  test('controls are not drawn, and spaces stand alone', () => {
    expect(printable('a\u0007 \t b\r\nc → d')).toBe('a b\nc › d');
  });
  test('unspaced scripts may break between words, other texts between parts of long words only', () => {
    expect(pieces('two words')).toEqual(['two words']);
    expect(pieces(names['Noto Sans Thai']).length).toBeGreaterThan(2);
    expect(pieces(names['Noto Sans Thai']).join('')).toBe(names['Noto Sans Thai']);
    expect(pieces('x'.repeat(30)).map(({ length }) => length)).toEqual([12, 12, 6]);
  });
});

describe('spread', () => {
  const nominal = (point: number) => point;
  test('each letter is counted once, and each glyph has one where there are enough', () => {
    // Burmese: the vowel is drawn before its letter.
    const [ka, e] = [0x1000, 0x1031];
    const drawn = [
      { id: e, cluster: 0 },
      { id: ka, cluster: 0 },
    ];
    expect(spread('ကေ', drawn, nominal)).toEqual([[e], [ka]]);
    expect(spread('ကေ', [{ id: 9, cluster: 0 }], nominal)).toEqual([[ka, e]]);
    expect(
      spread(
        'ကa',
        [
          { id: ka, cluster: 0 },
          { id: 97, cluster: 1 },
        ],
        nominal,
      ),
    ).toEqual([[ka], [97]]);
  });
  test('the half that stands for a vowel of Khmer is not shaped, and keeps its place', () => {
    const text = printable('កើក');
    expect(text).toHaveLength(4);
    expect(withoutHalves(text)).toEqual({ bare: 'កើក', places: [0, 1, 3] });
  });
});
