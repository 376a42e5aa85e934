import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Passkey = { id: string; name: string; addedAt: string | Date; lastUsedAt: string | Date | null };

const since = (moment: string | Date) => dayInWords(dayOf(new Date(moment)));

export const PasskeyList = ({ passkeys }: { passkeys: readonly Passkey[] }) => (
  <Section title="Passkeys" aside={<TextLink to="/me/factors/passkey">Add a passkey</TextLink>}>
    <DataTable
      caption={passkeys.length === 1 ? '1 passkey' : `${passkeys.length} passkeys`}
      columns={[
        { key: 'name', header: 'Name', main: true, cell: ({ name }) => name },
        { key: 'added', header: 'Added', cell: ({ addedAt }) => since(addedAt) },
        {
          key: 'used',
          header: 'Last used',
          cell: ({ lastUsedAt }) => (lastUsedAt ? since(lastUsedAt) : 'Not used yet'),
        },
        {
          key: 'remove',
          header: 'Remove',
          cell: ({ id, name }) => (
            <TextLink to={`/me/factors/passkey/${id}/remove`}>{`Remove ${name}`}</TextLink>
          ),
        },
      ]}
      rows={passkeys}
      empty={{
        title: 'No passkey yet',
        text: 'Your phone, computer or security key signs you in with its own lock: no password to type, nothing to steal by a false page.',
        action: <ButtonLink to="/me/factors/passkey">Add a passkey</ButtonLink>,
      }}
    />
  </Section>
);

export const AuthenticatorPart = ({ authenticatorSince }: { authenticatorSince: string | Date | null }) => (
  <Section title="Authenticator app">
    {authenticatorSince === null ? (
      <p>
        An app on your phone shows a new six-digit code every half minute.{' '}
        <TextLink to="/me/factors/authenticator">Add an authenticator app</TextLink>
      </p>
    ) : (
      <p>
        Added on {since(authenticatorSince)}.{' '}
        <TextLink to="/me/factors/authenticator/remove">Remove the authenticator app</TextLink>
      </p>
    )}
  </Section>
);

export const CodesPart = ({ codesLeft }: { codesLeft: number }) => (
  <Section title="Recovery codes">
    <p>
      {codesLeft === 0
        ? 'You have no recovery code left.'
        : `You have ${codesLeft} left, each good for one sign-in.`}{' '}
      <TextLink to="/me/factors/codes">Make new codes</TextLink>
    </p>
  </Section>
);
