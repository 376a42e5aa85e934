import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';
import { matterWords, type MatterKind } from './matter-words.ts';

type ReadyForDecision = {
  kind: MatterKind;
  recruiter: string;
  /** An appeal overturned the refusal. */
  again?: boolean;
  dueDay: string;
  link: string;
};

export const readyForDecision = ({
  kind,
  recruiter,
  again = false,
  dueDay,
  link,
}: ReadyForDecision): Email => {
  const { about, why } = matterWords[kind];
  return {
    subject: `Decide ${again ? 'again ' : ''}about ${about(recruiter)} by ${dueDay}`,
    body: (
      <EmailFrame
        heading={`${recruiter} is ready for your decision`}
        preview={`The package is complete. Decide by ${dueDay}.`}
        why="You get this because you sit on the scheme’s decision panel."
      >
        <Paragraph>
          {again
            ? `The panel refused this to ${recruiter} before, and the appeal against that was upheld. It is decided anew, by members who did not vote on it then.`
            : why(recruiter)}
        </Paragraph>
        <Paragraph>
          Please declare whether anything ties you to it, read the package and decide by {dueDay}. Whoever
          took part in an audit of this recruiter may not decide.
        </Paragraph>
        <NextStep link={link}>Read the package</NextStep>
      </EmailFrame>
    ),
  };
};
