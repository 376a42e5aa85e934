import { expect, test } from 'vitest';

import { decideIndependently, openTexts } from './rules.ts';

const no = (refusal: string) => ({ ok: false, refusal });

test('people not involved decide', () => {
  expect(decideIndependently({ involved: false, standing: 'free' }).ok).toBe(true);
  expect(decideIndependently({ involved: true, standing: 'free' })).toEqual(no('involved_in_decision'));
});

test('an officer declares to be free first, and decides nothing with a tie', () => {
  expect(decideIndependently({ involved: false, standing: 'undeclared' })).toEqual(no('declare_first'));
  expect(decideIndependently({ involved: false, standing: 'conflicted' })).toEqual(no('conflicted'));
});

test('a member of the panel declares nothing, and had no part in it', () => {
  expect(decideIndependently({ involved: false, standing: 'decider' }).ok).toBe(true);
  expect(decideIndependently({ involved: true, standing: 'decider' })).toEqual(no('involved_in_decision'));
});

test('who rejected it still reads what is said about it; who declared nothing does not', () => {
  expect(openTexts({ standing: 'free' }).ok).toBe(true);
  expect(openTexts({ standing: 'undeclared' }).ok).toBe(false);
  expect(openTexts({ standing: 'conflicted' }).ok).toBe(false);
});
