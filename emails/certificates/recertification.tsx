import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Reader = 'body' | 'scheme';
type Told = {
  reader: Reader;
  step: 'opened' | 'late';
  recruiter: string;
  number: string;
  dueDay: string;
  lastDay: string;
  link: string;
};

const why: Record<Reader, string> = {
  body: 'You get this because your audit body audits this recruiter.',
  scheme: 'You get this because you look after certificates for the scheme.',
};
const next: Record<Reader, string> = {
  body: 'See the audit programme',
  scheme: 'See the certificate',
};

/** Recertification opens, or was not audited in time: what it means for the end of the certificate. */
export function recertification({ reader, step, recruiter, number, dueDay, lastDay, link }: Told): Email {
  const whose = `the certificate of ${recruiter}`;
  const subject =
    step === 'opened' ? `Recertify ${number}: audit by ${dueDay}` : `Recertification of ${number} is late`;
  return {
    subject,
    body: (
      <EmailFrame
        heading={step === 'opened' ? 'Recertification is open' : 'The recertification audit is late'}
        preview={`Certificate ${number} ends on ${lastDay}.`}
        why={why[reader]}
      >
        <Paragraph>
          {step === 'opened'
            ? `Certificate ${number} ends on ${lastDay}. The months in which ${whose} can be renewed begin now.`
            : `The recertification audit of ${whose} had to be done by ${dueDay}, and is not. Certificate ${number} ends on ${lastDay}.`}
        </Paragraph>
        <Paragraph>
          {step === 'opened'
            ? `When the recertification audit is done by ${dueDay}, the next certificate runs from the end of this one and no day is lost.`
            : 'Done now, the next certificate runs from the day it is granted. Without a decision before its end, the certificate expires.'}
        </Paragraph>
        <NextStep link={link}>{next[reader]}</NextStep>
      </EmailFrame>
    ),
  };
}
