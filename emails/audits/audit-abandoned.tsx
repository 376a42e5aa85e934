import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type AuditAbandoned = {
  recruiter: string;
  reference: string;
  /** Why it was broken off, in words; undefined where the recruiter refused it. */
  because: string | undefined;
  /** Whether the reader is the scheme, which decides what follows by a day. */
  decideBy: string | undefined;
  link: string;
};

export const auditAbandoned = ({ recruiter, reference, because, decideBy, link }: AuditAbandoned): Email => {
  const what = because ? 'was broken off' : 'was refused';
  return {
    subject: `Audit ${reference} of ${recruiter} ${what}`,
    body: (
      <EmailFrame
        heading={`The audit ${what}`}
        preview={decideBy ? `Decide what follows by ${decideBy}.` : 'The scheme decides what follows.'}
        why={
          decideBy
            ? 'You get this because you look after the scheme.'
            : 'You get this because you look after your agency’s audit.'
        }
      >
        <Paragraph>
          {because
            ? `Audit ${reference} of ${recruiter} was broken off during fieldwork. The reason: ${because}.`
            : `The audit body reports that ${recruiter} did not let audit ${reference} take place.`}
        </Paragraph>
        <Paragraph>
          {decideBy
            ? `Please decide by ${decideBy} what follows, for its certificate or for its application.`
            : 'The scheme now decides what follows. An audit that is refused or broken off can lead to the suspension of a certificate, or to the refusal of an application.'}
        </Paragraph>
        <NextStep link={link}>Open the audit</NextStep>
      </EmailFrame>
    ),
  };
};
