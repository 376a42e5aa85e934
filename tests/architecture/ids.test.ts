import { expect, test } from 'vitest';

import { readHouse } from './house.ts';

test('no id is compared as text: on every row of a table, no index serves that', () => {
  const asText = /\b(?:id|\w+_id|assigned_to)(?:::text(?:`, '='| =) ?|', 'text'\), '=')/;
  const app = readHouse().filter(({ path }) => path.startsWith('app/'));
  expect(app.filter(({ text }) => asText.test(text)).map(({ path }) => path)).toEqual([]);
});
