import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { BadgeToPaste, InLanguages, NothingToShow } from './mark-parts.tsx';

const bearer = { name: 'Himal & Sons', registrationNumber: 'LRN00012603' };

test('the badge is shown as every site shows it, above the lines to paste', () => {
  const html = renderToStaticMarkup(
    <BadgeToPaste bearer={bearer} language="ar" origin="https://scheme.example" />,
  );
  expect(html).toContain('src="/badges/LRN00012603.svg?lang=ar"');
  expect(html).toContain('&lt;img src=&quot;https://scheme.example/badges/LRN00012603.svg?lang=ar&quot;');
  expect(html).not.toContain('<script');
});

test('papers are offered in sixteen languages, and in none while the certificate does not count', () => {
  const papers = (printed: boolean) =>
    renderToStaticMarkup(<InLanguages printed={printed} />).match(
      /\/certificate\/mark\/(poster|cards)\?lang=/g,
    );
  expect(papers(true)).toHaveLength(32);
  expect(papers(false)).toBeNull();
  expect(renderToStaticMarkup(<NothingToShow />)).toContain('Take every poster and card down now');
});
