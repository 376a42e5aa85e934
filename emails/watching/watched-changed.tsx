import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';
import { dayIn, directionOf, languageOf } from '../language.ts';
import { words } from './words.ts';

/** One change on the register: `type` as the events catalogue names it, `on` and `until` as `2026-12-16`. */
export type Change = {
  type: string;
  name: string;
  number: string;
  on: string;
  until: string | undefined;
  link: string;
};
type Facts = { company: string; changes: readonly Change[]; more: number; link: string };

/** What changed on the register of what a company watches, one change or many, in the language of its reader. */
export function watchedChanged(code: string, { company, changes, more, link }: Facts): Email {
  const language = languageOf(code);
  const { changed, one, many, further, register, list, why, note } = words[language];
  const sentence = ({ type, on, until }: Change) =>
    (changed[type] ?? changed['other'] ?? '')
      .replace('{on}', dayIn(language, on))
      .replace('{until}', until ? dayIn(language, until) : '');
  const [first] = changes;
  const single = changes.length === 1 && first ? first : undefined;
  const count = String(changes.length + more);
  const heading = single
    ? one.heading.replace('{name}', single.name)
    : many.heading.replace('{count}', count);
  return {
    subject: shortened(heading),
    body: (
      <EmailFrame
        heading={heading}
        language={language}
        direction={directionOf(language)}
        preview={first ? `${first.name}: ${sentence(first)}` : heading}
        why={why.replace('{company}', company)}
      >
        <Reasons
          reasons={changes.map((change) => `${change.name} (${change.number}): ${sentence(change)}`)}
        />
        {more > 0 ? <Paragraph>{further.replace('{count}', String(more))}</Paragraph> : null}
        <Paragraph>{note}</Paragraph>
        <NextStep link={link}>{single ? register : list}</NextStep>
      </EmailFrame>
    ),
  };
}

/** A subject that fits a phone, whatever the name. */
const shortened = (subject: string) =>
  subject.length <= 78 ? subject : `${Array.from(subject).slice(0, 76).join('')}…`;
