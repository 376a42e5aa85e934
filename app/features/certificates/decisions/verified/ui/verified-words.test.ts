import { expect, test } from 'vitest';

import { containedInWords, verifiedInWords } from './verified-words.ts';

const nothing = { verification: null, seen: null, seenOn: null, place: null };
const none = { ...nothing, confirmed: null, affected: null, documents: null, closingWords: null };

test('what was not verified says nothing, and an older verification its method alone', () => {
  expect(verifiedInWords(none)).toEqual([]);
  expect(verifiedInWords({ ...none, verification: 'on_site' })).toEqual(['Verified on site.']);
});

test('how, when and where it was seen stands before what was seen, and the second person last', () => {
  const seen = { seen: 'The schedule hangs there.', seenOn: '2026-03-01' };
  expect(
    verifiedInWords({ ...none, ...seen, verification: 'on_site', place: 'Pokhara', closingWords: 'Photos.' }),
  ).toEqual([
    'Verified on site, on 1 March 2026, in Pokhara.',
    'Seen: The schedule hangs there.',
    'Closed, relying on: Photos.',
  ]);
  expect(
    verifiedInWords({ ...none, ...seen, verification: 'worker_confirmed', confirmed: 4, affected: 9 })[0],
  ).toBe('Verified by workers, on 1 March 2026, 4 of 9 workers confirm it.');
  expect(verifiedInWords({ ...none, ...seen, verification: 'desk', documents: 1 })[0]).toBe(
    'Verified at the desk, on 1 March 2026, 1 document looked at.',
  );
});

test('harm that was said to be stopped stands with the answer to it, each time', () => {
  const words = 'The clinic was told to stop charging.';
  const reason = 'It charged again this morning.';
  const [first, second, third] = containedInWords([
    { words, answer: 'not_contained', reason },
    { words, answer: 'contained', reason: null },
    { words, answer: null, reason: null },
  ]);
  expect(first).toBe(`Harm said to be stopped: ${words} The audit team: it is not stopped. ${reason}`);
  expect(second).toContain('The audit team: it is stopped.');
  expect(third).toContain('Nobody has answered that yet.');
});
