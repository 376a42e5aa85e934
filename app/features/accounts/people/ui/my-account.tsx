import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

type Me = {
  name: string;
  email: string;
  newEmail?: string | undefined;
  /** Named in itself. */
  language: string;
  /** Whether they say what ties them to recruiters. */
  declares: boolean;
  places: { organisation: string; role: string; owner: boolean }[];
};

export const MyAccount = ({ me }: { me: Me }) => (
  <>
    <PageHeader title="Your account" lead="What we know of you, how you sign in, and what happened here." />
    <Section title="You">
      <Summary
        items={[
          { term: 'Name', value: <Line text={me.name} to="/me/name" link="Change your name" /> },
          { term: 'E-mail address', value: <Address {...me} /> },
          {
            term: 'Your language',
            value: <Line text={me.language} to="/me/language" link="Change the language" />,
          },
          ...me.places.map(({ organisation, role, owner }) => ({
            term: organisation,
            value: owner ? `${role}, owner` : role,
          })),
        ]}
      />
    </Section>
    <Section title="How you sign in">
      <Links
        links={[
          ['/me/password', 'Change your password'],
          ['/me/factors', 'Second factors: passkeys, an authenticator, recovery codes'],
          ['/me/sessions', 'Where you are signed in'],
        ]}
      />
    </Section>
    {me.declares ? (
      <Section title="What ties you">
        <Links links={[['/me/interests', 'Your ties to recruiters']]} />
      </Section>
    ) : null}
    <Section title="What we keep">
      <Links
        links={[
          ['/me/trail', 'What happened in your account'],
          ['/me/export', 'Download everything about you'],
          ['/me/close', 'Close your account'],
        ]}
      />
    </Section>
  </>
);

const Line = ({ text, to, link }: { text: string; to: string; link: string }) => (
  <span className="flex flex-wrap justify-between gap-x-6">
    <span className="min-w-0 break-words">{text}</span>
    <TextLink to={to}>{link}</TextLink>
  </span>
);

const Address = ({ email, newEmail }: Pick<Me, 'email' | 'newEmail'>) => (
  <>
    <Line text={email} to="/me/address" link="Change your address" />
    {newEmail ? (
      <span className="block text-sm text-ink-2">
        To become {newEmail} when both mailboxes have confirmed. Lost the mails?{' '}
        <TextLink to="/new-link">Ask for new links</TextLink>.
      </span>
    ) : null}
  </>
);

const Links = ({ links }: { links: (readonly [string, string])[] }) => (
  <ul className="flex flex-col gap-2">
    {links.map(([to, label]) => (
      <li key={to}>
        <TextLink to={to}>{label}</TextLink>
      </li>
    ))}
  </ul>
);
