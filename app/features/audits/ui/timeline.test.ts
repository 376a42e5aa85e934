import { expect, test } from 'vitest';

import { storyFor } from './timeline.ts';

const entry = (type: 'audit.planned' | 'audit.report_returned' | 'finding.raised' | 'finding.issued') => ({
  id: type,
  at: '2026-03-01T09:00:00.000Z',
  type,
  by: 'Anjali Rao',
  payload: { type: 'stage2', grade: 'major', indicator: '1.1.5' },
});
const entries = [
  entry('finding.issued'),
  entry('audit.report_returned'),
  entry('finding.raised'),
  entry('audit.planned'),
];
const person = { accountId: 'a', organisationId: 'o' };

test('a recruiter is told of findings when they are issued, and not of the body’s own steps', () => {
  const told = storyFor({ kind: 'recruiter', ...person }, entries);
  expect(told.map(({ id }) => id)).toEqual(['finding.issued', 'audit.planned']);
  expect(storyFor({ kind: 'auditor', ...person }, entries)).toHaveLength(4);
});
