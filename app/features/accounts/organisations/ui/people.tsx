import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { Actions, TextLink } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { roleNames } from '../../model.ts';

type Member = {
  membershipId: string;
  accountId: string;
  name: string;
  email: string | null;
  role: string;
  owner: boolean;
};

const roleOf = (role: string) => roleNames[role] ?? role;

/** Everyone here and what they are; whoever owns the organisation gets the steps beside each name. */
export function PeopleTable({
  people,
  me,
  owner,
  sessions,
}: {
  people: readonly Member[];
  me: string;
  owner: boolean;
  /** Where an officer ends somebody's sessions. */
  sessions?: ((accountId: string) => string) | undefined;
}) {
  const steps = {
    key: 'steps',
    header: 'Change',
    cell: (person: Member) => (person.accountId === me ? 'This is you' : <Steps person={person} />),
  };
  return (
    <DataTable
      caption={people.length === 1 ? '1 person' : `${people.length} people`}
      columns={[
        {
          key: 'name',
          header: 'Name',
          main: true,
          cell: ({ name, email }) => (
            <>
              {name}
              {email ? <span className="block text-sm font-normal break-all text-ink-2">{email}</span> : null}
            </>
          ),
        },
        { key: 'role', header: 'Role', cell: ({ role }) => roleOf(role) },
        {
          key: 'owner',
          header: 'Owner',
          cell: (person) => (person.owner ? <StatusTag tone="applicant">Owner</StatusTag> : 'No'),
        },
        ...(owner ? [steps] : []),
        ...(sessions ? [endingAt(sessions)] : []),
      ]}
      rows={people}
      empty={{ title: 'Nobody is here', text: 'People appear here when they accept an invitation.' }}
    />
  );
}

const endingAt = (sessions: (accountId: string) => string) => ({
  key: 'sessions',
  header: 'Sessions',
  cell: ({ accountId, name }: Member) => (
    <TextLink to={sessions(accountId)} aria-label={`End the sessions of ${name}`}>
      End all
    </TextLink>
  ),
});

function Steps({ person: { membershipId, name, owner } }: { person: Member }) {
  const path = `/organisation/people/${membershipId}`;
  return (
    <Actions>
      <TextLink to={`${path}/role`} aria-label={`Change the role of ${name}`}>
        Role
      </TextLink>
      {owner ? null : (
        <TextLink to={`${path}/owner`} aria-label={`Make ${name} an owner`}>
          Make owner
        </TextLink>
      )}
      <TextLink to={`${path}/remove`} aria-label={`Remove ${name}`}>
        Remove
      </TextLink>
    </Actions>
  );
}

type Waiting = { id: string; email: string; role: string; asOwner: boolean; expiresAt: Date };

/** Whom the organisation waits for; `revocable` where the reader may take an invitation back. */
export function InvitationTable({
  invitations,
  revocable,
}: {
  invitations: readonly Waiting[];
  revocable: boolean;
}) {
  const revoke = {
    key: 'revoke',
    header: 'Change',
    cell: ({ id, email }: Waiting) => (
      <TextLink
        to={`/organisation/invitations/${id}/revoke`}
        aria-label={`Take back the invitation of ${email}`}
      >
        Take back
      </TextLink>
    ),
  };
  return (
    <DataTable
      caption={invitations.length === 1 ? '1 invitation waits' : `${invitations.length} invitations wait`}
      columns={[
        {
          key: 'email',
          header: 'Invited',
          main: true,
          cell: ({ email }) => <span className="break-all">{email}</span>,
        },
        {
          key: 'role',
          header: 'As',
          cell: ({ role, asOwner }) => `${roleOf(role)}${asOwner ? ', owner' : ''}`,
        },
        { key: 'until', header: 'Stands until', cell: ({ expiresAt }) => dayInWords(dayOf(expiresAt)) },
        ...(revocable ? [revoke] : []),
      ]}
      rows={invitations}
      empty={{ title: 'No invitation waits', text: 'An invitation stands here until it is answered.' }}
    />
  );
}
