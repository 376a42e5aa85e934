import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type RightsChanged = { organisation: string; change: string; link: string };

/** `change` is what is so from now on, as a sentence. */
export const rightsChanged = ({ organisation, change, link }: RightsChanged): Email => ({
  subject: 'What you may do has changed',
  body: (
    <EmailFrame
      heading="What you may do has changed"
      preview={change}
      why={`You get this because an owner of ${organisation} changed your rights there.`}
    >
      <Paragraph>{change}</Paragraph>
      <NextStep link={link}>See what happened to your account</NextStep>
      <Paragraph>If you did not expect this, ask an owner of {organisation}.</Paragraph>
    </EmailFrame>
  ),
});
