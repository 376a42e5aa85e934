import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { markLanguageCodes, type MarkLanguage } from '../../../register/marks/model.ts';
import { checkWords } from '../words/check-words.ts';
import { Listen } from './listen.tsx';
import { NoAnswer } from './page.tsx';

const spoken = { href: '/ne/clips/unknown', bytes: 44_001 };
const heard = (language: MarkLanguage, of: typeof spoken | null = spoken) =>
  renderToStaticMarkup(createElement(Listen, { language, spoken: of }));

test('an answer nobody recorded shows nothing', () => {
  expect(heard('ne', null)).toBe('');
});

test.each(markLanguageCodes)(
  'in %s a recording is fetched by whoever wants it alone, and says its size',
  (language) => {
    const markup = heard(language);
    expect(markup).toContain(`<a href="/ne/clips/unknown">${checkWords[language].listen}</a>`);
    expect(markup).toContain('preload="none"');
    expect(markup).not.toMatch(/autoplay|<source|<script/i);
    // "45 kB" in its own numerals.
    expect(markup.replace(/<[^>]+>/g, '')).toMatch(/\(.*\p{Nd}\p{Nd}.*\)/u);
  },
);

test('a size is rounded up, in the numerals of the language', () => {
  expect(heard('en')).toContain('(45 kB)');
  expect(heard('ne')).toContain('४५');
});

test('where there is no answer now, that is heard too', () => {
  const page = renderToStaticMarkup(createElement(NoAnswer, { language: 'ne', spoken }));
  expect(page).toContain('href="/ne/clips/unknown"');
});
