import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';
import { dayIn, daysAheadIn, directionOf, languageOf, type Language } from '../language.ts';
import { states } from './states.ts';
import { words } from './words.ts';
import type { Kind } from './words/kinds.ts';

type Facts = {
  number: string;
  /** Days the mail names, each as `2026-12-16`. */
  days?: Partial<Record<'since' | 'until' | 'day' | 'due', string>>;
  /** How many days ahead of what it announces the mail is written. */
  ahead?: number;
  /** The class of a reason, such as `fees_charged`. */
  reason?: string;
  /** What was said for this certificate alone, in the words it was said in. */
  said?: readonly string[];
  /** Whether an appeal is open to the reader. */
  open?: boolean;
  place?: string;
  body?: string;
  link: string;
};

/** Every mail to the holder of a certificate, in the language of its reader. */
export function certificateMail(kind: Kind, code: string, facts: Facts): Email {
  const language = languageOf(code);
  const { certificate, mails, steps, why } = words[language];
  const { heading, text, after = [], open, closed, step, subject } = mails[kind];
  const fill = filling(language, facts);
  const ending = facts.open ? open : closed;
  const said = [...reasonIn(language, facts.reason), ...(facts.said ?? [])].filter((line) => line !== '');
  return {
    subject: fill(subject ?? `${certificate}: ${heading}`),
    body: (
      <EmailFrame
        heading={fill(subject ? heading : `${certificate}: ${heading}`)}
        language={language}
        direction={directionOf(language)}
        preview={fill(text[0] ?? heading)}
        why={why}
      >
        {text.map((line) => (
          <Paragraph key={line}>{fill(line)}</Paragraph>
        ))}
        {said.length > 0 ? <Reasons reasons={said} /> : null}
        {[...after, ...(ending ? [ending] : [])].map((line) => (
          <Paragraph key={line}>{fill(line)}</Paragraph>
        ))}
        <NextStep link={facts.link}>{steps[step]}</NextStep>
      </EmailFrame>
    ),
  };
}

const reasonIn = (language: Language, reason = '') =>
  Object.entries(words[language].reasons).flatMap(([code, name]) => (code === reason ? [name] : []));

function filling(language: Language, { number, days = {}, ahead, place, body }: Facts) {
  const values = new Map<string, string | undefined>([
    ...Object.entries(states[language]),
    ...Object.entries({ number, place, body }),
    ['in', ahead === undefined ? undefined : daysAheadIn(language, ahead)],
    ...Object.entries(days).map(([name, day]): [string, string] => [name, dayIn(language, day)]),
  ]);
  return (line: string) => line.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
}
