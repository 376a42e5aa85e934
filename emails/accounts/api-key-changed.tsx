import { EmailFrame, NextStep, Paragraph, type Email } from '../frame.tsx';

type ApiKeyChanged = {
  what: 'made' | 'replaced' | 'revoked';
  name: string;
  hint: string;
  organisation: string;
  /** When a replaced key ends, in words. */
  until?: string;
  link: string;
};

const sentences = {
  made: ({ name, hint }: ApiKeyChanged) =>
    `The API key “${name}”, ending in ${hint}, was made. Programs that have it can act for your company.`,
  replaced: ({ name, hint, until }: ApiKeyChanged) =>
    `The API key “${name}”, ending in ${hint}, was replaced by a new one. The old key ends on ${until ?? ''}.`,
  revoked: ({ name, hint }: ApiKeyChanged) =>
    `The API key “${name}”, ending in ${hint}, was revoked. Programs that use it are refused from now on.`,
};

export const apiKeyChanged = (change: ApiKeyChanged): Email => ({
  subject: `An API key of your company was ${change.what}`,
  body: (
    <EmailFrame
      heading={`An API key was ${change.what}`}
      preview={`${change.name}, ending in ${change.hint}`}
      why={`You get this because you are an owner of ${change.organisation}.`}
    >
      <Paragraph>{sentences[change.what](change)}</Paragraph>
      <NextStep link={change.link}>See the keys of your company</NextStep>
      <Paragraph>
        If nobody of your company did this, revoke the key and end all your sessions: somebody may be in your
        account.
      </Paragraph>
    </EmailFrame>
  ),
});
