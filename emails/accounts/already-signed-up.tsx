import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

export const alreadySignedUp = ({ link }: { link: string }): Email => ({
  subject: 'You have an account already',
  body: (
    <EmailFrame
      heading="You have an account already"
      preview="Somebody tried to sign up with your address."
      why="You get this because somebody signed up with this address, which has an account."
    >
      <Paragraph>
        Somebody, perhaps you, signed up with this address. You have an account, so nothing was changed. Sign
        in as before; if you do not remember the password, you can choose a new one.
      </Paragraph>
      <NextStep link={link}>Choose a new password</NextStep>
      <Paragraph>If that was not you, there is nothing to do.</Paragraph>
    </EmailFrame>
  ),
});
