import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type EvidenceSubmitted = {
  recruiter: string;
  number: string;
  /** Until when the recruiter has to close the finding. */
  dueDay: string;
  link: string;
};

export const evidenceSubmitted = ({ recruiter, number, dueDay, link }: EvidenceSubmitted): Email => ({
  subject: `${recruiter} has sent evidence for finding ${number}`,
  body: (
    <EmailFrame
      heading="Evidence is waiting for you"
      preview={`Finding ${number} has to be closed by ${dueDay}.`}
      why="You get this because you lead this audit."
    >
      <Paragraph>
        {recruiter} has sent evidence for finding {number}.
      </Paragraph>
      <Paragraph>
        Please verify it, or reject it with a reason. The finding has to be closed by {dueDay}, so an early
        answer helps.
      </Paragraph>
      <NextStep link={link}>Look at the evidence</NextStep>
    </EmailFrame>
  ),
});
