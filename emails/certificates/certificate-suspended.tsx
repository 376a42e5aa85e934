import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type CertificateSuspended = {
  number: string;
  reason: string;
  sinceDay: string;
  /** It was suspended already, for a lesser reason. */
  graver?: boolean;
  /** Last day to have it lifted before the certificate is withdrawn. */
  answerDay: string;
  link: string;
};

export const certificateSuspended = ({
  number,
  reason,
  sinceDay,
  graver = false,
  answerDay,
  link,
}: CertificateSuspended): Email => ({
  subject: graver
    ? `Certificate ${number} stays suspended, for a graver reason`
    : `Certificate ${number} is suspended since ${sinceDay}`,
  body: (
    <EmailFrame
      heading="Your certificate is suspended"
      preview={`What it means, and what to do by ${answerDay}.`}
      why="You get this because you look after your agency’s certificate."
    >
      <Paragraph>
        Certificate {number} is suspended since {sinceDay}.{' '}
        {graver ? 'The suspension goes on from that day, for a graver reason:' : 'The reason is:'}
      </Paragraph>
      <Reasons reasons={[reason]} />
      <Paragraph>
        The public register shows this, and the companies that watch your agency are told. Until it is lifted,
        please do not use the certificate or the mark, and do not say that you are certified.
      </Paragraph>
      <Paragraph>
        Put the matter right and send the evidence. If the suspension is not lifted by {answerDay}, the
        certificate is withdrawn.
      </Paragraph>
      <NextStep link={link}>See what to do</NextStep>
    </EmailFrame>
  ),
});
