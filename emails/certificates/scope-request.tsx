import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Asked = { number: string; recruiter: string; link: string };

/** A wider scope is asked for, to the scheme that answers. */
export const scopeRequest = ({ number, recruiter, link }: Asked): Email => {
  const what = `${recruiter} asks that certificate ${number} cover more. Read what shall be added, and answer.`;
  return {
    subject: `${recruiter} asks for a wider scope`,
    body: (
      <EmailFrame
        heading="A wider scope is asked for"
        preview={what}
        why="You get this because you look after certificates for the scheme."
      >
        <Paragraph>{what}</Paragraph>
        <NextStep link={link}>Read the request</NextStep>
      </EmailFrame>
    ),
  };
};
