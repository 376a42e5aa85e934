import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { disclosed } from '../rules.ts';
import { ComplaintFigures, ComplaintProof } from './complaint-figures.tsx';

const enough = { count: 5, of: 10 };
const median = { value: 7.449, of: 10 };
const period = {
  ...{
    year: 2026,
    quarter: 2,
    received: 1234,
    triageHours: median,
    triagedInADay: enough,
    answerDays: median,
  },
  ...{ answeredInFiveDays: enough, substantiated: enough, closed: { count: 9, of: 10 }, remedied: enough },
};

test('figures are a table with what is not shown said so, and the same as a file', () => {
  const page = renderToStaticMarkup(<ComplaintFigures periods={disclosed([period])} />);
  for (const said of [
    '2026, quarter 2',
    '1,234',
    '7.4',
    '50 %',
    'Not shown',
    'fewer than 5 complaints',
    'complaints.csv',
  ])
    expect(page).toContain(said);
  expect(renderToStaticMarkup(<ComplaintFigures periods={[]} />)).toContain('Nothing to show yet');
  expect(renderToStaticMarkup(<ComplaintFigures periods={null} />)).toContain('cannot be reckoned');
});

test('whoever holds a receipt finds what it is checked with', () => {
  const page = renderToStaticMarkup(<ComplaintProof />);
  for (const address of ['/complaints/log', '/verify_complaint.mjs', '/.well-known/did.json'])
    expect(page).toContain(`href="${address}"`);
});
