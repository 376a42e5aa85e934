import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type AuditMustBegin = {
  recruiter: string;
  reference: string;
  /** Whether the body has planned an audit yet; a first one has to be. */
  first: boolean;
  day: string;
  link: string;
};

/** To the audit body, which alone can keep the application from lapsing. */
export const auditMustBegin = ({ recruiter, reference, first, day, link }: AuditMustBegin): Email => {
  const todo = first ? 'Plan its first audit' : 'Begin its next audit';
  return {
    subject: `${reference} of ${recruiter}: ${first ? 'plan an audit' : 'an audit must begin'} by ${day}`,
    body: (
      <EmailFrame
        heading={`${todo} by ${day}`}
        preview={`Otherwise application ${reference} lapses.`}
        why="You get this because you audit for the body that this recruiter chose."
      >
        <Paragraph>
          {todo} by {day}. If that does not happen, application {reference} of {recruiter} lapses, and
          whatever was arranged for it ends with it.
        </Paragraph>
        <Paragraph>
          The recruiter was told the same. If it keeps you from coming, record that in the audit, or ask the
          scheme.
        </Paragraph>
        <NextStep link={link}>See your audits</NextStep>
      </EmailFrame>
    ),
  };
};
