import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { sectionNames, sections, type Section as Name } from '../../model.ts';

type Line = {
  section: Name;
  state: 'in_order' | 'gap';
  note: string;
  checkedBy: string;
  checkedAt: Date | string;
};
type Props = { here: string; lines: readonly Line[]; open: boolean };

/** Section by section: in order, or what is missing. */
export function Checklist({ here, lines, open }: Props) {
  const gaps = lines.filter(({ state }) => state === 'gap').length;
  const rows = sections.map((section) => ({
    section,
    line: lines.find((candidate) => candidate.section === section),
  }));
  const aside = `${lines.length} of ${sections.length} looked at, ${gaps === 1 ? '1 gap' : `${gaps} gaps`}`;
  return (
    <Section title="Checklist" aside={aside}>
      <DataTable
        caption="What was looked at, section by section"
        columns={[
          {
            key: 'section',
            header: 'Section',
            main: true,
            cell: ({ section }) =>
              open ? (
                <TextLink to={`${here}/checklist/${section}`}>{sectionNames[section]}</TextLink>
              ) : (
                sectionNames[section]
              ),
          },
          { key: 'state', header: 'State', cell: ({ line }) => <CheckTag line={line} /> },
          { key: 'note', header: 'What is missing', cell: ({ line }) => line?.note || 'nothing noted' },
          {
            key: 'by',
            header: 'Looked at by',
            cell: ({ line }) => (line ? `${line.checkedBy}, ${timeInWords(line.checkedAt)}` : 'nobody yet'),
          },
        ]}
        rows={rows}
        empty={{ title: 'No sections', text: 'This application has none.' }}
      />
    </Section>
  );
}

function CheckTag({ line }: { line: Line | undefined }) {
  if (!line) return <StatusTag tone="neutral">Not looked at</StatusTag>;
  return line.state === 'gap' ? (
    <StatusTag tone="watch">Gap</StatusTag>
  ) : (
    <StatusTag tone="certified">In order</StatusTag>
  );
}
