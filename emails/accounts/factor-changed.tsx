import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type FactorChanged = { change: 'added' | 'removed'; factor: string; link: string };

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const factorChanged = ({ change, factor, link }: FactorChanged): Email => ({
  subject: `${capital(factor)} ${change}`,
  body: (
    <EmailFrame
      heading={`${capital(factor)} ${change}`}
      preview="The ways to sign in to your account have changed."
      why="You get this because the ways to sign in to your account have changed."
    >
      <Paragraph>
        {change === 'added'
          ? `From now on your account takes the ${factor} that was added. If that was you, there is nothing to do.`
          : `Your account no longer takes the ${factor} that was removed. If that was you, there is nothing to do.`}
      </Paragraph>
      <NextStep link={link}>See how you sign in</NextStep>
      <Paragraph>
        If that was not you, somebody is in your account: change your password, end your other sessions, and
        tell the scheme.
      </Paragraph>
    </EmailFrame>
  ),
});
