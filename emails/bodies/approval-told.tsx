import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type ApprovalTold = {
  body: string;
  /** The last day, in words. */
  untilDay: string;
  countries: string;
  link: string;
};

const why = 'You get this because you work for this audit body, or approve it for the scheme.';

export const approvalGranted = ({ body, untilDay, countries, link }: ApprovalTold): Email => ({
  subject: `${body} is approved until ${untilDay}`,
  body: (
    <EmailFrame heading={`${body} is approved`} preview={`For ${countries}, until ${untilDay}.`} why={why}>
      <Paragraph>
        The scheme has approved {body} to audit recruiters of {countries}, until {untilDay}.
      </Paragraph>
      <NextStep link={link}>Read the approval</NextStep>
    </EmailFrame>
  ),
});

export const approvalEnding = ({ body, untilDay, countries, link }: ApprovalTold): Email => ({
  subject: `The approval of ${body} ends on ${untilDay}`,
  body: (
    <EmailFrame
      heading="An approval ends soon"
      preview={`${body}: until ${untilDay}, for ${countries}.`}
      why={why}
    >
      <Paragraph>
        The approval of {body} for {countries} ends on {untilDay}. After that day no recruiter there can
        engage it, and no audit can be scheduled by it.
      </Paragraph>
      <Paragraph>Please see to its renewal before then. Audits that are under way go on.</Paragraph>
      <NextStep link={link}>See the approval</NextStep>
    </EmailFrame>
  ),
});

export const approvalEnded = ({
  body,
  countries,
  reason,
  link,
}: Omit<ApprovalTold, 'untilDay'> & { reason: string }): Email => ({
  subject: `The scheme ended the approval of ${body}`,
  body: (
    <EmailFrame heading="An approval was ended" preview={`${body}, for ${countries}.`} why={why}>
      <Paragraph>
        The scheme has ended the approval of {body} for {countries}. Its reason: {reason}
      </Paragraph>
      <Paragraph>
        From now on nobody engages {body} by this approval, and no new audit is scheduled by it. Audits that
        are under way go on.
      </Paragraph>
      <NextStep link={link}>See the approvals</NextStep>
    </EmailFrame>
  ),
});
