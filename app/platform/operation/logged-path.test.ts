import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { loggedPath } from './logged-path.ts';

const here = 'https://scheme.example';

test('what a link lets in with is kept out of the log, as a page and as its data', () => {
  expect(loggedPath(`${here}/calendar/abc123`)).toBe('/calendar/…');
  expect(loggedPath(`${here}/reset/abc123.data?index`)).toBe('/reset/…');
  expect(loggedPath(`${here}/audits/calendar/month`)).toBe('/audits/calendar/month');
});

test('whoever answers by a link is kept out of the log', () => {
  expect(loggedPath(`${here}/ne/answer/abc123/sections/money`)).toBe('/ne/answer/…');
});

test('what a worker asks is kept out of the log', () => {
  for (const asked of ['q=Himal%20Overseas', 'q=LRN00012603&who=9800000012', 'q=Himal&_data=check'])
    expect(loggedPath(`${here}/ne/check?${asked}`)).toBe('/ne/check');
  expect(loggedPath(`${here}/ne/check.data?q=Himal`)).toBe('/ne/check.data');
});

test('no address with a secret in it was forgotten', () => {
  const addresses = readFileSync('app/routes.ts', 'utf8').matchAll(/'([\w/-]*)\/:(?:secret|token|code)\b/g);
  const paths = [...addresses].map(([, path = '']) => path);
  expect(paths).toContain('calendar');
  for (const path of paths) expect(loggedPath(`${here}/${path}/abc123`)).toBe(`/${path}/…`);
});
