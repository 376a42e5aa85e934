import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Step = 'asked' | 'audited' | 'extended' | 'refused';
type Asked = { step: Step; number: string; recruiter: string; reasons: string; link: string };

const wordsOf = ({ step, number, recruiter }: Asked) => {
  switch (step) {
    case 'asked':
      return {
        subject: `${recruiter} asks for a wider scope`,
        heading: 'A wider scope is asked for',
        what: `${recruiter} asks that certificate ${number} cover more. Read what shall be added, and answer.`,
        next: 'Read the request',
        why: 'You get this because you look after certificates for the scheme.',
      };
    case 'audited':
      return {
        subject: `An audit comes before the wider scope of certificate ${number}`,
        heading: 'The wider scope is audited first',
        what: `What you asked for has to be seen on site. Your audit body plans the audit with you, and the decision panel answers after it. Until then certificate ${number} covers what it covers now.`,
        next: 'See your certificate',
        why: 'You get this because you look after your agency’s certificate.',
      };
    case 'extended':
      return {
        subject: `Certificate ${number} covers more from today`,
        heading: 'The scope of your certificate was extended',
        what: `What you asked for was granted. Certificate ${number} shows its wider scope on the public register now.`,
        next: 'See your certificate',
        why: 'You get this because you look after your agency’s certificate.',
      };
    case 'refused':
      return {
        subject: `Certificate ${number} keeps its scope`,
        heading: 'The wider scope was refused',
        what: `What you asked for was not granted. Certificate ${number} covers what it covered before. You may ask again.`,
        next: 'See your certificate',
        why: 'You get this because you look after your agency’s certificate.',
      };
  }
};

/** A wider scope on its way: to the scheme that answers, and back to the holder with the reasons. */
export const scopeRequest = (asked: Asked): Email => {
  const { subject, heading, what, next, why } = wordsOf(asked);
  return {
    subject,
    body: (
      <EmailFrame heading={heading} preview={what} why={why}>
        <Paragraph>{what}</Paragraph>
        {asked.reasons === '' ? null : <Paragraph>{asked.reasons}</Paragraph>}
        <NextStep link={asked.link}>{next}</NextStep>
      </EmailFrame>
    ),
  };
};
