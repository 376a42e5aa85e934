import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type FactorReset =
  | { stage: 'requested' | 'cancelled' | 'done'; link: string }
  | { stage: 'approved'; day: string; link: string };

/** Words of one stage of a reset: what happened, what it means, what to do. */
function wordsOf(reset: FactorReset) {
  switch (reset.stage) {
    case 'requested':
      return {
        heading: 'A reset of your second factor was asked for',
        text: 'An officer of the scheme was told that you can no longer use your passkey or authenticator app, and asked to remove it. Nothing has changed yet: a second officer has to agree, and then three days pass.',
        step: 'I did not ask for this: stop it',
      };
    case 'approved':
      return {
        heading: 'Your second factor will be reset',
        text: `Two officers of the scheme agreed that you can no longer use your passkey or authenticator app. On ${reset.day} all your passkeys, your authenticator app and your recovery codes are removed, and you sign in with your password and add a new one.`,
        step: 'I did not ask for this: stop it',
      };
    case 'cancelled':
      return {
        heading: 'The reset of your second factor was stopped',
        text: 'Nothing was removed. You sign in as before.',
        step: 'See how you sign in',
      };
    case 'done':
      return {
        heading: 'Your second factor was reset',
        text: 'Your passkeys, your authenticator app and your recovery codes were removed and all your sessions ended. Sign in with your password, and add a new passkey or authenticator app at once.',
        step: 'Sign in',
      };
  }
}

export function factorReset(reset: FactorReset): Email {
  const { heading, text, step } = wordsOf(reset);
  return {
    subject: heading,
    body: (
      <EmailFrame
        heading={heading}
        preview={text.split('. ')[0] ?? heading}
        why="You get this because it concerns the way you sign in to your account."
      >
        <Paragraph>{text}</Paragraph>
        <NextStep link={reset.link}>{step}</NextStep>
        <Paragraph>
          If you did not ask for this, tell the scheme as well: somebody is pretending to be you.
        </Paragraph>
      </EmailFrame>
    ),
  };
}
