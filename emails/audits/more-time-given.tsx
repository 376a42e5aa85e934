import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type MoreTimeGiven = {
  to: 'body' | 'holder';
  recruiter: string;
  certificate: string;
  body: string;
  lastDay: string;
  day: string;
  /** The day on which the certificate is suspended now if nobody holds it before. */
  suspendedOn: string | undefined;
  link: string;
};

/** The scheme waits for an audit body that did not hold a surveillance in time. */
export const moreTimeGiven = (told: MoreTimeGiven): Email => {
  const { to, recruiter, certificate, body, lastDay, day, suspendedOn, link } = told;
  const lead = `The surveillance of ${recruiter} had to be held by ${lastDay}. The scheme gave ${body} time until ${day}.`;
  return {
    subject: `Surveillance of ${recruiter}: time until ${day}`,
    body: (
      <EmailFrame
        heading="More time for a surveillance"
        preview={lead}
        why={
          to === 'body'
            ? 'You get this because you lead this audit, or audit or manage people at its audit body.'
            : 'You get this because you answer for this certificate.'
        }
      >
        <Paragraph>{lead}</Paragraph>
        <Paragraph>
          {to === 'body'
            ? `Hold it by then: no more time is given. Certificate ${certificate} cannot stand without it.`
            : `Nothing that was announced for certificate ${certificate} happens before that day. Let the audit body in when it comes.`}{' '}
          {suspendedOn
            ? `Unless it is held before ${suspendedOn}, the certificate is suspended on that day.`
            : ''}
        </Paragraph>
        <NextStep link={link}>{to === 'body' ? 'Open the audit' : 'See your certificate'}</NextStep>
      </EmailFrame>
    ),
  };
};
