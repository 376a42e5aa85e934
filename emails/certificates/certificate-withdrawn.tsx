import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type CertificateWithdrawn = {
  number: string;
  reason: string;
  sinceDay: string;
  appealDay: string;
  link: string;
};

export const certificateWithdrawn = ({
  number,
  reason,
  sinceDay,
  appealDay,
  link,
}: CertificateWithdrawn): Email => ({
  subject: `Certificate ${number} is withdrawn since ${sinceDay}`,
  body: (
    <EmailFrame
      heading="Your certificate is withdrawn"
      preview={`What it means, and how to appeal by ${appealDay}.`}
      why="You get this because you look after your agency’s certificate."
    >
      <Paragraph>
        Certificate {number} is withdrawn since {sinceDay}. The reason is:
      </Paragraph>
      <Reasons reasons={[reason]} />
      <Paragraph>
        The public register shows this, and the companies that watch your agency are told. From today, take
        the certificate and the mark down everywhere, and do not say that you are certified. What you promised
        to workers still holds.
      </Paragraph>
      <Paragraph>
        If you think this is wrong, you may appeal by {appealDay}. People who had no part in the decision will
        look at it.
      </Paragraph>
      <NextStep link={link}>Read the decision</NextStep>
    </EmailFrame>
  ),
});
