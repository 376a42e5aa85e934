import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type EvidenceAnswered = {
  number: string;
  /** Why the evidence was not enough; null when it is verified. */
  rejectedFor: string | null;
  /** For new evidence. */
  dueDay: string;
  link: string;
};

export const evidenceAnswered = ({ number, rejectedFor, dueDay, link }: EvidenceAnswered): Email => ({
  subject: `Finding ${number}: ${rejectedFor === null ? 'closed' : 'we need other evidence'}`,
  body: (
    <EmailFrame
      heading={rejectedFor === null ? `Finding ${number} is closed` : 'We need other evidence'}
      preview={
        rejectedFor === null
          ? 'Your evidence was verified. There is nothing left to do.'
          : `Send it by ${dueDay}.`
      }
      why="You get this because you look after your agency’s audit."
    >
      {rejectedFor === null ? (
        <Paragraph>
          The lead auditor has verified your evidence. Finding {number} is closed, and you need do nothing
          more about it. Keep the records: the next audit looks at whether it lasted.
        </Paragraph>
      ) : (
        <>
          <Paragraph>
            The lead auditor has looked at your evidence for finding {number}. It was not enough:
          </Paragraph>
          <Reasons reasons={[rejectedFor]} />
          <Paragraph>Please send other evidence by {dueDay}. The finding stays open until then.</Paragraph>
        </>
      )}
      <NextStep link={link}>{rejectedFor === null ? 'See the finding' : 'Send other evidence'}</NextStep>
    </EmailFrame>
  ),
});
