import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Claim = {
  step: 'registered' | 'refused' | 'ended';
  number: string;
  place: string;
  answer: string;
  link: string;
};

const wordsOf = ({ step, number, place }: Claim) => {
  switch (step) {
    case 'registered':
      return {
        subject: `Certificate ${number}: you may show it`,
        what: `You may show certificate ${number} as you asked: ${place}. The public register lists this use while the certificate is in force.`,
      };
    case 'refused':
      return {
        subject: `Certificate ${number}: a use was refused`,
        what: `You may not show certificate ${number} as you asked: ${place}.`,
      };
    case 'ended':
      return {
        subject: `Certificate ${number}: stop showing it`,
        what: `Certificate ${number} does not count now. Take it down today: ${place}. If it comes into force again, ask anew.`,
      };
  }
};

/** The answer to a use the holder asked for, or that it is over. */
export const claimTold = (claim: Claim): Email => {
  const { subject, what } = wordsOf(claim);
  return {
    subject,
    body: (
      <EmailFrame
        heading={subject}
        preview={what}
        why="You get this because you look after your agency’s certificate."
      >
        <Paragraph>{what}</Paragraph>
        {claim.answer === '' || claim.step === 'ended' ? null : <Paragraph>{claim.answer}</Paragraph>}
        <NextStep link={claim.link}>See where you show it</NextStep>
      </EmailFrame>
    ),
  };
};
