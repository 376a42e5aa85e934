import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type AuditNotHeld = {
  to: 'body' | 'officers' | 'holder';
  /** In words, such as "Surveillance". */
  type: string;
  recruiter: string;
  certificate: string;
  body: string;
  lastDay: string;
  /** The day on which its certificate is suspended if nobody holds it before; where its holder knows nothing of it, none. */
  suspendedOn: string | undefined;
  link: string;
};

const whys = {
  body: 'You get this because you lead this audit, or audit or manage people at its audit body.',
  officers: 'You get this because you are an officer of the scheme.',
  holder: 'You get this because you answer for this certificate.',
};

/** An audit of the programme was not held by its last day. */
export const auditNotHeld = (told: AuditNotHeld): Email => {
  const { to, type, recruiter, certificate, body, lastDay, suspendedOn, link } = told;
  const lead = `${type} of ${recruiter} had to be held by ${lastDay}, and was not.`;
  return {
    subject: `${type} of ${recruiter}: not held by ${lastDay}`,
    body: (
      <EmailFrame heading="An audit was not held in time" preview={lead} why={whys[to]}>
        <Paragraph>
          {lead} It belongs to certificate {certificate}, and {body} holds it.
        </Paragraph>
        <Paragraph>{suspendedOn ? announced[to](suspendedOn) : consequences[to]}</Paragraph>
        <NextStep link={link}>{steps[to]}</NextStep>
      </EmailFrame>
    ),
  };
};

const consequences = {
  body: 'The officers of the scheme were told as well. Hold it now: days after its last day are planned with written reasons, and the recruiter is told nothing that its notice keeps.',
  officers:
    'The audit body was told as well. Ask it when it comes: the task stays on your desk until the fieldwork is done. If nothing is known of the recruiter by then, decide whether its certificate can stand.',
  holder:
    'The audit body and the scheme were told as well. No day is set on which your certificate would be suspended for it, and none is set without a word to you. Let the audit body in when it comes, and write to it if you do not hear from it.',
};

const announced = {
  body: (day: string) =>
    `Its holder and the officers of the scheme were told as well. Hold it now: unless it is held before ${day}, the certificate is suspended on that day. Days after its last day are planned with written reasons.`,
  officers: (day: string) =>
    `The audit body and the holder were told as well. Unless it is held before ${day}, the clock suspends the certificate on that day, and announces it before. If the holder is not to bear it, give the audit body more time, once and before that day.`,
  holder: (day: string) =>
    `The audit body and the scheme were told as well. Your certificate counts as before until ${day}: unless the audit is held before, it is suspended on that day. You are told again before. Let the audit body in when it comes, and write to it now if you do not hear from it; you may also ask another audit body to take your certificate over.`,
};

const steps = { body: 'Open the audit', officers: 'Look at it', holder: 'See your certificate' };
