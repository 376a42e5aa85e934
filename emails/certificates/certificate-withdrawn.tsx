import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type CertificateWithdrawn = {
  number: string;
  reason: string;
  sinceDay: string;
  /** Left out where nothing can be appealed against: it was the holder's own wish, or was appealed against already. */
  appealDay?: string | undefined;
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
      preview={appealDay ? `What it means, and how to appeal by ${appealDay}.` : 'What it means.'}
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
      {appealDay ? (
        <Paragraph>
          If you think this is wrong, you may appeal by {appealDay}. People who had no part in the decision
          will look at it.
        </Paragraph>
      ) : null}
      <NextStep link={link}>Read the decision</NextStep>
    </EmailFrame>
  ),
});
