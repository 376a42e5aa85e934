import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { loggedPath } from './logged-path.ts';

const here = 'https://scheme.example';

test('what a link lets in with is kept out of the log, as a page and as its data', () => {
  expect(loggedPath(`${here}/calendar/abc123`)).toBe('/calendar/…');
  expect(loggedPath(`${here}/reset/abc123.data?index`)).toBe('/reset/…');
  expect(loggedPath(`${here}/audits/calendar/month`)).toBe('/audits/calendar/month');
});

test('no address with a secret in it was forgotten', () => {
  const addresses = readFileSync('app/routes.ts', 'utf8').matchAll(/'([\w/-]*)\/:(?:secret|token|code)\b/g);
  const paths = [...addresses].map(([, path = '']) => path);
  expect(paths).toContain('calendar');
  for (const path of paths) expect(loggedPath(`${here}/${path}/abc123`)).toBe(`/${path}/…`);
});
