import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type Asked = { recruiter: string; reference: string; reason: string; link: string };

export const postponementAsked = ({ recruiter, reference, reason, link }: Asked): Email => ({
  subject: `${recruiter} asks to postpone audit ${reference}`,
  body: (
    <EmailFrame
      heading="A wish to postpone waits for you"
      preview={`${recruiter} asks for other days.`}
      why="You get this because you lead this audit."
    >
      <Paragraph>
        {recruiter} asks to postpone audit {reference}. The reason:
      </Paragraph>
      <Reasons reasons={[reason]} />
      <Paragraph>Please accept or decline. Until you do, the audit stays as it was told.</Paragraph>
      <NextStep link={link}>Answer</NextStep>
    </EmailFrame>
  ),
});

type Answered = {
  reference: string;
  /** Until when the audit has to begin after all; undefined where the wish was declined. */
  untilDay: string | undefined;
  reasons: readonly string[];
  link: string;
};

export const postponementAnswered = ({ reference, untilDay, reasons, link }: Answered): Email => ({
  subject: untilDay ? `Audit ${reference} is postponed` : `Audit ${reference} is not postponed`,
  body: (
    <EmailFrame
      heading={untilDay ? 'Your audit is postponed' : 'Your audit takes place as it was told'}
      preview={untilDay ? `It has to begin by ${untilDay}.` : 'Read why it was not postponed.'}
      why="You get this because you look after your agency’s audit."
    >
      {untilDay ? (
        <Paragraph>
          The lead auditor agreed. You get a new notice; audit {reference} begins by {untilDay} at the latest,
          and cannot be postponed a second time.
        </Paragraph>
      ) : (
        <>
          <Paragraph>The lead auditor did not agree to postpone audit {reference}. The reason:</Paragraph>
          <Reasons reasons={reasons} />
          <Paragraph>An audit that you do not let happen counts as refused.</Paragraph>
        </>
      )}
      <NextStep link={link}>Open the audit</NextStep>
    </EmailFrame>
  ),
});
