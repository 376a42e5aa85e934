import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';
import { directionOf, languageOf } from '../language.ts';
import { words } from './words.ts';

type Facts = { company: string; url: string; because: 'failing' | 'gone'; link: string };

/** To owners: an endpoint of their company is sent nothing any more, why, and what to do. */
export function webhookOff(code: string, { company, url, because, link }: Facts): Email {
  const language = languageOf(code);
  const { off } = words[language];
  return {
    subject: off.heading,
    body: (
      <EmailFrame
        heading={off.heading}
        language={language}
        direction={directionOf(language)}
        preview={off[because].replace('{url}', url)}
        why={off.why.replace('{company}', company)}
      >
        <Paragraph>{off[because].replace('{url}', url)}</Paragraph>
        <Paragraph>{off.step}</Paragraph>
        <NextStep link={link}>{off.link}</NextStep>
      </EmailFrame>
    ),
  };
}
