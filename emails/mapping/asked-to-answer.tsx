import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';
import { dayIn } from '../language.ts';
import { wordsIn } from './words.ts';
import type { Occasion } from './words/kinds.ts';

export type { Occasion };

/** `due` as `2027-03-31`; `message`: what the company itself writes, in the language it wrote it in. */
type Facts = { occasion: Occasion; company: string; due: string; message: string; link: string };

/** For whoever is asked in a mapping, by their personal link: no account stands behind it. */
export function askedToAnswer(code: string, { occasion, company, due, message, link }: Facts): Email {
  const { language, words } = wordsIn(code);
  const filled = (text: string) =>
    text.replaceAll('{company}', company).replaceAll('{day}', dayIn(language, due));
  const { subject, heading, text } = words.occasions[occasion];
  return {
    subject: shortened(filled(subject)),
    body: (
      <EmailFrame
        heading={filled(heading)}
        language={language}
        direction={language === 'ar' ? 'rtl' : 'ltr'}
        preview={filled(text)}
        why={filled(words.why)}
      >
        <Paragraph>{filled(text)}</Paragraph>
        {message && occasion === 'invited' ? <Paragraph>{message}</Paragraph> : null}
        <Paragraph>{words.promise}</Paragraph>
        <NextStep link={link}>{words.step}</NextStep>
        <Paragraph>{words.notYou}</Paragraph>
      </EmailFrame>
    ),
  };
}

const shortened = (subject: string) =>
  subject.length <= 78 ? subject : `${Array.from(subject).slice(0, 76).join('')}…`;
