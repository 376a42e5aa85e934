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
