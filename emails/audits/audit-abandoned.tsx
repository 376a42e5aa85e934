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

type AuditEnded = {
  recruiter: string;
  reference: string;
  /** What it belonged to, and what became of that. */
  of: 'application' | 'certificate';
  ended: 'withdrawn' | 'lapsed' | 'expired' | 'superseded';
  reader: 'body' | 'recruiter';
  link: string;
};

const whatBecame = {
  withdrawn: 'was withdrawn',
  lapsed: 'has lapsed',
  expired: 'is past its last day',
  superseded: 'was followed by the next one',
};

export const auditEnded = ({ recruiter, reference, of, ended, reader, link }: AuditEnded): Email => {
  const body = reader === 'body';
  const what = whatBecame[ended];
  return {
    subject: `Audit ${reference} of ${recruiter} has ended`,
    body: (
      <EmailFrame
        heading="The audit has ended"
        preview={`The ${of} ${what}, and its audit ends with it.`}
        why={
          body
            ? 'You get this because you are on the team of this audit.'
            : 'You get this because you look after your agency’s audit.'
        }
      >
        <Paragraph>
          {body
            ? `The ${of} of ${recruiter} ${what}, and audit ${reference} ends with it. Its days are free again, and nothing more is asked of you.`
            : `Your ${of} ${what}, and audit ${reference} ends with it. Nobody visits you for it any more${of === 'application' ? ', and its findings ask nothing more of you' : '. What is owed to workers is still owed: repay it and record it as before'}.`}
        </Paragraph>
        <Paragraph>
          {body
            ? 'What you recorded stays and can be read. Answers that still wait on a device are kept when they arrive, and change nothing. The names of the workers you heard are destroyed after the term the scheme sets.'
            : 'What was recorded stays with the audit body and the scheme. The names of workers who were heard are destroyed after the term the scheme sets.'}
        </Paragraph>
        <NextStep link={link}>Open the audit</NextStep>
      </EmailFrame>
    ),
  };
};

/** `because`: the reason its body gave; none was asked of audits cancelled in earlier days. */
type Cancelled = { reference: string; auditBody: string; because: string | null; link: string };

export const auditCancelled = ({ reference, auditBody, because, link }: Cancelled): Email => ({
  subject: `Audit ${reference} was cancelled`,
  body: (
    <EmailFrame
      heading="Your audit was cancelled"
      preview="Nobody comes on the days you were told of."
      why="You get this because you look after your agency’s audit."
    >
      <Paragraph>
        {auditBody} cancelled audit {reference}. Nobody comes on the days you were told of, and you need not
        prepare for them.
      </Paragraph>
      {because ? <Paragraph>Its reason: {because}</Paragraph> : null}
      <Paragraph>
        What the audit was for is not done with: the audit body can schedule it again, and you are told of its
        new days by a notice of its own.{' '}
      </Paragraph>
      <NextStep link={link}>Open the audit</NextStep>
    </EmailFrame>
  ),
});
