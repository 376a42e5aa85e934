import { render } from '@react-email/render';
import { describe, expect, test } from 'vitest';

import { languages } from '../language.ts';
import { complaintTold, type Occasion } from './complaint-told.tsx';
import { words } from './words.ts';

const occasions: Occasion[] = ['urgent', 'late', 'reprisal'];
const link = 'https://fairroute.example/casework/1234-5678';
const facts = { number: '1234-5678', state: 'investigating', link };
const flowing = (text: string) => text.replace(/\s+/g, ' ');

describe.each(languages)('a mail to caseworkers, in %s', (language) => {
  test.each(occasions)('tells of a case that is %s by its number, in words of its own', async (occasion) => {
    const { subject, body } = complaintTold(language, { occasion, ...facts });
    const text = flowing(await render(body, { plainText: true }));
    for (const part of [facts.number, link, words[language].why]) expect(text).toContain(part);
    expect(text.includes(words[language].states.investigating)).toBe(occasion === 'late');
    expect(subject).toContain(facts.number);
    expect(subject.length).toBeLessThanOrEqual(78);
    expect(`${subject} ${text}`).not.toMatch(/[{}]|undefined|null|\[object/);
    expect(await render(body)).toMatch(
      new RegExp(`<html[^>]* dir="${language === 'ar' ? 'rtl' : 'ltr'}"[^>]* lang="${language}"`),
    );
    if (language !== 'en') for (const own of [words.en.why, words.en.step]) expect(text).not.toContain(own);
  });
});

test('a state nobody has to act in is not told', async () => {
  const { body } = complaintTold('en', { ...facts, occasion: 'late', state: 'closed' });
  expect(await render(body, { plainText: true })).not.toContain('Where it stands');
});
