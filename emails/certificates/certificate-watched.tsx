import { EmailFrame, NextStep, Paragraph, Reasons, type Email } from '../frame.tsx';

type Cleared = { number: string; sinceDay: string; link: string };
type Watched = Cleared & { reason: string };

const why = 'You get this because you look after your agency’s certificate.';

export const certificateWatched = ({ number, reason, sinceDay, link }: Watched): Email => ({
  subject: `Certificate ${number} is under watch since ${sinceDay}`,
  body: (
    <EmailFrame
      heading="Your certificate is under watch"
      preview="It stays in force. The register says why it is watched."
      why={why}
    >
      <Paragraph>
        Certificate {number} stays in force, and is under watch since {sinceDay}. The reason is:
      </Paragraph>
      <Reasons reasons={[reason]} />
      <Paragraph>
        The public register says “Certified, under watch”, with this reason. The watch ends once its reason is
        gone; what is not put right in time can lead to a suspension.
      </Paragraph>
      <NextStep link={link}>Look at your certificate</NextStep>
    </EmailFrame>
  ),
});

export const certificateCleared = ({ number, sinceDay, link }: Cleared): Email => ({
  subject: `Certificate ${number} is no longer under watch`,
  body: (
    <EmailFrame heading="The watch has ended" preview="Your certificate is simply in force again." why={why}>
      <Paragraph>
        Certificate {number} is in force without the watch since {sinceDay}. The public register says
        “Certified” again; its history keeps the watch.
      </Paragraph>
      <NextStep link={link}>Look at your certificate</NextStep>
    </EmailFrame>
  ),
});
