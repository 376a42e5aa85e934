import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type PasswordChanged = { by: 'reset' | 'own'; time: string; link: string };

export const passwordChanged = ({ by, time, link }: PasswordChanged): Email => ({
  subject: 'Your password was changed',
  body: (
    <EmailFrame
      heading="Your password was changed"
      preview={`Changed on ${time}.`}
      why="You get this because the password of your account was changed."
    >
      <Paragraph>
        {by === 'reset'
          ? `On ${time} a new password was set with a link from a mail to this address. All sessions ended.`
          : `On ${time} a new password was set by somebody who was signed in and knew the old one. All other sessions ended.`}
      </Paragraph>
      <Paragraph>If that was not you, choose a new password now and tell the scheme.</Paragraph>
      <NextStep link={link}>Choose a new password</NextStep>
    </EmailFrame>
  ),
});
