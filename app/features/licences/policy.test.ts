import { expect, test } from 'vitest';

import { roles } from '#app/platform/scope.ts';

import { mayDeclare, mayDecideOn } from './policy.ts';

const actors = roles.map((kind) => ({ kind, accountId: 'a', organisationId: 'o1' }));
const allowed = (may: (actor: (typeof actors)[number]) => boolean) =>
  actors.filter(may).map(({ kind }) => kind);

test('the holder alone declares', () => {
  expect(allowed((actor) => mayDeclare(actor, 'o1'))).toEqual(['recruiter']);
  expect(allowed((actor) => mayDeclare(actor, 'o2'))).toEqual([]);
});

test('the scheme and the authority of the licence’s own country decide', () => {
  const decide = (ownCountry: string, belongs = false) =>
    allowed((actor) => mayDecideOn({ country: 'NP' }, { actor, ownCountry, belongs }));
  expect(decide('NP')).toEqual(['officer', 'authority']);
  expect(decide('BD')).toEqual(['officer']);
});

test('nobody decides on a licence of an organisation they belong to', () => {
  expect(
    allowed((actor) => mayDecideOn({ country: 'NP' }, { actor, ownCountry: 'NP', belongs: true })),
  ).toEqual([]);
});
