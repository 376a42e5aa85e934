import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';
import { dayIn, directionOf, languageOf, moneyIn, type Language } from '../language.ts';
import { ar } from './words/ar.ts';
import { bn } from './words/bn.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { hi } from './words/hi.ts';
import { id } from './words/id.ts';
import { bodyKinds, schemeKinds, type Kind, type Words } from './words/kinds.ts';
import { ne } from './words/ne.ts';

const words: Record<Language, Words> = { en, fr, es, ar, hi, ne, bn, id };

type Facts = {
  reference: string;
  recruiter?: string;
  /** The day that counts, as `2026-12-16`. */
  day?: string | undefined;
  fee?: { amountMinor: number; currency: string } | undefined;
  number?: string;
  /** In the words they were given in. */
  reasons?: readonly string[];
  link: string;
};

/** Every mail about an application, in the language of its reader. */
export function applicationMail(kind: Kind, code: string, facts: Facts): Email {
  const language = languageOf(code);
  const { mails, steps, why } = words[language];
  const { heading, text, after = [], step } = mails[kind];
  const fill = filling(language, facts);
  return {
    subject: `${facts.reference}: ${fill(heading)}`,
    body: (
      <EmailFrame
        heading={fill(heading)}
        language={language}
        direction={directionOf(language)}
        preview={fill(text[0] ?? heading)}
        why={why[readerOf(kind)]}
      >
        {text.map((line) => (
          <Paragraph key={line}>{fill(line)}</Paragraph>
        ))}
        {facts.reasons && facts.reasons.length > 0 ? <Reasons reasons={facts.reasons} /> : null}
        {after.map((line) => (
          <Paragraph key={line}>{fill(line)}</Paragraph>
        ))}
        <NextStep link={facts.link}>{steps[step]}</NextStep>
      </EmailFrame>
    ),
  };
}

const isAmong = (kinds: readonly Kind[], kind: Kind) => kinds.includes(kind);

function readerOf(kind: Kind) {
  if (isAmong(schemeKinds, kind)) return 'scheme';
  return isAmong(bodyKinds, kind) ? 'body' : 'applicant';
}

function filling(language: Language, { reference, recruiter, day, fee, number }: Facts) {
  const values: Record<string, string | undefined> = {
    reference,
    recruiter,
    number,
    day: day && dayIn(language, day),
    fee: fee ? moneyIn(language, fee) : words[language].theFee,
  };
  return (line: string) => line.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
