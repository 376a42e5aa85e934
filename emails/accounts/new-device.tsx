import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type NewDevice = { device: string; place: string; time: string; link: string };

export const newDevice = ({ device, place, time, link }: NewDevice): Email => ({
  subject: 'You signed in on a new device',
  body: (
    <EmailFrame
      heading="You signed in on a new device"
      preview={`${device}, ${time}.`}
      why="You get this because somebody signed in to your account where nobody had before."
    >
      <Paragraph>
        {device}, {place}, {time}.
      </Paragraph>
      <Paragraph>
        If that was you, there is nothing to do. If not, end that session and change your password at once.
      </Paragraph>
      <NextStep link={link}>See where you are signed in</NextStep>
    </EmailFrame>
  ),
});
