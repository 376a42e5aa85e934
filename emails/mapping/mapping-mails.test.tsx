import { render } from '@react-email/render';
import { describe, expect, test } from 'vitest';

import { describeMails } from '../describe-mails.ts';
import { dayIn } from '../language.ts';
import { askedToAnswer, type Occasion } from './asked-to-answer.tsx';
import { wordsIn } from './words.ts';

const occasions: Occasion[] = ['invited', 'reminded', 'last_day', 'late', 'handed'];
const others = ['es', 'fr', 'ar', 'hi', 'bn', 'ne', 'id', 'vi', 'th', 'my', 'zh'];
const link = 'https://fairroute.example/answer/k7Qw2mZx';
const message = 'We met in Biratnagar. Thank you!';
const facts = { company: 'Meridian Apparel', due: '2027-03-31', message, link };
const flowing = (text: string) => text.replace(/\s+/g, ' ');
const gaps = (text: string) => [...new Set(text.match(/\{[^}]*\}/g))].sort();
const english = wordsIn('en').words;

const mailOf = (occasion: Occasion) => askedToAnswer('en', { occasion, ...facts });
describeMails(
  {
    invited: { email: mailOf('invited'), says: [message, '31 March 2027', 'No account is needed'] },
    reminded: { email: mailOf('reminded'), says: ['ASKED BY 31 MARCH 2027', 'go on where you stopped'] },
    last_day: { email: mailOf('last_day'), says: ['TODAY IS THE LAST DAY', 'Meridian Apparel'] },
    late: { email: mailOf('late'), says: ['passed, on 31 March 2027', 'do not want to'] },
    handed: { email: mailOf('handed'), says: ['a colleague gave you', 'goes to your colleague'] },
  },
  link,
);

describe.each(others)('a mail to whoever is asked, in %s', (language) => {
  const { words } = wordsIn(language);

  test.each(occasions)('says that they are %s, in words of its own', async (occasion) => {
    const { subject, body } = askedToAnswer(language, { occasion, ...facts });
    const text = flowing(await render(body, { plainText: true }));
    for (const part of [link, words.promise, words.notYou, words.step]) expect(text).toContain(part);
    expect(`${subject} ${text}`).toContain(facts.company);
    expect(text.includes(message)).toBe(occasion === 'invited');
    expect(subject.length).toBeLessThanOrEqual(78);
    expect(`${subject} ${text}`).not.toMatch(/[{}]|undefined|null|\[object/);
    expect(await render(body)).toMatch(
      new RegExp(`<html[^>]* dir="${language === 'ar' ? 'rtl' : 'ltr'}"[^>]* lang="${language}"`),
    );
  });

  test.each(occasions)('leaves the gaps that English leaves when they are %s', (occasion) => {
    const [own, said] = [words.occasions[occasion], english.occasions[occasion]];
    for (const part of ['subject', 'heading', 'text'] as const) {
      expect(gaps(own[part]), part).toEqual(gaps(said[part]));
      expect(own[part], part).not.toBe(said[part]);
    }
  });

  test('names the last day as it is said there, and repeats no English', async () => {
    const { body } = askedToAnswer(language, { occasion: 'invited', ...facts });
    const text = flowing(await render(body, { plainText: true }));
    expect(text).toContain(dayIn(language, facts.due));
    for (const part of ['promise', 'notYou', 'step', 'why'] as const) {
      expect(words[part], part).not.toBe(english[part]);
      expect(gaps(words[part]), part).toEqual(gaps(english[part]));
    }
  });
});

test('a language mails are not written in is answered in English', async () => {
  const { subject, body } = askedToAnswer('tlh', { occasion: 'invited', ...facts });
  expect(subject).toBe('Meridian Apparel asks how people are recruited');
  expect(await render(body)).toMatch(/<html[^>]* lang="en"/);
});

test('a long name of a company is cut where a phone would cut the subject', () => {
  for (const language of ['en', ...others]) {
    const { subject } = askedToAnswer(language, { ...facts, occasion: 'handed', company: 'Å'.repeat(90) });
    expect(subject.length, language).toBeLessThanOrEqual(78);
    expect(subject, language).toMatch(/…$/);
  }
});
