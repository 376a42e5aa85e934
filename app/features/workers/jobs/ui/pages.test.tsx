import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import type { JobOrder } from '../model.ts';
import { JobPage } from './job-page.tsx';
import { JobFilters, jobsAddress, JobTable } from './job-tables.tsx';
import { JobsSection } from './public-jobs.tsx';
import { refusalText } from './refusals.ts';
import { WithdrawJob } from './withdraw-job.tsx';

const job: JobOrder = {
  ...{ number: 'JOB-000001', publishedOn: '2026-03-01', state: 'open' },
  ...{ employer: '<b>Al Noor</b>', employerLocal: 'النور للمرافق', occupation: 'Hotel cleaner' },
  ...{ origin: 'NP', country: 'QA', city: 'Doha', positions: 1200 },
  ...{ wageMinor: 1500, currency: 'QAR', wagePeriod: 'hour', weeklyHours: 48, contractMonths: 1 },
  ...{ startsFrom: '2026-05-01', startsUntil: '2026-06-30', closesOn: '2026-04-15' },
  ...{ lodging: 'own', lodgingMinor: null, food: 'deducted', foodMinor: 20_000 },
};
const said = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

describe('job orders on a record', () => {
  test('say all that was published, and that the worker pays nothing', () => {
    const html = renderToStaticMarkup(<JobsSection number="LRN00012603" orders={[job]} count={30} />);
    for (const words of [
      ...[
        '&lt;b&gt;Al Noor&lt;/b&gt;',
        'النور للمرافق',
        'Doha, Qatar',
        'Nepal',
        '1,200',
        'QAR 15.00 an hour',
      ],
      ...['1 month', 'Not provided', 'QAR 200.00 a month is taken from the wage', '15 April 2026'],
      ...['Nothing, to nobody', 'did not check the jobs one by one', 'All 30 job orders'],
    ])
      expect(said(html)).toContain(words);
    expect(html).toContain('/register/LRN00012603/jobs');
  });

  test('that are none never read as safe', () => {
    const html = renderToStaticMarkup(<JobsSection number="LRN00012603" orders={[]} count={0} />);
    expect(said(html)).toContain('cannot be found on this register');
  });
});

describe('those who may withdraw one', () => {
  const because = {
    on: '2026-03-02',
    byOfficer: true,
    because: 'employer_denies' as const,
    note: 'They wrote so.',
  };
  const whose = { recruiter: 'Himal Workforce', recruiterNumber: 'LRN00012603' };

  test('see how it stands, and why it was withdrawn', () => {
    const open = renderToStaticMarkup(
      <JobPage job={{ ...job, ...whose, withdrawal: null }} list="/job-orders" />,
    );
    expect(open).toContain('/job-orders/JOB-000001/withdraw');
    const ended = { ...job, ...whose, state: 'withdrawn' as const, withdrawal: because };
    const html = renderToStaticMarkup(<JobPage job={ended} list="/job-orders" />);
    expect(html).not.toContain('/withdraw');
    expect(said(html)).toContain('2 March 2026, by the scheme');
    expect(said(html)).toContain('The employer does not know of it');
  });

  test('find it in a list that keeps what was asked', () => {
    const table = (
      <JobTable
        across
        orders={[{ ...job, ...whose }]}
        count={1}
        place="/scheme/job-orders"
        empty={{ title: '', text: '' }}
      />
    );
    expect(said(renderToStaticMarkup(table))).toContain('Himal Workforce');
    const filter = { q: 'a&b', state: 'paused' as const, country: 'QA' };
    expect(jobsAddress('/scheme/job-orders', filter, 2)).toBe(
      '/scheme/job-orders?q=a%26b&state=paused&country=QA&page=2',
    );
    expect(renderToStaticMarkup(<JobFilters filter={filter} clear="/scheme/job-orders" />)).toContain(
      'a&amp;b',
    );
  });

  test('give reasons that are theirs to give', () => {
    const step = (by: 'recruiter' | 'officer') =>
      said(renderToStaticMarkup(<WithdrawJob job={job} by={by} answer={{ refusal: 'withdrawn_already' }} />));
    expect(step('recruiter')).toContain('Everybody was found');
    expect(step('recruiter')).not.toContain('Workers were asked for money');
    expect(step('officer')).toContain('Workers were asked for money');
    expect(step('officer')).toContain(refusalText('withdrawn_already'));
  });
});
