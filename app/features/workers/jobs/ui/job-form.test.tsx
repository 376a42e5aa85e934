import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { parseForm } from '#app/platform/form.server.ts';
import { feeCategories } from '#app/questionnaire/fee-categories.ts';

import { jobOrderForm } from '../forms.ts';
import { JobForm } from './job-form.tsx';

const fresh = '7b1b0c9e-0000-4000-8000-000000000008';
const sent = {
  ...{ id: '7b1b0c9e-0000-4000-8000-000000000007', employer: 'Rose & "Crown"', employerLocal: '' },
  ...{ occupation: 'Hotel cleaner', origin: 'NP', country: 'QA', city: 'Doha', positions: '24' },
  ...{ wage: '1,200', currency: 'QAR', wagePeriod: 'month', weeklyHours: '48', contractMonths: '24' },
  ...{ startsFrom: '2026-05-01', startsUntil: '2026-06-30', closesOn: '2026-04-15', lodging: 'free' },
  ...{ food: 'deducted', foodAmount: '200', noCosts: 'on', step: 'check' },
};

function read(said: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) form.set(name, value);
  return parseForm(form, jobOrderForm);
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', '’').replaceAll('&amp;', '&');
const fieldsIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => {
      const [, name = ''] = / name="([^"]*)"/.exec(input) ?? [];
      const [, value = ''] = / value="([^"]*)"/.exec(input) ?? [];
      return [name, unescaped(value)];
    }),
  );

test('what will be public is shown before it is, and goes along to be published as it was shown', () => {
  const checked = read(sent);
  if (!checked.ok) throw new Error('The form was not read');
  const { terms } = checked.value;
  const html = renderToStaticMarkup(
    <JobForm answer={{ reply: checked.reply, checked: terms }} fresh={fresh} saved={{ origin: 'NP' }} />,
  );
  for (const said of [
    'Rose &amp; &quot;Crown&quot;',
    'QAR',
    'Doha, Qatar',
    '15 April 2026',
    'Nothing, to nobody',
  ])
    expect(html).toContain(said);
  for (const name of Object.values(feeCategories)) expect(html).toContain(`<li>${name}</li>`);
  expect(html).not.toContain('<select');
  const again = read({ ...fieldsIn(html), step: 'publish' });
  expect(again).toMatchObject({ ok: true, value: { id: sent.id, step: 'publish', terms } });
});

test('questions come back with what was answered', () => {
  const refused = read({ ...sent, wage: 'good' });
  const html = renderToStaticMarkup(
    <JobForm answer={{ reply: refused.reply }} fresh={fresh} saved={{ origin: 'NP' }} />,
  );
  expect(html).toContain('Enter an amount above zero');
  expect(html).toContain('value="Hotel cleaner"');
  expect(html).toContain(sent.id);
});
