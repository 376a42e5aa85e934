import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type FindingIssued = {
  number: string;
  grade: string;
  requirement: string;
  /** For a critical finding: the day by which the harm must have stopped. */
  containDay: string | undefined;
  planDay: string;
  closeDay: string;
  link: string;
};

export const findingIssued = ({
  number,
  grade,
  requirement,
  containDay,
  planDay,
  closeDay,
  link,
}: FindingIssued): Email => ({
  subject: containDay
    ? `Finding ${number} (${grade}): stop the harm by ${containDay}`
    : `Finding ${number} (${grade}): send your plan by ${planDay}`,
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
      {containDay ? (
        <Paragraph>
          Stop the harm at once, and tell us by {containDay} what you did. This does not wait for the plan.
        </Paragraph>
      ) : null}
      <Paragraph>
        {containDay ? 'Then' : 'First'} send a plan by {planDay}: why it happened, how you put it right, how
        it will not happen again. Then do it, and send the evidence in time for the finding to be closed by{' '}
        {closeDay}.
      </Paragraph>
      <NextStep link={link}>Read the finding and plan</NextStep>
    </EmailFrame>
  ),
});
