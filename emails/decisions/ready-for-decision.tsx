import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';
import { matterWords, type MatterKind } from './matter-words.ts';

type ReadyForDecision = {
  kind: MatterKind;
  recruiter: string;
  dueDay: string;
  link: string;
};

export const readyForDecision = ({ kind, recruiter, dueDay, link }: ReadyForDecision): Email => {
  const { about, why } = matterWords[kind];
  return {
    subject: `Decide about ${about(recruiter)} by ${dueDay}`,
    body: (
      <EmailFrame
        heading={`${recruiter} is ready for your decision`}
        preview={`The package is complete. Decide by ${dueDay}.`}
        why="You get this because you sit on the scheme’s decision panel."
      >
        <Paragraph>{why(recruiter)}</Paragraph>
        <Paragraph>
          Please declare whether anything ties you to it, read the package and decide by {dueDay}. Whoever
          took part in an audit of this recruiter may not decide.
        </Paragraph>
        <NextStep link={link}>Read the package</NextStep>
      </EmailFrame>
    ),
  };
};
