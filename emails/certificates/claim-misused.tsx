import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Misuse = { number: string; place: string; what: string; seenDay: string; link: string };

/** The certificate was shown, or spoken of, beyond what it says. */
export const claimMisused = ({ number, place, what, seenDay, link }: Misuse): Email => {
  const subject = `Certificate ${number}: a misuse was recorded`;
  const told = `On ${seenDay} certificate ${number} was seen used beyond what it covers: ${place}.`;
  return {
    subject,
    body: (
      <EmailFrame
        heading={subject}
        preview={told}
        why="You get this because you look after your agency’s certificate."
      >
        <Paragraph>{told}</Paragraph>
        <Paragraph>{what}</Paragraph>
        <Paragraph>
          Take it down, or put it right, today. It is a finding on indicator B.1.6, true public claims: your
          audit team raises it, and you answer it with a plan like any other. The scheme may suspend the
          certificate for it.
        </Paragraph>
        <NextStep link={link}>See what was recorded</NextStep>
      </EmailFrame>
    ),
  };
};
