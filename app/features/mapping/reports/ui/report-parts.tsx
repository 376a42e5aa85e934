import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import type { Line, Report } from '../model.ts';

/** As many as anybody reads on a page; the workbook holds all. */
const shown = { lines: 50, answers: 5 };

/** A report part by part, and which law asks about what. */
export const ReportParts = ({ report }: { report: Report }) => (
  <>
    {report.parts.map(({ name, title, note, columns, lines }) => (
      <Section key={name} id={name} title={title}>
        <DataTable
          caption={lines.length > shown.lines ? `${note} The first ${shown.lines} of ${lines.length}.` : note}
          columns={[
            ...columns.map((header, place) => ({
              key: header,
              header,
              main: place === 0,
              cell: ({ cells }: Line) => <bdi>{cells[place]}</bdi>,
            })),
            {
              key: 'answers',
              header: 'Rests on',
              cell: ({ answers }: Line) => <Answers answers={answers} />,
            },
          ]}
          rows={lines.slice(0, shown.lines)}
          empty={{ title: 'Nothing is known of this yet', text: 'It appears here as soon as something is.' }}
        />
      </Section>
    ))}
    <Section title="Which law asks about what">
      {report.index.map(({ name, questions }) => (
        <DataTable
          key={name}
          caption={name}
          columns={[
            { key: 'asks', header: 'Asks about', main: true, cell: ({ asks }) => asks },
            {
              key: 'parts',
              header: 'Evidence in',
              cell: ({ parts }) =>
                report.parts
                  .filter(({ name: part }) => parts.includes(part))
                  .map(({ name: part, title }, place) => (
                    <span key={part}>
                      {place > 0 ? ', ' : ''}
                      <a href={`#${part}`}>{title}</a>
                    </span>
                  )),
            },
          ]}
          rows={questions}
          empty={{ title: '', text: '' }}
        />
      ))}
      <p>An index of evidence. It claims no legal conclusion: read the law.</p>
    </Section>
  </>
);

function Answers({ answers }: { answers: string[] }) {
  return (
    <>
      {answers.slice(0, shown.answers).map((share, place) => (
        <span key={share}>
          {place > 0 ? ', ' : ''}
          <TextLink to={`/mapping/answers/${share}`}>{String(place + 1)}</TextLink>
        </span>
      ))}
      {answers.length > shown.answers ? ` and ${answers.length - shown.answers} more` : ''}
    </>
  );
}
