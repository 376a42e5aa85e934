import { expect, test } from 'vitest';

import { indicators } from '../risk/model.ts';
import { indicatorNames } from './model.ts';
import {
  chosenSuggestion,
  moduleTitle,
  suggestions,
  suggestionsFor,
  trainingModules,
} from './suggestions.ts';

test('each indicator has a name, and actions that name a module of the seventeen', () => {
  expect(trainingModules).toHaveLength(17);
  for (const indicator of indicators) {
    expect(indicatorNames[indicator]).toBeTruthy();
    expect(suggestions[indicator].length).toBeGreaterThan(1);
    for (const { what, module } of suggestions[indicator]) {
      expect(moduleTitle(module), `${indicator}: ${module}`).toBeTruthy();
      expect(what.length).toBeGreaterThan(40);
    }
  }
  expect(moduleTitle('T18')).toBeUndefined();
});

test('an address names an indicator and one of its actions; what it names wrongly is nothing', () => {
  expect(chosenSuggestion('deception', '1')).toEqual({
    ...{ indicator: 'deception', ...suggestions.deception[1] },
  });
  expect(chosenSuggestion('deception', '9')).toEqual({ indicator: 'deception', what: '', module: '' });
  expect(chosenSuggestion('toString', '0')).toEqual({ indicator: '', what: '', module: '' });
  expect(suggestionsFor(null)).toEqual([]);
});
