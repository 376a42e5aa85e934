import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type AuditDue = {
  /** In words, such as "Surveillance". */
  type: string;
  recruiter: string;
  certificate: string;
  lastDay: string;
  /** What gave cause to an audit outside the cycle, in words. */
  cause: string | null;
  link: string;
};

export const auditDue = ({ type, recruiter, certificate, lastDay, cause, link }: AuditDue): Email => ({
  subject: `${type} of ${recruiter}: schedule it, not later than ${lastDay}`,
  body: (
    <EmailFrame
      heading={cause ? 'An audit was ordered' : 'An audit is due'}
      preview={`${type} of ${recruiter}, not later than ${lastDay}.`}
      why="You get this because your audit body audits this recruiter."
    >
      <Paragraph>
        {recruiter} holds certificate {certificate}. Its next audit ({type}) has to take place not later than{' '}
        {lastDay}, and nobody has scheduled it yet.
      </Paragraph>
      {cause ? <Paragraph>The scheme ordered it outside the cycle. Cause: {cause}.</Paragraph> : null}
      <Paragraph>
        The calendar says what notice it has. Until then the recruiter is told nothing that the notice keeps.
      </Paragraph>
      <NextStep link={link}>Schedule the audit</NextStep>
    </EmailFrame>
  ),
});
