import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type AuditBodyEngaged = {
  recruiter: string;
  link: string;
};

export const auditBodyEngaged = ({ recruiter, link }: AuditBodyEngaged): Email => ({
  subject: `${recruiter} has chosen your audit body`,
  body: (
    <EmailFrame
      heading={`${recruiter} has chosen you`}
      preview="Plan the audit."
      why="You get this because you audit for the body that this recruiter chose."
    >
      <Paragraph>{recruiter} has chosen your audit body for its certification audit.</Paragraph>
      <Paragraph>
        You can now read its application. Before anyone takes part, each member of the team says whether there
        is a conflict of interest.
      </Paragraph>
      <Paragraph>
        Next, plan the audit: the team, the days and the places. Please do it this week, so that the recruiter
        can prepare.
      </Paragraph>
      <NextStep link={link}>Plan the audit</NextStep>
    </EmailFrame>
  ),
});
