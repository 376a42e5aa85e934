import { dayInWords, dayOf, timeInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { ApiKey, KeyStanding } from '../model.ts';
import { scopeWords, standingWords } from './words.tsx';

/** A key as its page shows it. */
type Listed = ApiKey & { standing: KeyStanding };

const Standing = ({ standing, endsAt }: Listed) => (
  <div className="flex flex-col items-start gap-1">
    <StatusTag tone={standingWords[standing].tone}>{standingWords[standing].label}</StatusTag>
    {standing === 'ending' && endsAt ? (
      <span className="text-sm text-ink-2">until {timeInWords(endsAt)}</span>
    ) : null}
  </div>
);

const Steps = ({ id, name, standing }: Listed) => (
  <Actions>
    {standing === 'works' ? (
      <ButtonLink
        to={`/organisation/keys/${id}/rotate`}
        kind="secondary"
        size="small"
        aria-label={`Replace ${name}`}
      >
        Replace
      </ButtonLink>
    ) : null}
    {standing === 'works' || standing === 'ending' ? (
      <ButtonLink
        to={`/organisation/keys/${id}/revoke`}
        kind="secondary"
        size="small"
        aria-label={`Revoke ${name}`}
      >
        Revoke
      </ButtonLink>
    ) : null}
  </Actions>
);

type Props = { keys: Listed[]; managed: boolean };

export function KeyTable({ keys, managed }: Props) {
  const steps = { key: 'steps', header: 'Change', cell: (key: Listed) => <Steps {...key} /> };
  return (
    <DataTable
      caption={keys.length === 1 ? 'One key' : `${keys.length} keys, newest first`}
      columns={[
        {
          key: 'name',
          header: 'Name',
          main: true,
          cell: ({ name, hint }) => (
            <>
              {name}
              <span className="block font-mono text-sm font-normal whitespace-nowrap text-ink-2">
                fr_live_…{hint}
              </span>
            </>
          ),
        },
        {
          key: 'scopes',
          header: 'May',
          cell: ({ scopes }) => scopes.map((scope) => scopeWords[scope].label).join(', '),
        },
        { key: 'standing', header: 'Standing', cell: (key) => <Standing {...key} /> },
        { key: 'made', header: 'Made', cell: ({ madeAt }) => dayInWords(dayOf(madeAt)) },
        {
          key: 'used',
          header: 'Last used',
          cell: ({ lastUsedAt }) => (lastUsedAt ? timeInWords(lastUsedAt) : 'Never'),
        },
        ...(managed ? [steps] : []),
      ]}
      rows={keys}
      empty={{
        title: 'No keys yet',
        text: managed
          ? 'Make one for each program that asks the register in your company’s name, so that each can be replaced or revoked alone.'
          : 'Keys appear here once an owner of your company makes one.',
      }}
    />
  );
}
