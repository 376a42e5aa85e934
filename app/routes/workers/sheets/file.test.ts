import { afterAll, expect, test } from 'vitest';

import { keepNoMore } from '#app/platform/kept/process.server.ts';

import { loader } from './file.ts';

afterAll(() => keepNoMore());

/** The database of these tests is nowhere. */
test.each(['NP.csv', 'NP.pdf'])('of a register that cannot be asked %s is no empty sheet', async (file) => {
  const request = new Request(`https://scheme.example/ne/sheets/${file}`);
  const answer = await loader({ request, params: { lang: 'ne', file }, context: {} });
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '60']);
  expect(await answer.text()).toBe('अहिले हामी जवाफ दिन सक्दैनौं');
});
