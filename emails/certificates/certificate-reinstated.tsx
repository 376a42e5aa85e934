import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type CertificateReinstated = {
  number: string;
  sinceDay: string;
  validUntilDay: string;
  link: string;
};

export const certificateReinstated = ({
  number,
  sinceDay,
  validUntilDay,
  link,
}: CertificateReinstated): Email => ({
  subject: `Certificate ${number} is valid again`,
  body: (
    <EmailFrame
      heading="Your certificate is valid again"
      preview={`The suspension was lifted on ${sinceDay}.`}
      why="You get this because you look after your agency’s certificate."
    >
      <Paragraph>
        The suspension of certificate {number} was lifted on {sinceDay}. Thank you for putting the matter
        right.
      </Paragraph>
      <Paragraph>
        The public register shows you as certified again. The suspension stays in your history, with the day
        it ended. You may use the certificate and the mark as before.
      </Paragraph>
      <Paragraph>You need do nothing now. The certificate is valid until {validUntilDay}.</Paragraph>
      <NextStep link={link}>See your certificate</NextStep>
    </EmailFrame>
  ),
});
