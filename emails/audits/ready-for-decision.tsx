import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type ReadyForDecision = {
  recruiter: string;
  dueDay: string;
  link: string;
};

export const readyForDecision = ({ recruiter, dueDay, link }: ReadyForDecision): Email => ({
  subject: `Decide about ${recruiter} by ${dueDay}`,
  body: (
    <EmailFrame
      heading={`${recruiter} is ready for your decision`}
      preview={`The package is complete. Decide by ${dueDay}.`}
      why="You get this because you sit on the scheme’s decision panel."
    >
      <Paragraph>
        The audit of {recruiter} is finished and the technical review has passed it. The package is complete
        and can no longer change.
      </Paragraph>
      <Paragraph>
        Please read it and decide by {dueDay} whether the certificate is granted or refused. Whoever took part
        in the audit may not decide.
      </Paragraph>
      <NextStep link={link}>Read the package</NextStep>
    </EmailFrame>
  ),
});
