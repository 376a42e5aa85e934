import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type FindingIssued = {
  number: string;
  grade: string;
  requirement: string;
  planDay: string;
  closeDay: string;
  link: string;
};

export const findingIssued = ({
  number,
  grade,
  requirement,
  planDay,
  closeDay,
  link,
}: FindingIssued): Email => ({
  subject: `Finding ${number} (${grade}): send your plan by ${planDay}`,
  body: (
    <EmailFrame
      heading={`Finding ${number}: ${grade}`}
      preview={`Plan by ${planDay}, closed by ${closeDay}.`}
      why="You get this because you look after your agency’s audit."
    >
      <Paragraph>
        The auditors found something that does not meet the standard. It is graded {grade}.
      </Paragraph>
      <Paragraph>The requirement is: {requirement}</Paragraph>
      <Paragraph>
        First send a plan by {planDay}: why it happened, how you put it right, how it will not happen again.
        Then do it, and send the evidence in time for the finding to be closed by {closeDay}.
      </Paragraph>
      <NextStep link={link}>Read the finding and plan</NextStep>
    </EmailFrame>
  ),
});
