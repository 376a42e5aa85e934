import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type BodyLate = {
  to: 'body' | 'officers';
  body: string;
  recruiter: string;
  /** "the answer to a dispute". */
  what: string;
  /** The finding, or the audit. */
  record: string;
  dueDay: string;
  link: string;
};

/** An audit body did not do in time what the scheme's clocks ask of it. */
export const bodyLate = ({ to, body, recruiter, what, record, dueDay, link }: BodyLate): Email => {
  const lead = `${record} of ${recruiter}: ${what} was due by ${dueDay} and did not come.`;
  return {
    subject: to === 'body' ? `${record}: your audit body is late` : `${record}: the audit body is late`,
    body: (
      <EmailFrame
        heading={to === 'body' ? 'Your audit body is late' : `${body} is late`}
        preview={lead}
        why={
          to === 'body'
            ? 'You get this because you lead this audit, review for your audit body or manage its people.'
            : 'You get this because you are an officer of the scheme.'
        }
      >
        <Paragraph>{lead}</Paragraph>
        <Paragraph>
          {to === 'body'
            ? 'The officers of the scheme were told as well. The recruiter waits for it: please do it now.'
            : `${body} was told as well. Ask it for what it owes; the task stays on your desk until it came.`}
        </Paragraph>
        <NextStep link={link}>{`Open ${record}`}</NextStep>
      </EmailFrame>
    ),
  };
};
