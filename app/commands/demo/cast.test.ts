import { expect, test } from 'vitest';

import { accounts, forAppeals } from './accounts.ts';
import { bodies, others, recruiters } from './cast.ts';

const cast = [...others, ...bodies, ...recruiters.map(({ agency }) => agency)].flatMap(({ staff }) => staff);

test('everybody who is announced is in the cast, under the same name', () => {
  for (const { email, name } of [...accounts, ...forAppeals])
    expect(cast.find((member) => member.email === email)?.name, email).toBe(name);
});

test('whatever the one officer and the one member of the panel decided, an appeal finds two without a part, and a vote a third', () => {
  const deciding = ['officer@scheme.example', 'decider@scheme.example'];
  const free = cast.filter(
    ({ role, email }) => ['officer', 'decider'].includes(role) && !deciding.includes(email),
  );
  expect(free.filter(({ role }) => role === 'officer')).toHaveLength(2);
  expect(free.filter(({ role }) => role === 'decider')).toHaveLength(1);
});
