import { expect, test } from 'vitest';

import { interestKinds, interestNames } from '../model.ts';
import { coolingOff, tiesAsked, tiesKeepAway } from './words.ts';

test('whoever declares is asked for every kind of tie the rules count, and for as long as they count it', () => {
  const counted = interestKinds.filter((kind) => kind !== 'none' && kind !== 'other');
  for (const text of [tiesAsked('Himal Workforce'), tiesKeepAway]) {
    for (const kind of counted) {
      const word = kind === 'employment' ? 'work' : interestNames[kind].toLowerCase();
      expect(text.toLowerCase()).toContain(word);
    }
    expect(text).toContain(coolingOff);
  }
  expect(coolingOff).toBe('two years');
  expect(tiesAsked('Himal Workforce')).toContain('ties you to Himal Workforce');
});
