import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Change = { number: string; recruiter: string; kind: string; day: string; what: string; link: string };

/** The holder of a certificate told of a change in its agency. */
export const changeReported = ({ number, recruiter, kind, day, what, link }: Change): Email => {
  const subject = `${recruiter} reports a change: certificate ${number}`;
  const told = `${recruiter} reports of certificate ${number}: ${kind}, on ${day}.`;
  return {
    subject,
    body: (
      <EmailFrame
        heading={subject}
        preview={told}
        why="You get this because you decide for the scheme on what happens to certificates."
      >
        <Paragraph>{told}</Paragraph>
        <Paragraph>{what}</Paragraph>
        <Paragraph>
          Order a special audit for it, or say why none is needed. The recruiter sees neither.
        </Paragraph>
        <NextStep link={link}>See your tasks</NextStep>
      </EmailFrame>
    ),
  };
};
