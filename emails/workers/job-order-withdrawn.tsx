import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';
import { dayIn, directionOf, languageOf } from '../language.ts';
import { words } from './words.ts';

/** `job`: the work and where it is; `reason` its class, `note` the words of the officer; `on` as `2026-12-16`. */
type Facts = { number: string; job: string; on: string; reason: string; note: string | null; link: string };

/** A job order of the reader's agency that the scheme withdrew, in the reader's language. */
export function jobOrderWithdrawn(code: string, { number, job, on, reason, note, link }: Facts): Email {
  const language = languageOf(code);
  const { subject, heading, text, reason: because, after, step, why, reasons } = words[language];
  const named = Object.entries(reasons).flatMap(([one, name]) => (one === reason ? [name] : []));
  const told = text
    .replace('{number}', number)
    .replace('{day}', dayIn(language, on))
    .replace('{job}', () => job);
  return {
    subject: subject.replace('{number}', number),
    body: (
      <EmailFrame
        heading={heading}
        language={language}
        direction={directionOf(language)}
        preview={told}
        why={why}
      >
        <Paragraph>{told}</Paragraph>
        <Paragraph>{because}</Paragraph>
        <Reasons reasons={[...named, ...(note ? [note] : [])]} />
        <Paragraph>{after}</Paragraph>
        <NextStep link={link}>{step}</NextStep>
      </EmailFrame>
    ),
  };
}
