import { expect, test } from 'vitest';

import { teamFacts } from './team-facts.tsx';

const of = { auditId: 'one' };
const teams = {
  departures: [
    {
      ...of,
      name: 'Bo Ek',
      role: 'lead_auditor',
      leftAt: new Date('2026-03-02T09:00:00Z'),
      reason: 'A tie.',
    },
  ],
  objections: [
    { ...of, name: 'Anjali Rao', reasons: 'A rival.', outcome: 'dismissed', answer: 'No rival of yours.' },
    { ...of, name: 'Sam New', reasons: 'A cousin.', outcome: 'upheld', answer: 'It is.' },
    { ...of, name: 'Ida Late', reasons: 'A friend.', outcome: null, answer: null },
  ],
  notCovered: [
    { ...of, languages: ['tl'], sectors: ['F'], reason: 'An interpreter comes.', givenBy: 'Anjali Rao' },
  ],
};

test('what happened to a team is told in words', () => {
  const facts = teamFacts(teams, 'one');
  expect(facts.map(({ term }) => term)).toEqual([
    'Left the team',
    ...Array<string>(3).fill('Objection by the recruiter'),
    'Not covered by the team',
  ]);
  const values = facts.map(({ value }) => value);
  expect(values[0]).toMatch(/^Bo Ek \(lead auditor\) on 2 March 2026.*: A tie\.$/);
  expect(values[1]).toBe('Against Anjali Rao: A rival. Dismissed: No rival of yours.');
  expect(values[2]).toBe('Against Sam New: A cousin. Upheld: It is.');
  expect(values[3]).toBe('Against Ida Late: A friend. Not answered.');
  expect(values[4]).toMatch(/^(Tagalog|Filipino), Construction.*\. Anjali Rao: An interpreter comes\.$/);
});

test('of another audit nothing is told', () => {
  expect(teamFacts(teams, 'other')).toEqual([]);
});
