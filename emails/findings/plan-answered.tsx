import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type PlanAnswered = {
  number: string;
  /** Why the plan came back; null when it is accepted. */
  returnedFor: string | null;
  /** For the new plan, or for the evidence. */
  dueDay: string;
  link: string;
};

export const planAnswered = ({ number, returnedFor, dueDay, link }: PlanAnswered): Email => ({
  subject: `Finding ${number}: ${returnedFor === null ? 'your plan is accepted' : 'your plan needs more work'}`,
  body: (
    <EmailFrame
      heading={returnedFor === null ? 'Your plan is accepted' : 'Your plan needs more work'}
      preview={returnedFor === null ? `Send the evidence by ${dueDay}.` : `Send a new plan by ${dueDay}.`}
      why="You get this because you look after your agency’s audit."
    >
      {returnedFor === null ? (
        <Paragraph>
          The lead auditor has accepted your plan for finding {number}. Now carry it out, and send the
          evidence by {dueDay}.
        </Paragraph>
      ) : (
        <>
          <Paragraph>The lead auditor has read your plan for finding {number} and sent it back:</Paragraph>
          <Reasons reasons={[returnedFor]} />
          <Paragraph>
            Please change the plan and send it again by {dueDay}. The finding stays open until then.
          </Paragraph>
        </>
      )}
      <NextStep link={link}>{returnedFor === null ? 'Send evidence' : 'Change the plan'}</NextStep>
    </EmailFrame>
  ),
});
