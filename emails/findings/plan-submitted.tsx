import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type PlanSubmitted = {
  recruiter: string;
  number: string;
  /** Until when the recruiter has to close the finding. */
  dueDay: string;
  link: string;
};

export const planSubmitted = ({ recruiter, number, dueDay, link }: PlanSubmitted): Email => ({
  subject: `${recruiter} has sent a plan for finding ${number}`,
  body: (
    <EmailFrame
      heading="A plan is waiting for you"
      preview={`Finding ${number} has to be closed by ${dueDay}.`}
      why="You get this because you lead this audit."
    >
      <Paragraph>
        {recruiter} has sent its plan for finding {number}.
      </Paragraph>
      <Paragraph>
        Please accept it, or send it back with a reason. The clock of the finding runs on meanwhile: it has to
        be closed by {dueDay}, so an early answer helps.
      </Paragraph>
      <NextStep link={link}>Answer the plan</NextStep>
    </EmailFrame>
  ),
});
