import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type RecoveryCodeUsed = { left: number; link: string };

export const recoveryCodeUsed = ({ left, link }: RecoveryCodeUsed): Email => ({
  subject: 'One of your recovery codes was used',
  body: (
    <EmailFrame
      heading="One of your recovery codes was used"
      preview="Somebody signed in with your password and a recovery code."
      why="You get this because a recovery code of your account was used."
    >
      <Paragraph>
        Somebody, most likely you, signed in with your password and a recovery code. Each works once;{' '}
        {left === 0 ? 'none is left' : left === 1 ? '1 is left' : `${left} are left`}. If the device you
        usually sign in with is lost, remove it and add a new one.
      </Paragraph>
      <NextStep link={link}>Make new recovery codes</NextStep>
      <Paragraph>
        If that was not you, somebody has your password and your codes: change the password, make new codes,
        and tell the scheme.
      </Paragraph>
    </EmailFrame>
  ),
});
