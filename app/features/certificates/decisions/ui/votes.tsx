import { timeInWords } from '#app/platform/calendar.ts';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { voteNames, type VoteChoice } from '../model.ts';

type Vote = {
  id: string;
  name: string;
  vote: VoteChoice;
  reasons: string;
  castAt: Date | string;
  reference: string;
};

/** Who voted how; votes on the package as it stood before it changed are shown and do not count. */
export const Votes = ({ votes, reference }: { votes: readonly Vote[]; reference: string | undefined }) => (
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
          cell: ({ castAt, reference: on }) =>
            reference === undefined || on === reference
              ? timeInWords(castAt)
              : `${timeInWords(castAt)}, on the package as it was then: it does not count`,
        },
      ]}
      rows={votes}
      empty={{ title: 'No votes yet', text: 'Votes appear here when you have cast yours.' }}
    />
  </Section>
);
