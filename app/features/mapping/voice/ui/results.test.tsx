import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { questionnaireShape } from '#app/questionnaire/shape.ts';
import worker from '#db/reference/questionnaires/mapping-worker-1.json' with { type: 'json' };

import { resultsView } from '../results-view.ts';
import { resultsOf } from '../rules.ts';
import { VoiceResults } from './results.tsx';

const questionnaire = questionnaireShape.parse(worker);
const one = {
  ...{ w_wage_promised: 1200, w_wage_actual: 800, w_wage_currency: 'QAR', w_origin: 'NP' },
  ...{ w_paid_total: 800, w_paid_currency: 'QAR', w_paid_for: ['COST_MEDICAL'], w_can_leave: 'no' },
};
const pageOf = (said: Parameters<typeof resultsOf>[1]) => {
  const results = resultsOf(questionnaire, said);
  return renderToStaticMarkup(<VoiceResults results={results && resultsView(questionnaire, results)} />);
};

test('of fewer than five nothing is shown, not even how many', () => {
  const page = pageOf([one, one, one, one]);
  expect(page).toContain('Answers are shown from five on');
  expect(page.replace(/<[^>]*>/g, '')).not.toMatch(/4|QAR|Nepal/);
});

test('promised and as it is stand side by side, months of pay by where people come from', () => {
  const page = pageOf([one, one, one, one, one]);
  for (const said of [
    '5 people answered',
    'About 1,200 QAR',
    'About 800 QAR',
    'Too few to tell',
    'From Nepal',
    'About 1 month',
    '100 of 100',
  ])
    expect(page).toContain(said);
  expect(page).toContain('No: 100');
});

test('one who answers otherwise among many is not shown', () => {
  const said = [...Array.from({ length: 9 }, () => one), { ...one, w_can_leave: 'yes', w_origin: 'BD' }];
  const page = pageOf(said);
  expect(page).toContain('10 people answered');
  expect(page).not.toMatch(/Bangladesh|Can you go out/);
});
