import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type AddressChanged = { end: 'old' | 'new'; newEmail: string; time: string; link: string };

export const addressChanged = ({ end, newEmail, time, link }: AddressChanged): Email => ({
  subject: 'Your address was changed',
  body: (
    <EmailFrame
      heading="Your address was changed"
      preview={`Your account uses ${newEmail} now.`}
      why={
        end === 'old'
          ? 'You get this because your account used this address until now.'
          : 'You get this because your account uses this address now.'
      }
    >
      <Paragraph>
        On {time} both mailboxes had confirmed: you sign in with {newEmail} from now on, and mails go there.
        {end === 'old' ? ' This is the last mail to this address.' : null}
      </Paragraph>
      <Paragraph>If that was not you, tell the scheme at once.</Paragraph>
      <NextStep link={link}>Open your account</NextStep>
    </EmailFrame>
  ),
});
