import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';
import { directionOf, languageOf } from '../language.ts';
import { words } from './words.ts';
import type { Occasion, StateInWords } from './words/kinds.ts';

export type { Occasion };

/** `state`: where the case is, by the name the house has for it; one that nobody has to act in is not told. */
type Facts = { occasion: Occasion; number: string; state: string; link: string };

/** For caseworkers, of a complaint of a worker: its number, and where it is late its state. Nothing else leaves the house. */
export function complaintTold(code: string, { occasion, number, state, link }: Facts): Email {
  const language = languageOf(code);
  const { occasions, states, stands, step, why } = words[language];
  const { subject, heading, text } = occasions[occasion];
  const told = text.replace('{number}', number);
  const named = occasion === 'late' && isNamed(state) ? stands.replace('{state}', states[state]) : undefined;
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
        {named ? <Paragraph>{named}</Paragraph> : null}
        <NextStep link={link}>{step}</NextStep>
      </EmailFrame>
    ),
  };
}

const isNamed = (state: string): state is StateInWords => Object.hasOwn(words.en.states, state);
