import { render } from '@react-email/render';
import { describe, expect, test } from 'vitest';

import { dayIn, languageOf, languages, moneyIn } from '../language.ts';
import { applicationMail } from './application-mail.tsx';
import { applicantKinds, bodyKinds, schemeKinds } from './words/kinds.ts';

const link = 'https://fairroute.example/apply';
const facts = {
  ...{
    reference: 'APP-00007',
    recruiter: 'Sunrise Overseas',
    day: '2026-12-16',
    number: 'LRN00122604',
    link,
  },
  fee: { amountMinor: 100_000, currency: 'USD' },
};
const reason = 'The licence ended in July.';
const withReasons = ['deferred', 'rejected', 'appeal_upheld', 'appeal_dismissed'];
const kinds = [...applicantKinds, ...schemeKinds, ...bodyKinds];
const flowing = (text: string) => text.replace(/\s+/g, ' ');

describe.each(languages)('in %s', (language) => {
  test.each(kinds)('%s says everything, and nothing is missing', async (kind) => {
    const email = applicationMail(kind, language, { ...facts, reasons: [reason] });
    const html = await render(email.body);
    const text = flowing(await render(email.body, { plainText: true }));
    expect(html).toMatch(
      new RegExp(`<html[^>]* dir="${language === 'ar' ? 'rtl' : 'ltr'}"[^>]* lang="${language}"`),
    );
    expect(email.subject.length).toBeLessThanOrEqual(78);
    expect(email.subject).toContain('APP-00007');
    expect(`${email.subject} ${text}`).not.toMatch(/[{}]|undefined|null|\[object/);
    expect(text).toContain(link);
    if (withReasons.includes(kind)) expect(text).toContain(reason);
  });

  test('words, not English ones', () => {
    if (language === 'en') return;
    for (const kind of kinds)
      expect(applicationMail(kind, language, facts).subject).not.toBe(
        applicationMail(kind, 'en', facts).subject,
      );
  });

  test('days and money read as people there write them', () => {
    expect(dayIn(language, '2026-12-16')).toMatch(/2026|٢٠٢٦|२०२६|২০২৬/);
    expect(moneyIn(language, facts.fee)).toContain('USD');
  });
});

test('the day that counts and the fee are named', async () => {
  const { body, subject } = applicationMail('payment_due', 'fr', facts);
  expect(subject).toContain('16 décembre 2026');
  expect(flowing(await render(body, { plainText: true }))).toContain('1 000,00 USD');
});

test('a fee of a currency without minor units is not divided', () => {
  expect(moneyIn('en', { amountMinor: 1000, currency: 'JPY' })).toMatch(/JPY\s1,000$/);
});

test('a language we do not write becomes English', () => {
  expect(languageOf('xx')).toBe('en');
});
