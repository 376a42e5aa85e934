import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Step = 'asked' | 'left';
type Asked = {
  step: Step;
  number: string;
  recruiter: string;
  body: string;
  dueDay: string;
  link: string;
};

const wordsOf = ({ step, number, recruiter, body, dueDay }: Asked) => {
  switch (step) {
    case 'asked':
      return {
        heading: `${recruiter} asks you to take over its certificate`,
        what: `${recruiter} asks ${body} to take over certificate ${number}. Review what the former audit body reported and left open, and answer by ${dueDay}.`,
        next: 'Review the certificate',
      };
    case 'left':
      return {
        heading: `Certificate ${number} has left your body`,
        what: `${body} took over the certificate of ${recruiter}. It goes on under a new number; its programme with you has ended.`,
        next: 'See your audits',
      };
  }
};

/** A certificate that changes its audit body, told to the body that acts next and the one that has nothing more to do. */
export const transferRequest = (asked: Asked): Email => {
  const { heading, what, next } = wordsOf(asked);
  return {
    subject: heading,
    body: (
      <EmailFrame
        heading={heading}
        preview={what}
        why="You get this because a certificate you look after changes its audit body."
      >
        <Paragraph>{what}</Paragraph>
        <NextStep link={asked.link}>{next}</NextStep>
      </EmailFrame>
    ),
  };
};
