import { timeInWords } from '#app/platform/calendar.ts';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { voteNames, type VoteChoice } from '../model.ts';

/** Why a vote that was cast does not count. */
const notCounted = {
  package_changed: 'on the package as it was then: it does not count',
  left_panel: 'by somebody who does not sit on the panel any more: it does not count',
  barred: 'by somebody who may not vote on this any more: it does not count',
};

type Vote = {
  id: string;
  name: string;
  vote: VoteChoice;
  reasons: string;
  castAt: Date | string;
  lost: keyof typeof notCounted | null;
};

/** Who voted how; a vote that counts no more is shown, and why. */
export const Votes = ({ votes }: { votes: readonly Vote[] }) => (
  <Section title="Votes">
    <DataTable
      caption={votes.length === 1 ? '1 vote' : `${votes.length} votes`}
      columns={[
        { key: 'name', header: 'Member', main: true, cell: (row) => row.name },
        { key: 'vote', header: 'Vote', cell: (row) => voteNames[row.vote] },
        { key: 'reasons', header: 'Reasons', cell: (row) => row.reasons },
        {
          key: 'when',
          header: 'Cast',
          cell: ({ castAt, lost }) =>
            lost === null ? timeInWords(castAt) : `${timeInWords(castAt)}, ${notCounted[lost]}`,
        },
      ]}
      rows={votes}
      empty={{ title: 'No votes yet', text: 'Votes appear here when you have cast yours.' }}
    />
  </Section>
);
