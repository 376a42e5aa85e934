import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Meeting = { id: string; form: string; closesAt: Date | string; matters: number | null };

export const meetingNames: Record<string, string> = {
  meeting: 'Meeting',
  circulation: 'By circulation',
};

export const Meetings = ({ meetings }: { meetings: readonly Meeting[] }) =>
  meetings.length === 0 ? null : (
    <Section title="Meetings">
      <DataTable
        caption={meetings.length === 1 ? '1 meeting' : `${meetings.length} meetings`}
        columns={[
          { key: 'form', header: 'Form', main: true, cell: ({ form }) => meetingNames[form] ?? form },
          { key: 'until', header: 'Votes count until', cell: ({ closesAt }) => timeInWords(closesAt) },
          { key: 'matters', header: 'Still open', cell: ({ matters }) => String(matters ?? 0) },
          {
            key: 'close',
            header: 'Step',
            cell: ({ id }) => <TextLink to={`/scheme/meetings/${id}/close`}>Close it</TextLink>,
          },
        ]}
        rows={meetings}
        empty={{ title: 'No meetings', text: 'None is called.' }}
      />
    </Section>
  );

export type Held = {
  id: string;
  form: string;
  calledAt: Date | string;
  closesAt: Date | string;
  closedAt: Date | string | null;
  calledBy: string;
  votes: number | null;
};

/** Meetings and circulations this matter was on. */
export const MeetingsOf = ({ meetings }: { meetings: readonly Held[] }) => (
  <Section title="Meetings on this matter">
    <DataTable
      caption={meetings.length === 1 ? '1 meeting' : `${meetings.length} meetings`}
      columns={[
        { key: 'form', header: 'Form', main: true, cell: ({ form }) => meetingNames[form] ?? form },
        {
          key: 'called',
          header: 'Called',
          cell: ({ calledBy, calledAt }) => `${calledBy}, ${timeInWords(calledAt)}`,
        },
        {
          key: 'until',
          header: 'Votes counted until',
          cell: ({ closedAt, closesAt }) => timeInWords(closedAt ?? closesAt),
        },
        { key: 'votes', header: 'Votes cast at it', cell: ({ votes }) => String(votes ?? 0) },
      ]}
      rows={meetings}
      empty={{ title: 'No meeting', text: 'None was called on this matter. Votes count when they are cast.' }}
    />
  </Section>
);
