import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';

import { standings } from '../../certificates/model.ts';
import { badgeOf, snippetOf } from './badge.ts';
import { markLanguageCodes, markLanguageOf, type Face } from './model.ts';
import { codeOf, mayCarry, numberOfCode } from './rules.ts';
import { badgeWords, faceIn } from './words/badge-words.ts';

const origin = 'https://scheme.example';
const day = '2026-11-28';
const bearer = { name: 'Himal Overseas Pvt. Ltd.', registrationNumber: 'LRN00012603' };
const faces: Face[] = [...standings, 'stranger', 'unsure'];

/** Every element and what stands in it, or that it is no XML. */
function read(svg: string) {
  const parser = new SaxesParser();
  const found: { name: string; attributes: Record<string, unknown> }[] = [];
  let text = '';
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes }));
  parser.on('text', (said) => (text += said));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { found, text };
}

const drawn = (face: Face, language = markLanguageOf('en'), name = bearer.name) =>
  badgeOf({ face, bearer: { ...bearer, name }, language, day, origin });

describe('a badge', () => {
  test.each(faces)('that says %s is a picture alone, in every language', (face) => {
    for (const language of markLanguageCodes) {
      const { found, text } = read(drawn(face, language));
      expect(text).toContain(faceIn(language, face));
      expect(found[0]?.attributes).toMatchObject({ role: 'img', lang: language });
      expect(found.slice(1, 3).map(({ name }) => name)).toEqual(['title', 'desc']);
      for (const { name, attributes } of found) {
        expect(['svg', 'title', 'desc', 'clipPath', 'rect', 'g', 'path', 'circle', 'text']).toContain(name);
        for (const [attribute, value] of Object.entries(attributes)) {
          expect(attribute).not.toMatch(/^on|href|style/i);
          if (attribute !== 'xmlns') expect(String(value)).not.toMatch(/https?:|url\((?!#)/);
        }
      }
    }
  });

  test('is green with a tick for whoever is certified and nobody else', () => {
    const approving = faces.filter((face) => /#1b7a4b|M12 2\.5/.test(drawn(face)));
    expect(approving).toEqual(['certified']);
  });

  test('says another thing of each standing, in each language', () => {
    for (const language of markLanguageCodes)
      expect(new Set(faces.map((face) => faceIn(language, face))).size, language).toBe(faces.length);
  });

  test('holds any name: signs of XML, what XML may not hold, both directions, and one too long for it', () => {
    for (const name of ['"><script>alert(1)</script>', 'Himal\u0000\u0007\ud800\uffff', 'شركة & Co. Ltd.']) {
      const { found, text } = read(drawn('certified', 'en', name));
      expect(found.map((element) => element.name)).not.toContain('script');
      expect(text).toContain('Certified');
    }
    const long = 'Himal International Overseas Employment Services '.repeat(20);
    const { text } = read(drawn('certified', 'en', long));
    expect(text).toContain(long);
    expect(text).toMatch(/Himal International [^…]{1,60}…/);
  });

  test('is pasted with a link to the record, and its words promise nothing', () => {
    const snippet = snippetOf({ ...bearer, name: 'A "B" <C>' }, 'bn', origin);
    expect(snippet).toContain('href="https://scheme.example/register/LRN00012603"');
    expect(snippet).toContain('src="https://scheme.example/badges/LRN00012603.svg?lang=bn"');
    expect(snippet).toContain('alt="A &#34;B&#34; &#60;C&#62; on the register');
    expect(snippet).not.toMatch(/certified/i);
    expect(snippetOf(bearer, 'en', origin)).toContain('LRN00012603.svg"');
  });
});

test('every language of workers has its words, and another one reads English', () => {
  expect(markLanguageCodes).toHaveLength(16);
  for (const words of Object.values(badgeWords)) expect(words.day).toContain('{day}');
  expect(['bn', 'xx', null, 'constructor'].map(markLanguageOf)).toEqual(['bn', 'en', 'en', 'en']);
});

test('paper is for whoever is certified, also under watch', () => {
  expect(standings.filter(mayCarry)).toEqual(['certified', 'certified_under_watch']);
});

describe('a code', () => {
  test('is the digits of a number, and leads back to it in digits of any script', () => {
    expect(codeOf('LRN00012603')).toBe('0001 2603');
    expect(codeOf('LRN100012603')).toBe('1000 1260 3');
    for (const typed of [
      '0001 2603',
      '00012603',
      '০০০১ ২৬০৩',
      '٠٠٠١-٢٦٠٣',
      '०००१२६०३',
      '၀၀၀၁၂၆၀၃',
      '０００１２６０３',
    ])
      expect(numberOfCode(typed), typed).toBe('LRN00012603');
    for (const other of ['Himal', '2603', 'LRN00012603', '1'.repeat(15), '', '0001 26O3'])
      expect(numberOfCode(other), other).toBeUndefined();
  });
});
