import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

export const completeSignUp = ({ organisation, link }: { organisation: string; link: string }): Email => ({
  subject: `Finish signing up ${organisation}`,
  body: (
    <EmailFrame
      heading="Finish signing up"
      preview="Open the link within two days, with the password you chose."
      why="You get this because somebody signed up with this address."
    >
      <Paragraph>
        {organisation} is nearly signed up. Open the link and type the password you chose: that shows us that
        the address is yours. It works for two days, once.
      </Paragraph>
      <NextStep link={link}>Finish signing up</NextStep>
      <Paragraph>
        If that was not you, do nothing. Without the password the link opens no account, and we forget the
        address.
      </Paragraph>
    </EmailFrame>
  ),
});
