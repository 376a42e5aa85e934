import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

const why = 'You get this because you look after your agency’s audit.';

type TeamChanged = {
  reference: string;
  /** Everybody who is on it now. */
  team: string;
  /** The last day to object to who joined; undefined where nobody did, or the audit has begun. */
  objectBy: string | undefined;
  link: string;
};

export const teamChanged = ({ reference, team, objectBy, link }: TeamChanged): Email => ({
  subject: `The team of audit ${reference} has changed`,
  body: (
    <EmailFrame
      heading="Other people audit you"
      preview={objectBy ? `You may object by ${objectBy}.` : `The team is now: ${team}.`}
      why={why}
    >
      <Paragraph>
        The team of audit {reference} has changed. It is now: {team}.
      </Paragraph>
      <Paragraph>
        {objectBy
          ? `If you cannot accept who has joined, object by ${objectBy} and say why. Until that is answered the audit does not begin.`
          : 'What was agreed with you stays as it was. What the former team recorded stays with the audit.'}
      </Paragraph>
      <NextStep link={link}>See the team of your audit</NextStep>
    </EmailFrame>
  ),
});

type Cancelled = { reference: string; auditBody: string; link: string };

export const auditCancelled = ({ reference, auditBody, link }: Cancelled): Email => ({
  subject: `Audit ${reference} was cancelled`,
  body: (
    <EmailFrame
      heading="Your audit was cancelled"
      preview="Nobody comes on the days you were told of."
      why={why}
    >
      <Paragraph>
        {auditBody} cancelled audit {reference}. Nobody comes on the days you were told of, and you need not
        prepare for them.
      </Paragraph>
      <Paragraph>
        What the audit was for is not done with: the audit body can schedule it again, and you are told of its
        new days by a notice of its own. Ask the audit body if you want to know why.
      </Paragraph>
      <NextStep link={link}>Open the audit</NextStep>
    </EmailFrame>
  ),
});
