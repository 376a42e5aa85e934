import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';
import { dayIn, daysAheadIn, directionOf, languageOf } from '../language.ts';
import { words } from './words.ts';
import { lateWords, type Change, type Owed } from './words/late.ts';

type Announced = {
  number: string;
  finding: string;
  change: Change;
  owed: Owed;
  /** By when it is owed, and when what it brings comes, each as `2026-12-16`. */
  due: string;
  day: string;
  late: boolean;
  days: number;
  extendable: boolean;
  link: string;
};

/** What a late finding will do to a certificate, and what keeps it from coming; in the language of its reader. */
export function lateFindingAnnounced(code: string, announced: Announced): Email {
  const language = languageOf(code);
  const { change, owed, late, extendable, link } = announced;
  const say = lateWords[language];
  const values = new Map([
    ...Object.entries({ number: announced.number, finding: announced.finding, task: say.tasks[owed] }),
    ...Object.entries({ due: dayIn(language, announced.due), day: dayIn(language, announced.day) }),
    ['in', daysAheadIn(language, announced.days)],
  ]);
  const fill = (line: string) => line.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
  const todo = fill(late ? say.late : say.ahead);
  return {
    subject: fill(say.subjects[change]),
    body: (
      <EmailFrame
        heading={fill(say.heading)}
        language={language}
        direction={directionOf(language)}
        preview={todo}
        why={words[language].why}
      >
        <Paragraph>{todo}</Paragraph>
        <Paragraph>{fill(say.consequences[change])}</Paragraph>
        {owed === 'repayment' ? null : <Paragraph>{extendable ? say.more : say.noMore}</Paragraph>}
        <NextStep link={link}>{fill(say.step)}</NextStep>
      </EmailFrame>
    ),
  };
}
