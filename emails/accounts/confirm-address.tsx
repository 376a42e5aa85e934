import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type ConfirmAddress = { end: 'old' | 'new'; newEmail: string; link: string };

export const confirmAddress = ({ end, newEmail, link }: ConfirmAddress): Email => ({
  subject: 'Confirm the change of your address',
  body: (
    <EmailFrame
      heading="Confirm the change of your address"
      preview={`Your account is to use ${newEmail} from now on.`}
      why={
        end === 'old'
          ? 'You get this because it is the address of your account.'
          : 'You get this because an account is to use this address.'
      }
    >
      <Paragraph>
        An account on Fairroute is to use {newEmail} from now on. The change is made when it was confirmed
        from both mailboxes, the old and the new. This link works for two days, once.
      </Paragraph>
      <NextStep link={link}>Confirm the change</NextStep>
      <Paragraph>
        {end === 'old'
          ? 'If that was not you, do not confirm. Change your password and end your other sessions: somebody may be in your account.'
          : 'If that was not you, do nothing.'}
      </Paragraph>
    </EmailFrame>
  ),
});
