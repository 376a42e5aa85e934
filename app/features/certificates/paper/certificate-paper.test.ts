import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';

import { countryCodes, corridorIn } from '#app/platform/places.ts';

import { certificatePaper } from './certificate-paper.server.tsx';
import { fingerprintOf, inEights } from './fingerprint.server.ts';
import type { PaperFacts } from './queries.server.ts';

async function pagesOf(file: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) =>
        'str' in item ? [{ text: item.str, x: Number(item.transform[4]), width: item.width }] : [],
      );
      return { view: page.view, pieces, text: pieces.map(({ text }) => text).join(' ') };
    }),
  );
}

const name = 'Himal International Overseas Employment and Human Resources Services Private Limited '.repeat(
  3,
);
const offices = Array.from({ length: 40 }, (_, index) => `Branch ${index + 1}, Tripureshwor road, Kathmandu`);
const corridors = countryCodes.slice(0, 30).map((code) => `${code}-QA`);

const long: PaperFacts = {
  ...{ number: 'ERC-2026-00001', status: 'active', since: '2026-03-01', language: 'pt' },
  ...{ decision: '0b8f6a1e-7d10-4a39-9f3c-2f2f8f2f8f2f', validFrom: '2026-03-01', validUntil: '2029-02-28' },
  ...{ corridors, sectors: ['F', 'T'], offices, name: name.trim(), nameLocal: null },
  ...{ auditBody: 'Meridian Audit', recruiterId: 'LRN00012603', previous: 'ERC-2023-00001' },
  ...{ standard: 'Interim checklist', standardVersion: '1.2' },
  licences: Array.from({ length: 20 }, (_, index) => ({
    authority: 'Labour ministry',
    number: `${index}/064`,
  })),
};

test('a long name, forty offices and thirty corridors go over pages of A4, and nothing is cut', async () => {
  const { content } = await certificatePaper(
    long,
    'https://fairroute.example/verify/ERC-2026-00001',
    new Date('2026-11-25T09:00:00Z'),
  );
  const pages = await pagesOf(content);
  expect(pages.length).toBeGreaterThan(2);
  pages.forEach(({ view, text, pieces }, index) => {
    // A4 in points, each page with the certificate's number and its own.
    expect(view.map(Math.round)).toEqual([0, 0, 595, 842]);
    expect(text).toContain('ERC-2026-00001');
    expect(text).toMatch(new RegExp(`${index + 1} (of|/) ${pages.length}`));
    for (const { x, width } of pieces) expect(x + width).toBeLessThan(595 - 40);
  });
  const flowing = (language: 'en' | 'pt') => {
    const own = pages.filter(({ text }) => /\d of \d/.test(text) === (language === 'en'));
    return own
      .map(({ text }) =>
        text.replace(/^\s*Fairroute\s+ERC-2026-00001/, '').replace(/https:(?!.*https:).*$/s, ''),
      )
      .join(' ')
      .replace(/\s+/g, '');
  };
  for (const language of ['en', 'pt'] as const) {
    const text = flowing(language);
    const said = [name, ...offices, ...long.licences.map(({ number }) => number)];
    said.push(fingerprintOf(long));
    for (const fact of said) expect(text).toContain(fact.replace(/\s+/g, ''));
    for (const corridor of corridors)
      expect(text).toContain(corridorIn(language, corridor).replace('→', '›').replace(/\s+/g, ''));
  }
});

test('its fingerprint is of what it says, and not of how it stands that day', () => {
  const printed = fingerprintOf(long);
  expect(printed).toMatch(/^[0-9a-f]{64}$/);
  const later: PaperFacts = { ...long, status: 'suspended', since: '2027-01-01', language: 'en' };
  expect(fingerprintOf(later)).toBe(printed);
  for (const change of [
    { name: 'Another agency' },
    { validUntil: '2030-02-28' },
    { corridors: [...corridors, 'NP-JP'] },
    { offices: offices.slice(1) },
    { licences: [] },
    { previous: null },
    { auditBody: 'Another body' },
  ])
    expect(fingerprintOf({ ...long, ...change }), JSON.stringify(Object.keys(change))).not.toBe(printed);
  expect(inEights(printed).split(' ')).toHaveLength(8);
});
