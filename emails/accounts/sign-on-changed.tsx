import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

const changes = {
  set: 'From now on people of your organisation can sign in through the provider that was set up.',
  removed: 'Nobody of your organisation can sign in through its provider any more. Passwords work as before.',
  proven: 'A mail domain of your organisation is proven. Its owners can now let a provider sign people in.',
};

type Facts = { organisation: string; change: keyof typeof changes; link: string };

export const signOnChanged = ({ organisation, change, link }: Facts): Email => ({
  subject: `Single sign-on of ${organisation} changed`,
  body: (
    <EmailFrame
      heading="Single sign-on changed"
      preview={`The way people of ${organisation} sign in changed.`}
      why={`You get this because you are an owner of ${organisation}.`}
    >
      <Paragraph>{changes[change]}</Paragraph>
      <NextStep link={link}>See how your people sign in</NextStep>
      <Paragraph>
        If no owner of your organisation did this, undo it there and tell the scheme: whoever decides how
        people sign in can act in their name.
      </Paragraph>
    </EmailFrame>
  ),
});
