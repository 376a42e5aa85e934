import { expect, test } from 'vitest';

import { see, type Sighting } from './rules.ts';

const known = { evidenceOn: '2026-03-02', today: '2026-03-05', sent: ['a', 'b'], counted: null };
const nothing: Sighting = {
  seenOn: '2026-03-04',
  documents: [],
  place: null,
  confirmed: null,
  affected: null,
};
const asked = { ...nothing, confirmed: 4, affected: 9 };
const refusal = (name: string) => ({ ok: false, refusal: name });

test.each([
  ['2026-03-01', 'seen_before_evidence'],
  ['2026-03-06', 'not_yet'],
] as const)('nobody saw it on %s', (seenOn, name) => {
  expect(see('on_site', { ...nothing, seenOn, place: 'Pokhara' }, known)).toEqual(refusal(name));
});

test.each(['2026-03-02', '2026-03-05'] as const)('the first and the last day count: %s', (seenOn) => {
  expect(see('on_site', { ...nothing, seenOn, place: 'Pokhara' }, known)).toMatchObject({ ok: true });
});

test('at the desk a document of the evidence is looked at', () => {
  expect(see('desk', nothing, known)).toEqual(refusal('no_document_at_desk'));
  expect(see('desk', { ...nothing, documents: ['c'] }, known)).toEqual(refusal('no_such_evidence'));
  expect(see('desk', { ...asked, documents: ['a'], place: 'Pokhara' }, known)).toEqual({
    ok: true,
    value: { ...nothing, documents: ['a'] },
  });
});

test('on site it is seen somewhere', () => {
  expect(see('on_site', nothing, known)).toEqual(refusal('no_place'));
  expect(see('on_site', { ...asked, documents: ['b'], place: 'Pokhara' }, known)).toEqual({
    ok: true,
    value: { ...nothing, documents: ['b'], place: 'Pokhara' },
  });
});

test('workers confirm it: how many, of all that are affected', () => {
  expect(see('worker_confirmed', nothing, known)).toEqual(refusal('nobody_confirmed'));
  expect(see('worker_confirmed', { ...asked, confirmed: 0 }, known)).toEqual(refusal('nobody_confirmed'));
  expect(see('worker_confirmed', { ...asked, confirmed: 10 }, known)).toEqual(
    refusal('more_confirmed_than_affected'),
  );
  expect(see('worker_confirmed', asked, { ...known, counted: 12 })).toEqual(refusal('affected_as_in_remedy'));
  expect(see('worker_confirmed', { ...asked, place: 'Pokhara' }, { ...known, counted: 9 })).toEqual({
    ok: true,
    value: asked,
  });
});
