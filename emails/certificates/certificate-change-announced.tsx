import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type Change = 'expiry' | 'withdrawal' | 'suspension' | 'expired';
type Announced = { number: string; change: Change; day: string; days: number; link: string };

const counted = (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);

type Words = { subject: string; heading: string; what: string; todo: string };

const wordsOf = ({ number, change, day, days }: Announced): Words => {
  switch (change) {
    case 'expiry':
      return {
        subject: `Certificate ${number} ends ${counted(days)}`,
        heading: `Your certificate ends ${counted(days)}`,
        what: `Certificate ${number} counts through ${day}. The day after, the public register says that it expired.`,
        todo: 'A certificate of a new cycle has to be granted before that day. Talk to your audit body about the recertification.',
      };
    case 'withdrawal':
      return {
        subject: `Certificate ${number} will be withdrawn ${counted(days)}`,
        heading: `Your suspended certificate will be withdrawn ${counted(days)}`,
        what: `The suspension of certificate ${number} was not resolved. On ${day} the certificate is withdrawn for good.`,
        todo: 'Put the matter right and send the evidence, so that the suspension can be lifted before that day.',
      };
    case 'suspension':
      return {
        subject: `Certificate ${number} will be suspended ${counted(days)}`,
        heading: `Your certificate will be suspended ${counted(days)}`,
        what: `The yearly levy for certificate ${number} is open. If it is not paid, the certificate is suspended on ${day}.`,
        todo: 'Pay the levy before that day and nothing changes.',
      };
    case 'expired':
      return {
        subject: `Certificate ${number} has expired`,
        heading: 'Your certificate has expired',
        what: `Certificate ${number} counted through ${day}. The public register says now that it expired.`,
        todo: 'Please stop using the certificate and the mark. Your certificate page says whether it can be restored.',
      };
  }
};

/** What time alone will do to a certificate, and what the holder can do before it. */
export const certificateChangeAnnounced = (announced: Announced): Email => {
  const { subject, heading, what, todo } = wordsOf(announced);
  return {
    subject,
    body: (
      <EmailFrame
        heading={heading}
        preview={todo}
        why="You get this because you look after your agency’s certificate."
      >
        <Paragraph>{what}</Paragraph>
        <Paragraph>{todo}</Paragraph>
        <NextStep link={announced.link}>See your certificate</NextStep>
      </EmailFrame>
    ),
  };
};
