import { render } from '@react-email/render';
import { describe, expect, test } from 'vitest';

import { dayIn, languages } from '../language.ts';
import { jobOrderWithdrawn } from './job-order-withdrawn.tsx';
import { words } from './words.ts';

const link = 'https://fairroute.example/job-orders/JOB-000012';
const facts = {
  ...{ number: 'JOB-000012', job: 'Hotel cleaner, Al Noor $& Facilities, Doha', on: '2026-12-16', link },
  ...{ reason: 'workers_charged', note: 'Two receipts were shown to us.' },
};
const flowing = (text: string) => text.replace(/\s+/g, ' ');
const textOf = async (language: string) =>
  flowing(await render(jobOrderWithdrawn(language, facts).body, { plainText: true }));

describe.each(languages)('a job order that the scheme withdrew, in %s', (language) => {
  test('is told with its number, its day and both reasons', async () => {
    const { subject, body } = jobOrderWithdrawn(language, facts);
    const text = await textOf(language);
    for (const part of [facts.number, facts.job, dayIn(language, facts.on), facts.note, link])
      expect(text).toContain(part);
    expect(text).toContain(words[language].reasons.workers_charged);
    expect(subject).toContain('JOB-000012');
    expect(subject.length).toBeLessThanOrEqual(78);
    expect(`${subject} ${text}`).not.toMatch(/[{}]|undefined|null|\[object/);
    expect(await render(body)).toMatch(
      new RegExp(`<html[^>]* dir="${language === 'ar' ? 'rtl' : 'ltr'}"[^>]* lang="${language}"`),
    );
  });

  test('is told in words of its own', async () => {
    if (language === 'en') return;
    const { reasons, step, why } = words.en;
    const text = await textOf(language);
    for (const own of [reasons.workers_charged, step, why]) expect(text).not.toContain(own);
  });
});
