import { expect, test } from 'vitest';

import { soonestFirst } from './task.ts';

const task = (id: string, due: string | null) => ({ id, due, what: '', about: '', href: '', action: '' });

test('tasks come late first, those without a day last, and twenty at most', () => {
  const tasks = [
    task('any', null),
    task('soon', '2026-12-01'),
    task('late', '2026-11-01'),
    task('later', '2027-01-01'),
  ];
  expect(soonestFirst(tasks).map(({ id }) => id)).toEqual(['late', 'soon', 'later', 'any']);
  expect(soonestFirst(Array.from({ length: 30 }, (_, index) => task(String(index), null)))).toHaveLength(20);
});
