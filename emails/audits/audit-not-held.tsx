import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type AuditNotHeld = {
  to: 'body' | 'officers' | 'holder';
  /** In words, such as "Surveillance". */
  type: string;
  recruiter: string;
  certificate: string;
  body: string;
  lastDay: string;
  link: string;
};

const whys = {
  body: 'You get this because you lead this audit, or audit or manage people at its audit body.',
  officers: 'You get this because you are an officer of the scheme.',
  holder: 'You get this because you answer for this certificate.',
};

/** An audit of the programme was not held by its last day. */
export const auditNotHeld = (told: AuditNotHeld): Email => {
  const { to, type, recruiter, certificate, body, lastDay, link } = told;
  const lead = `${type} of ${recruiter} had to be held by ${lastDay}, and was not.`;
  return {
    subject: `${type} of ${recruiter}: not held by ${lastDay}`,
    body: (
      <EmailFrame heading="An audit was not held in time" preview={lead} why={whys[to]}>
        <Paragraph>
          {lead} It belongs to certificate {certificate}, and {body} holds it.
        </Paragraph>
        <Paragraph>{consequences[to]}</Paragraph>
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
    'The audit body and the scheme were told as well. Your certificate counts as before until somebody tells you otherwise. Let the audit body in when it comes, and write to it if you do not hear from it.',
};

const steps = { body: 'Open the audit', officers: 'Look at it', holder: 'See your certificate' };
