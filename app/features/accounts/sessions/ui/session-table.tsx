import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { roleNames } from '../../model.ts';

type Session = {
  publicId: string;
  device: string;
  place: string;
  method: string;
  createdAt: Date;
  lastSeenAt: Date;
  role: string;
  organisation: string;
};

/** Where somebody is signed in; `current` is the session that asks. */
export function SessionTable({
  sessions,
  current,
}: {
  sessions: readonly Session[];
  current: string | undefined;
}) {
  return (
    <DataTable
      caption={sessions.length === 1 ? '1 session' : `${sessions.length} sessions`}
      columns={[
        {
          key: 'device',
          header: 'Device',
          main: true,
          cell: ({ device, publicId }) => (
            <>
              {device}
              {publicId === current ? (
                <span className="block text-sm font-normal text-ink-2">This one</span>
              ) : null}
            </>
          ),
        },
        { key: 'place', header: 'Place', cell: ({ place }) => place },
        {
          key: 'as',
          header: 'As',
          cell: ({ role, organisation }) => `${roleNames[role] ?? role}, ${organisation}`,
        },
        { key: 'method', header: 'Signed in with', cell: ({ method }) => method.replaceAll('_', ' ') },
        { key: 'began', header: 'Began', cell: ({ createdAt }) => timeInWords(createdAt) },
        { key: 'seen', header: 'Last seen', cell: ({ lastSeenAt }) => timeInWords(lastSeenAt) },
        {
          key: 'end',
          header: 'Change',
          cell: ({ publicId, device, lastSeenAt }) => (
            <TextLink
              to={`/me/sessions/${publicId}/end`}
              aria-label={`End the session of ${device}, last seen ${timeInWords(lastSeenAt)}`}
            >
              End
            </TextLink>
          ),
        },
      ]}
      rows={sessions}
      empty={{ title: 'No session', text: 'Where you sign in stands here.' }}
    />
  );
}
