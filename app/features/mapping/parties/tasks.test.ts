import { expect, test } from 'vitest';

import { changedStandings } from './tasks.ts';

test('who stands as somebody last saw it is no task; who changed or is gone is one', () => {
  const party = (id: string, standingSeen: string | null) => ({
    id,
    name: id,
    recruiterId: id,
    standingSeen,
  });
  const standings = new Map([
    ['a', { standing: { status: 'certified' } }],
    ['b', { standing: { status: 'suspended' } }],
  ]);
  const matched = [
    party('a', 'certified'),
    party('b', 'certified'),
    party('c', 'certified'),
    party('d', 'gone'),
  ];
  expect(changedStandings(matched, standings).map(({ href }) => href)).toEqual([
    '/mapping/parties/b',
    '/mapping/parties/c',
  ]);
});
