import { expect, test } from 'vitest';

import { grades, gradingInWords } from '#app/features/scheme/model.ts';

import { asksReasons, gradeWithReasons } from './rules.ts';

test.each([
  ['critical', null, ['major', 'minor', 'observation']],
  ['major', null, ['minor', 'observation']],
  ['minor', null, ['observation']],
  ['minor', 'wages', ['minor', 'observation']],
] as const)('where the indicator names %s and the harm is %s, %j asks for reasons', (named, harm, asked) => {
  const asking = grades.filter((grade) => asksReasons({ grade, defaultGrade: named, harm }));
  expect(asking).toEqual(asked);
});

test('a lesser grade is raised with its reasons, and any other with or without', () => {
  const lesser = { grade: 'minor', defaultGrade: 'critical', harm: null } as const;
  expect(gradeWithReasons(lesser, null)).toEqual({ ok: false, refusal: 'grade_needs_reasons' });
  expect(gradeWithReasons(lesser, 'One slip of forty.').ok).toBe(true);
  expect(gradeWithReasons({ ...lesser, grade: 'critical' }, null).ok).toBe(true);
});

test('is told in one sentence, wherever it is read', () => {
  const told = { grade: 'minor', defaultGrade: 'critical', gradedBecause: 'One slip of forty.' } as const;
  expect(gradingInWords(told)).toBe('Default grade: critical; graded minor because: One slip of forty.');
  expect(gradingInWords({ ...told, defaultGrade: 'minor' })).toBe(
    'Workers were harmed; graded minor because: One slip of forty.',
  );
  expect(gradingInWords({ ...told, gradedBecause: null })).toBeNull();
});
