import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

export const resetPassword = ({ link }: { link: string }): Email => ({
  subject: 'Choose a new password',
  body: (
    <EmailFrame
      heading="Choose a new password"
      preview="The link works for one hour, once."
      why="You get this because somebody asked for a new password for this address."
    >
      <Paragraph>
        Open the link to choose a new password. It works for one hour, once. All your sessions end with it; a
        second factor stays as it is.
      </Paragraph>
      <NextStep link={link}>Choose a new password</NextStep>
      <Paragraph>If that was not you, do nothing: your password stays as it is.</Paragraph>
    </EmailFrame>
  ),
});
