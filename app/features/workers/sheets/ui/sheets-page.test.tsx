import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { countryCodes } from '#app/platform/places.ts';

import { markLanguageCodes } from '../../../register/marks/model.ts';
import { checkWords } from '../../check/words/check-words.ts';
import { mostPapers, perPaper } from '../model.ts';
import { sheetWords } from '../words/words.ts';
import { SheetsPage, type SheetsPageProps } from './sheets-page.tsx';

const shown = (props: Partial<SheetsPageProps> = {}) =>
  renderToStaticMarkup(
    <SheetsPage {...{ language: 'en', reviewed: true, countries: [], country: 'NP', count: 1, ...props }} />,
  );

test('a country has its paper and its table, or its papers by number', () => {
  expect(shown()).toContain('href="/en/sheets/NP.pdf"');
  expect(shown()).toContain('href="/en/sheets/NP.csv"');
  expect(shown()).not.toContain('NP-2.pdf');
  const many = shown({ count: perPaper + 1 });
  expect(many).toContain('<a href="/en/sheets/NP-2.pdf">Part 2 of 2</a>');
  expect(many).not.toContain('The table holds all');
  const most = shown({ count: perPaper * mostPapers + 1 });
  expect(most).toContain(`NP-${mostPapers}.pdf`);
  expect(most).not.toContain(`NP-${mostPapers + 1}.pdf`);
  expect(most).toContain(`the first ${perPaper * mostPapers} names. The table holds all`);
  expect(shown({ count: 0 })).toContain(sheetWords.en.nobody);
});

describe.each(markLanguageCodes)('in %s', (language) => {
  test('the page has its language and direction, no script, says who is not safe, and stays below 14 kB', () => {
    const styles = readFileSync('app/ui/worker.css', 'utf8');
    const direction = ['ar', 'ur'].includes(language) ? 'rtl' : 'ltr';
    const pages = [
      shown({ language, count: perPaper * mostPapers + 1 }),
      shown({ language, country: undefined, countries: countryCodes }),
    ];
    for (const page of pages) {
      expect(page).toMatch(new RegExp(`^<div lang="${language}" dir="${direction}">`));
      expect(page).not.toMatch(/<script|<img|<link|style=|\son\w+=|\{\w+\}/);
      expect(gzipSync(styles + page).byteLength).toBeLessThan(14 * 1024 - 1500);
    }
    expect(pages[0]).toContain(sheetWords[language].absent);
    expect(pages[0]).not.toContain(checkWords[language].unreviewed);
    expect(shown({ language, reviewed: false })).toContain(checkWords[language].unreviewed);
  });
});
