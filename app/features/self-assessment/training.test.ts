import { expect, test } from 'vitest';

import standard from '#db/reference/standard.json' with { type: 'json' };

import { trainingModules } from './training.ts';

const criteria = standard.principles.flatMap((principle) => principle.criteria.map(({ code }) => code));

test('every criterion has training that serves it, and no module serves one that is not there', () => {
  const served = new Set(trainingModules.flatMap((module) => module.criteria));
  expect([...served].sort()).toEqual([...criteria].sort());
});
